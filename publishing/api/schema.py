"""The OpenAPI document of a view, by the hooks that drf-spectacular documents.

Parameters come from the view's filter backends and its pagination, shapes from its serializers.
"""

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, OpenApiTypes

from publishing.api.encoding import JsonObject
from publishing.api.problems import KINDS, MEDIA_TYPE

PROBLEM: JsonObject = {
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


OF_A_LIST = ("bad-parameter", "bad-key", "not-acceptable", "address-too-long")
OF_AN_ID = ("not-found", "gone")


class PublicSchema(AutoSchema):
    """What REST framework's default schema class is for our views."""

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").partition("/")[0] or "root"]

    def get_description(self) -> str:
        action = self.get_action()
        own = getattr(self.view, action).__doc__ if action else None
        return "\n\n".join(filter(None, [type(self.view).__doc__, own]))

    def get_auth(self) -> list[JsonObject]:
        """What is public needs no key."""
        return []

    def get_action(self) -> str | None:
        return getattr(self.view, "action", None)

    def get_override_parameters(self) -> list[OpenApiParameter]:
        """`format` everywhere; `fields` where a noun has fields to choose from."""
        if self.method != "GET":
            return []
        names = [renderer.format for renderer in self.view.renderer_classes]
        kept = names[:1] if self.get_action() == "retrieve" else names
        parameters = [OpenApiParameter("format", {"type": "string"}, enum=kept)]
        if hasattr(self.view, "get_fields") and self.get_action() in ("list", "retrieve"):
            items = {"type": "string", "enum": self.view.get_fields()}
            chosen = {"type": "array", "items": items, "minItems": 1}
            parameters += [OpenApiParameter("fields", chosen, style="form", explode=False)]
        return parameters

    def get_response_serializers(self) -> dict[Any, Any]:
        wrong = [*OF_A_LIST, *(OF_AN_ID if "{id}" in self.path else ())]
        shape = getattr(self.view, "serializer_class", None) or {"type": "object"}
        return {
            (200, "application/json"): OpenApiResponse(shape, "The answer"),
            **self.describe_exports(),
            304: OpenApiResponse(description="The answer is the one that If-None-Match names"),
            **describe_problems(*wrong),
        }

    def describe_exports(self) -> dict[Any, Any]:
        kinds = self.view.renderer_classes[1:] if self.get_action() == "list" else []
        return {(200, kind.media_type): OpenApiTypes.STR for kind in kinds}


def describe_problems(*names: str) -> dict[Any, OpenApiResponse]:
    """The responses that tell these kinds of problems."""
    return {
        (KINDS[name].status, MEDIA_TYPE): OpenApiResponse(
            PROBLEM, KINDS[name].title, [OpenApiExample(name, example_of(name))]
        )
        for name in names
    }


def example_of(name: str) -> JsonObject:
    kind = KINDS[name]
    return {
        "type": f"/api/v1/docs/#{name}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.meaning,
        "instance": "urn:uuid:5c3ab4a0-2a3c-4b62-8a2e-3f5b2a3f8d11",
        "errors": [],
    }


class ResourceSerializerExtension(OpenApiSerializerExtension):
    """The parameter `fields` leaves any field out, so that none is required."""

    target_class = "publishing.api.serializers.ResourceSerializer"
    match_subclasses = True

    def map_serializer(self, auto_schema: AutoSchema, direction: Any) -> JsonObject:
        schema = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {name: part for name, part in schema.items() if name != "required"}
