from rest_framework import serializers

from publishing.api.absences import Where
from publishing.api.resources import Resource
from publishing.api.serializers import (
    NumberField,
    OrganisationNameSerializer,
    ResourceSerializer,
    TextsField,
    choice_field,
    date_field,
    list_fields,
)
from releases.enums import DestinationKind, Measure, Mode, ScopeDimension, Standing, Unit
from releases.filters import ClaimFilters
from releases.projections import PublishedClaim
from sources.api import CitedSourceSerializer, SpeakerSerializer


class PlaceSerializer(serializers.Serializer):
    """A destination where it is mentioned."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    kind = choice_field(DestinationKind)
    country = serializers.CharField()
    name = TextsField()


class ScopeSerializer(serializers.Serializer):
    """Whom a figure counts: several values of one dimension are “or”, dimensions are “and”."""

    dimension = choice_field(ScopeDimension)
    value = serializers.CharField(allow_null=True)
    place = PlaceSerializer(allow_null=True)


class TermSerializer(serializers.Serializer):
    """Plus or minus a claim, in the formula of a derived one."""

    sign = serializers.IntegerField()
    claim = serializers.UUIDField()


class ClaimSerializer(ResourceSerializer):
    measure = choice_field(Measure)
    scope = ScopeSerializer(many=True)
    unit = choice_field(Unit)
    yardstick = OrganisationNameSerializer(
        allow_null=True, help_text="Whose definition the figure counts by"
    )
    low = NumberField(allow_null=True)
    high = NumberField(allow_null=True)
    mode = choice_field(Mode)
    speaker = SpeakerSerializer(allow_null=True)
    period_start = date_field("First of when the counted things happened")
    period_end = date_field("Last of when the counted things happened")
    as_of = date_field("The cut-off at which the figure is true")
    said_on = date_field("When it was said; never a cut-off")
    standing = choice_field(Standing)
    formula = TermSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedClaim
        fields = list_fields(PublishedClaim)


class ClaimResource(Resource):
    """Figures as somebody gave them. Which of them agree is in a wave's ledger."""

    noun = "claims"
    projection = PublishedClaim
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilters
    ordering_fields = {"date": "sort_on"}
    ordering = "-date"
    absent = {
        **dict.fromkeys(["wave_id", "side_id", "country", "event_id"], "not_applicable"),
        **dict.fromkeys(["programme_id", "yardstick", "corrected_by_id"], "not_applicable"),
        **dict.fromkeys(["currency", "per_cent_base", "reading"], "not_applicable"),
        **dict.fromkeys(["formula", "scope"], "not_applicable"),
        **dict.fromkeys(["low", "high", "period_start", "period_end"], "unknown"),
        **dict.fromkeys(["period_start_event_id", "period_end_event_id"], "not_applicable"),
        **dict.fromkeys(["as_of", "said_on", "printed"], "unknown"),
        "speaker": Where("mode", Mode.DERIVED, "not_applicable"),
    }
