from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request

from people.persons.api import PersonNoun
from publishing.api import parameters
from publishing.api.answers import json_answer
from publishing.api.formats import JSON
from publishing.api.nouns import Noun
from publishing.api.shapes import NounSerializer, OrganisationName, date, one_of
from publishing.filters import in_every_language
from publishing.public_reads import public_snapshot
from releases.api.shapes import LedgerShape
from releases.enums import PartyRole
from releases.evidence import gather_for_wave
from releases.filters import PersonOfWaveFilters, WaveFilters
from releases.ledger import as_json, compute_ledger
from releases.projections import PublishedWave
from sources.api import CitedSource, Speaker


class Side(serializers.Serializer):
    """One direction of a wave. An exchange has two or more."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    releasing = serializers.ListField(child=serializers.CharField())
    receiving = serializers.ListField(child=serializers.CharField())


class Party(serializers.Serializer):
    organisation = OrganisationName()
    representative = Speaker(allow_null=True)
    role = one_of(PartyRole)
    side = serializers.IntegerField(allow_null=True)
    sources = CitedSource(many=True)


class WaveSerializer(NounSerializer):
    decided_on = date("The decree's day")
    released_on = date("The day on which state custody ended")
    crossed_on = date("The border's day")
    sides = Side(many=True)
    parties = Party(many=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedWave
        fields = [
            "id",
            "url",
            "slug",
            "country",
            *in_every_language("title"),
            *in_every_language("summary"),
            *in_every_language("choice"),
            "decided_on",
            "released_on",
            "crossed_on",
            "is_open",
            "sides",
            "parties",
            "updated_on",
            "sources",
            "missing",
        ]


class WaveNoun(Noun):
    """People freed together, as we count it; `choice` says why it is one wave."""

    noun = "waves"
    projection = PublishedWave
    serializer_class = WaveSerializer
    filterset_class = WaveFilters
    orderings = {"date": "began_on", "slug": "slug"}
    ordering = "-date"
    absent = {
        **dict.fromkeys(["decided_on", "released_on", "crossed_on"], "unknown"),
        **dict.fromkeys(["sides", "parties"], "unknown"),
    }

    shapes = {"ledger": LedgerShape}

    @action(detail=True, renderer_classes=[JSON])
    def ledger(self, request: Request, pk: str) -> HttpResponseBase:
        """How the figures about this wave, their sums and our records agree."""
        parameters.given(request.query_params, {"format"})
        with public_snapshot():
            if not PublishedWave.objects.filter(pk=pk).exists():
                return self.elsewhere(pk)
            return json_answer(request, as_json(compute_ledger(gather_for_wave(pk))))


class PersonOfWaveNoun(PersonNoun):
    """People, who can be asked for by wave: waves stand in this room."""

    filterset_class = PersonOfWaveFilters
