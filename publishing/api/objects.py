"""The objects of a noun: dict rows of its projection, from the view to the answer."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from publishing.api.paging import Row
from publishing.api.shapes import BLANK, InexactDate, NounSerializer
from publishing.projections import Projection

ROOT = "/api/v1/"
Reason = str | Callable[[Mapping[str, Any]], str]


class Objects:
    """`absent` says for each field that can be empty why it is."""

    noun: ClassVar[str]
    projection: ClassVar[type[Projection]]
    serializer_class: ClassVar[type[NounSerializer]]
    absent: ClassVar[dict[str, Reason]] = {}

    @classmethod
    def fields(cls) -> list[str]:
        return list(cls.serializer_class.Meta.fields)

    @classmethod
    def columns(cls, fields: list[str]) -> set[str]:
        """The columns of the projection that these fields need."""
        has = {field.name for field in cls.projection._meta.concrete_fields}
        wanted = has if "missing" in fields else {*fields, "id"}
        return wanted & has

    @classmethod
    def dates(cls) -> set[str]:
        declared = cls.serializer_class._declared_fields
        return {name for name, field in declared.items() if isinstance(field, InexactDate)}

    @classmethod
    def address(cls, pk: object) -> str:
        return f"{ROOT}{cls.noun}/{pk}/"

    @classmethod
    def shown(cls, row: Row, fields: list[str]) -> Row:
        """The object of a row: its fields and no others, in their order."""
        computed: Row = {"url": cls.address(row["id"]), "sources": row.get("sources", [])}
        if "missing" in fields:
            computed["missing"] = cls.why_missing(row)
        return {name: computed[name] if name in computed else row[name] for name in fields}

    @classmethod
    def why_missing(cls, row: Mapping[str, Any]) -> dict[str, str]:
        """The reason for each empty field, and for each code that says itself that it is none."""
        reasons = {}
        for field, reason in cls.absent.items():
            value = row[field]
            if value in BLANK:
                reasons[field] = reason(row) if callable(reason) else reason
            elif value in ("unknown", "withheld"):
                reasons[field] = value
        return reasons
