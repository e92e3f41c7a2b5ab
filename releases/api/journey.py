from rest_framework import serializers

from publishing.api.nouns import Noun
from publishing.api.shapes import (
    InexactDate,
    NounSerializer,
    Number,
    OrganisationName,
    date,
    one_of,
)
from publishing.filters import in_every_language
from releases.api.claim import Place
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
from sources.api import CitedSource, NoSources


class DestinationSerializer(NoSources):
    kind = one_of(DestinationKind)
    latitude = Number(allow_null=True)
    longitude = Number(allow_null=True)

    class Meta:
        model = PublishedDestination
        fields = [
            "id",
            "url",
            "code",
            "kind",
            "country",
            "within_id",
            "within_code",
            *in_every_language("name"),
            "latitude",
            "longitude",
            "updated_on",
            "sources",
            "missing",
        ]


class DestinationNoun(Noun):
    """Places where people were taken and where they went on to."""

    noun = "destinations"
    projection = PublishedDestination
    serializer_class = DestinationSerializer
    filterset_class = DestinationFilters
    orderings = {"code": "code"}
    ordering = "code"
    absent = {
        "within_id": "not_applicable",
        "within_code": "not_applicable",
        "latitude": "unknown",
        "longitude": "unknown",
    }


class Condition(serializers.Serializer):
    """What was left of the sentence after release. “Extremist” lists are the state's claim."""

    kind = one_of(ConditionAfter)
    since = InexactDate(allow_null=True)
    until = InexactDate(allow_null=True)


class ReleaseSerializer(NounSerializer):
    released_on = date("The day on which state custody ended")
    legal_basis = one_of(LegalBasis)
    disposition = one_of(Disposition, "withheld")
    will = one_of(Will)
    documents = one_of(DocumentState)
    conditions = Condition(many=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedRelease
        fields = [
            "id",
            "url",
            "person_id",
            "wave_id",
            "side",
            "released_on",
            "legal_basis",
            "disposition",
            "will",
            "documents",
            "conditions",
            "outside_wave_reason",
            "updated_on",
            "sources",
            "missing",
        ]


class ReleaseNoun(Noun):
    """How shown people came free."""

    noun = "releases"
    projection = PublishedRelease
    serializer_class = ReleaseSerializer
    filterset_class = ReleaseFilters
    orderings = {"released_on": "released_sort"}
    ordering = "-released_on"
    absent = {
        "wave_id": "not_applicable",
        "side": "not_applicable",
        "outside_wave_reason": "not_applicable",
        **dict.fromkeys(["released_on", "legal_basis", "disposition", "will"], "unknown"),
        **dict.fromkeys(["documents", "conditions"], "unknown"),
    }


class LegSerializer(NounSerializer):
    kind = one_of(LegKind)
    origin = Place(allow_null=True)
    destination = Place(allow_null=True)
    departed_on = date()
    arrived_on = date()
    choice = one_of(LegChoice)
    documents = one_of(DocumentState)
    invited_by = OrganisationName(allow_null=True)
    transported_by = OrganisationName(allow_null=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedLeg
        fields = [
            "id",
            "url",
            "person_id",
            "wave_id",
            "number",
            "kind",
            "origin",
            "destination",
            "departed_on",
            "arrived_on",
            "choice",
            "documents",
            "invited_by",
            "transported_by",
            "break_reason",
            "updated_on",
            "sources",
            "missing",
        ]


class LegNoun(Noun):
    """Moves of shown people, from a place to a place."""

    noun = "legs"
    projection = PublishedLeg
    serializer_class = LegSerializer
    filterset_class = LegFilters
    orderings = {"departed_on": "departed_sort"}
    ordering = "-departed_on"
    absent = {
        "wave_id": "not_applicable",
        "break_reason": "not_applicable",
        **dict.fromkeys(["origin", "destination"], "withheld"),
        **dict.fromkeys(["kind", "departed_on", "arrived_on", "choice", "documents"], "unknown"),
        **dict.fromkeys(["invited_by", "transported_by"], "unknown"),
    }
