"""The shapes that answers are made of: for the OpenAPI document, and to test the fast path by.

No answer passes through a serializer; the views already hold its JSON.
"""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from publishing.api.absences import explain_missing
from publishing.languages import LANGUAGES
from publishing.projections import Projection

REASONS = ("unknown", "withheld", "not_applicable")
PRECISIONS = ("day", "month", "year", "about", "before", "after", "span", "unknown")
#: What every object ends with.
LAST = ("updated_on", "sources", "unsourced_since")


def list_fields(projection: type[Projection]) -> list[str]:
    """What an answer shows of a projection: its columns, and what every object has."""
    apart = {"id", *LAST, *projection.asked_only}
    columns = [field.name for field in projection._meta.fields if field.name not in apart]
    return ["id", "url", *columns, *LAST, "missing"]


class InexactDateSerializer(serializers.Serializer):
    """A date as exact as it is known: EDTF, and the first and last day that it can be."""

    value = serializers.CharField(help_text="EDTF: 2025-12-13, 2025-12, 2025~, ../2025, XXXX")
    precision = serializers.ChoiceField(PRECISIONS)
    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)


@extend_schema_field(
    {
        "type": "object",
        "description": "A text by language; languages without a text are left out.",
        "properties": {language: {"type": "string"} for language in LANGUAGES},
        "additionalProperties": False,
    }
)
class TextsField(serializers.JSONField):
    """A text by language."""


@extend_schema_field(
    {
        "type": "object",
        "description": "Why a field of this object is empty: `unknown` (nobody knows, or it is not"
        " recorded), `withheld` (known or not, it is not shown) or `not_applicable`.",
        "additionalProperties": {"type": "string", "enum": list(REASONS)},
    }
)
class MissingField(serializers.ReadOnlyField):
    """The reason for each empty field."""


class NumberField(serializers.FloatField):
    """A figure as a JSON number, whole where it is whole."""

    def to_representation(self, value: Any) -> Any:
        return int(value) if value == int(value) else float(value)


def choice_field(choices: Any, *more: str, **options: Any) -> serializers.ChoiceField:
    """A code of a closed vocabulary, and what else the views put in its place.

    The labels stay lazy: the language of whoever first asks is not that of the document.
    """
    return serializers.ChoiceField([*choices.choices, *more], **options)


def choices_field(choices: Any) -> serializers.ListField:
    return serializers.ListField(child=choice_field(choices))


def date_field(help_text: str = "") -> InexactDateSerializer:
    return InexactDateSerializer(allow_null=True, help_text=help_text)


class OrganisationNameSerializer(serializers.Serializer):
    """An organisation where it is mentioned."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    name = TextsField()


class ResourceSerializer(serializers.ModelSerializer):
    """What each object of the API has; Meta.fields is the columns of the noun's projection."""

    url = serializers.SerializerMethodField()
    unsourced_since = serializers.DateField(
        allow_null=True,
        help_text="Since when no public source supports it: its last one was withdrawn.",
    )
    missing = serializers.SerializerMethodField()

    def get_url(self, row: Any) -> str:
        """The address of this object."""
        return self.context["noun"].build_address(row.pk)

    @extend_schema_field(MissingField)
    def get_missing(self, row: Any) -> dict[str, str]:
        return explain_missing(self.context["noun"].absent, vars(row))
