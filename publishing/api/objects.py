"""The objects of a noun: dict rows of its projection, from the view to the answer."""

from collections.abc import Collection
from typing import ClassVar

from publishing.api.absences import Reasons, explain_missing
from publishing.api.encoding import JsonObject
from publishing.api.serializers import InexactDateSerializer, ResourceSerializer
from publishing.projections import Projection

ROOT = "/api/v1/"


class RowObjects:
    """`absent` says for each field that can be empty why it is."""

    noun: ClassVar[str]
    projection: ClassVar[type[Projection]]
    serializer_class: ClassVar[type[ResourceSerializer]]
    absent: ClassVar[Reasons] = {}

    @classmethod
    def get_fields(cls) -> list[str]:
        return list(cls.serializer_class.Meta.fields)

    @classmethod
    def get_columns(cls, fields: Collection[str]) -> set[str]:
        """The columns of the projection, and those of the query, that these fields need."""
        has = {field.name for field in cls.projection._meta.concrete_fields} | {*cls.absent}
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
            computed["missing"] = explain_missing(cls.absent, row)
        return {name: computed[name] if name in computed else row[name] for name in fields}
