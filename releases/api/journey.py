from rest_framework import serializers

from publishing.api.resources import Resource
from publishing.api.serializers import (
    InexactDateSerializer,
    NumberField,
    OrganisationNameSerializer,
    ResourceSerializer,
    choice_field,
    date_field,
    list_fields,
)
from releases.api.claim import PlaceSerializer
from releases.enums import (
    ConditionAfter,
    DestinationKind,
    Disposition,
    DocumentState,
    LegalBasis,
    LegChoice,
    LegKind,
    Will,
)
from releases.filters import DestinationFilters, LegFilters, ReleaseFilters
from releases.projections import PublishedDestination, PublishedLeg, PublishedRelease
from sources.api import CitedSourceSerializer, NoSourcesSerializer


class DestinationSerializer(NoSourcesSerializer):
    kind = choice_field(DestinationKind)
    latitude = NumberField(allow_null=True)
    longitude = NumberField(allow_null=True)

    class Meta:
        model = PublishedDestination
        fields = list_fields(PublishedDestination)


class DestinationResource(Resource):
    """Places where people were taken and where they went on to."""

    noun = "destinations"
    projection = PublishedDestination
    serializer_class = DestinationSerializer
    filterset_class = DestinationFilters
    ordering_fields = {"code": "code"}
    ordering = "code"
    absent = {
        "within_id": "not_applicable",
        "within_code": "not_applicable",
        "latitude": "unknown",
        "longitude": "unknown",
    }


class ConditionSerializer(serializers.Serializer):
    """What was left of the sentence after release. “Extremist” lists are the state's claim."""

    kind = choice_field(ConditionAfter)
    since = InexactDateSerializer(allow_null=True)
    until = InexactDateSerializer(allow_null=True)


class ReleaseSerializer(ResourceSerializer):
    released_on = date_field("The day on which state custody ended")
    legal_basis = choice_field(LegalBasis)
    disposition = choice_field(Disposition, "withheld")
    will = choice_field(Will)
    documents = choice_field(DocumentState)
    conditions = ConditionSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedRelease
        fields = list_fields(PublishedRelease)


class ReleaseResource(Resource):
    """How shown people came free."""

    noun = "releases"
    projection = PublishedRelease
    serializer_class = ReleaseSerializer
    filterset_class = ReleaseFilters
    ordering_fields = {"released_on": "released_sort"}
    ordering = "-released_on"
    absent = {
        "wave_id": "not_applicable",
        "side": "not_applicable",
        "outside_wave_reason": "not_applicable",
        **dict.fromkeys(["released_on", "legal_basis", "disposition", "will"], "unknown"),
        **dict.fromkeys(["documents", "conditions"], "unknown"),
    }


class LegSerializer(ResourceSerializer):
    kind = choice_field(LegKind)
    origin = PlaceSerializer(allow_null=True)
    destination = PlaceSerializer(allow_null=True)
    departed_on = date_field()
    arrived_on = date_field()
    choice = choice_field(LegChoice)
    documents = choice_field(DocumentState)
    invited_by = OrganisationNameSerializer(allow_null=True)
    transported_by = OrganisationNameSerializer(allow_null=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedLeg
        fields = list_fields(PublishedLeg)


class LegResource(Resource):
    """Moves of shown people, from a place to a place."""

    noun = "legs"
    projection = PublishedLeg
    serializer_class = LegSerializer
    filterset_class = LegFilters
    ordering_fields = {"departed_on": "departed_sort"}
    ordering = "-departed_on"
    absent = {
        "wave_id": "not_applicable",
        "break_reason": "not_applicable",
        **dict.fromkeys(["origin", "destination"], "withheld"),
        **dict.fromkeys(["kind", "departed_on", "arrived_on", "choice", "documents"], "unknown"),
        **dict.fromkeys(["invited_by", "transported_by"], "unknown"),
    }
