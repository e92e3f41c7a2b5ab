"""The objects of a noun: dict rows of its projection, from the view to the answer."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, ClassVar

from publishing.api.encoding import JsonObject
from publishing.api.serializers import BLANK, InexactDateSerializer, ResourceSerializer
from publishing.projections import Projection

ROOT = "/api/v1/"
ReasonOrRule = str | Callable[[Mapping[str, Any]], str]


class RowObjects:
    """`absent` says for each field that can be empty why it is."""

    noun: ClassVar[str]
    projection: ClassVar[type[Projection]]
    serializer_class: ClassVar[type[ResourceSerializer]]
    absent: ClassVar[dict[str, ReasonOrRule]] = {}

    @classmethod
    def get_fields(cls) -> list[str]:
        return list(cls.serializer_class.Meta.fields)

    @classmethod
    def get_columns(cls, fields: Collection[str]) -> set[str]:
        """The columns of the projection that these fields need."""
        has = {field.name for field in cls.projection._meta.concrete_fields}
        wanted = has if "missing" in fields else {*fields, "id"}
        return wanted & has

    @classmethod
    def get_dates(cls) -> set[str]:
        declared = cls.serializer_class._declared_fields
        return {name for name, each in declared.items() if isinstance(each, InexactDateSerializer)}

    @classmethod
    def build_address(cls, pk: object) -> str:
        return f"{ROOT}{cls.noun}/{pk}/"

    @classmethod
    def as_dict(cls, row: JsonObject, fields: Collection[str]) -> JsonObject:
        """The object of a row: its fields and no others, in their order."""
        computed: JsonObject = {
            "url": cls.build_address(row["id"]),
            "sources": row.get("sources", []),
            "unsourced_since": row.get("unsourced_since"),
        }
        if "missing" in fields:
            computed["missing"] = cls.explain_missing(row)
        return {name: computed[name] if name in computed else row[name] for name in fields}

    @classmethod
    def explain_missing(cls, row: Mapping[str, Any]) -> dict[str, str]:
        """The reason for each empty field, and for each code that says itself that it is none."""
        reasons = {}
        for field, reason in cls.absent.items():
            value = row[field]
            if value in BLANK:
                reasons[field] = reason(row) if callable(reason) else reason
            elif value in ("unknown", "withheld"):
                reasons[field] = value
        return reasons
