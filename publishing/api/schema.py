"""The OpenAPI document of a view: parameters from its filters, shapes from its serializers."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.core.validators import MaxLengthValidator, RegexValidator
from drf_spectacular.openapi import AutoSchema

from publishing.api.answers import LICENCE
from publishing.api.parameters import MOST_ROWS, ROWS
from publishing.api.problems import KINDS, MEDIA_TYPE
from publishing.filters import LONGEST_SEARCH, MOST_TERMS, Search

Json = dict[str, Any]

PROBLEM: Json = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "instance", "errors"],
    "properties": {
        "type": {"type": "string", "description": "The page that explains this kind of problem"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "The id of the request"},
        "reason": {"type": "string", "description": "Of a 410: why, as a neutral code"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "pointer", "detail"],
                "properties": {
                    name: {"type": "string"} for name in ("parameter", "pointer", "detail")
                },
            },
        },
    },
}
ADDRESS = {"type": ["string", "null"], "format": "uri"}
OF_A_LIST: Json = {
    "next": ADDRESS,
    "previous": ADDRESS,
    "as_of": {"type": "string", "format": "date"},
    "licence": {"const": LICENCE},
}
#: What parts words: the spaces of `str.split`, spelled out, since regular expressions differ in \s.
SPACES = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACE, LETTER, SIGN = f"[{SPACES}]", rf"[^{SPACES}\u0000]", r"[^\u0000]"
WORDS = rf"^{SPACE}*({LETTER}+{SPACE}+){{0,{MOST_TERMS - 1}}}{LETTER}+{SPACE}*$"


class Document(AutoSchema):
    """What REST framework's default schema class is for our views."""

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").partition("/")[0] or "root"]

    def get_description(self) -> str:
        own = getattr(self.view, self.view.action).__doc__ if self._action() else None
        return "\n\n".join(filter(None, [type(self.view).__doc__, own]))

    def get_filter_backends(self) -> list[Any]:
        return []

    def _get_parameters(self) -> list[Json]:
        return [*self._in_path(), *self._in_query()]

    def _in_path(self) -> Iterator[Json]:
        if "{id}" in self.path:
            schema = {"type": "string", "format": "uuid"}
            yield {"name": "id", "in": "path", "required": True, "schema": schema}

    def _in_query(self) -> Iterator[Json]:
        view, action = self.view, self._action()
        names = [renderer.format for renderer in view.renderer_classes]
        if action == "retrieve":
            names = ["json"]
        yield parameter("format", {"type": "string", "enum": names})
        if action in ("list", "retrieve") and hasattr(view, "fields"):
            items = {"type": "string", "enum": view.fields()}
            chosen = {"type": "array", "items": items, "minItems": 1}
            yield parameter("fields", chosen) | {"style": "form", "explode": False}
        if action != "list":
            return
        size = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": ROWS}
        yield parameter("page_size", size)
        yield parameter(view.place, {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"})
        if hasattr(view, "orderings"):
            names = [sign + name for name in view.orderings for sign in ("", "-")]
            yield parameter("ordering", {"type": "string", "enum": names, "default": view.ordering})
        for name, each in getattr(view, "filters", dict)().items():
            yield parameter(name, schema_of(each), each.extra.get("help_text", ""))

    def _action(self) -> str | None:
        return getattr(self.view, "action", None)

    def _get_request_body(self, direction: str = "request") -> None:
        return None

    def _get_response_bodies(self, direction: str = "response") -> Json:
        wrong = ["bad-parameter", "not-found", "gone", "not-acceptable", "address-too-long"]
        if "{id}" not in self.path:
            wrong = [name for name in wrong if name not in ("not-found", "gone")]
        return {
            "200": {"description": "The answer", "content": self._content()},
            "304": {"description": "The answer is the one that If-None-Match names"},
            **{str(KINDS[name].status): problem(name) for name in wrong},
        }

    def _content(self) -> Json:
        view = self.view
        content = {"application/json": {"schema": self._answer()}}
        if self._action() == "list":
            for renderer in view.renderer_classes[1:]:
                content[renderer.media_type] = {"schema": {"type": "string"}}
        return content

    def _answer(self) -> Json:
        shapes = getattr(self.view, "shapes", {})
        shape = shapes.get(self._action(), getattr(self.view, "serializer_class", None))
        if shape is None:
            return {"type": "object"}
        component = self.resolve_serializer(shape, "response")
        if hasattr(self.view, "fields"):
            component.schema.pop("required", None)  # `fields` leaves any of them out
        one = component.ref
        if self._action() != "list":
            return one
        properties = {"results": {"type": "array", "items": one}, **OF_A_LIST}
        properties |= getattr(self.view, "beside", {})
        return {"type": "object", "required": list(properties), "properties": properties}


def parameter(name: str, schema: Json, description: str = "") -> Json:
    words = {"description": str(description)} if description else {}
    return {"name": name, "in": "query", "schema": schema, **words}


def problem(name: str) -> Json:
    kind = KINDS[name]
    example = {
        "type": f"/api/v1/docs/#{name}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.meaning,
        "instance": "urn:uuid:5c3ab4a0-2a3c-4b62-8a2e-3f5b2a3f8d11",
        "errors": [],
    }
    return {
        "description": kind.title,
        "content": {MEDIA_TYPE: {"schema": PROBLEM, "example": example}},
    }


def schema_of(each: django_filters.Filter) -> Json:
    """What a filter accepts."""
    if isinstance(each, Search):
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH, "pattern": WORDS}
    if "choices" in each.extra:
        return {"type": "string", "enum": [value for value, _ in each.extra["choices"]]}
    if isinstance(each, django_filters.UUIDFilter):
        return {"type": "string", "format": "uuid"}
    if isinstance(each, django_filters.DateFilter):
        return {"type": "string", "format": "date"}
    schema: Json = {"type": "string", "pattern": rf"^{SIGN}*{LETTER}{SIGN}*$", "maxLength": 200}
    for validator in each.extra.get("validators", ()):
        if isinstance(validator, RegexValidator):
            schema["pattern"] = validator.regex.pattern.replace(r"\Z", "$")
        elif isinstance(validator, MaxLengthValidator):
            schema["maxLength"] = validator.limit_value
    return schema
