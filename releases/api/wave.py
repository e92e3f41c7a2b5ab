from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from publishing.api.parameters import validate_params
from publishing.api.renderers import JSONRenderer
from publishing.api.resources import Resource
from publishing.api.serializers import (
    OrganisationNameSerializer,
    ResourceSerializer,
    choice_field,
    date_field,
    list_fields,
)
from publishing.public_reads import public_snapshot
from releases.api.serializers import LedgerSerializer
from releases.enums import PartyRole
from releases.evidence import gather_for_wave
from releases.filters import WaveFilters
from releases.ledger import as_json, compute_ledger
from releases.projections import PublishedWave
from sources.api import CitedSourceSerializer, SpeakerSerializer


class SideSerializer(serializers.Serializer):
    """One direction of a wave. An exchange has two or more."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    releasing = serializers.ListField(child=serializers.CharField())
    receiving = serializers.ListField(child=serializers.CharField())


class PartySerializer(serializers.Serializer):
    organisation = OrganisationNameSerializer()
    representative = SpeakerSerializer(allow_null=True)
    role = choice_field(PartyRole)
    side = serializers.IntegerField(allow_null=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class WaveSerializer(ResourceSerializer):
    decided_on = date_field("The decree's day")
    released_on = date_field("The day on which state custody ended")
    crossed_on = date_field("The border's day")
    sides = SideSerializer(many=True)
    parties = PartySerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedWave
        fields = list_fields(PublishedWave)


class WaveResource(Resource):
    """People freed together, as we count it; `grouping_reason` says why it is one wave."""

    noun = "waves"
    projection = PublishedWave
    serializer_class = WaveSerializer
    filterset_class = WaveFilters
    ordering_fields = {"date": "began_on", "slug": "slug"}
    ordering = "-date"
    absent = {
        **dict.fromkeys(["decided_on", "released_on", "crossed_on"], "unknown"),
        **dict.fromkeys(["sides", "parties"], "unknown"),
        "more_in_record": "withheld",
    }

    @action(detail=True, renderer_classes=[JSONRenderer], serializer_class=LedgerSerializer)
    def ledger(self, request: Request, pk: str) -> HttpResponseBase:
        """How the figures about this wave and their sums agree."""
        validate_params(request.query_params, {"format"})
        with public_snapshot():
            if not self.get_queryset().filter(pk=pk).exists():
                return self.answer_absent(pk)
            return Response(as_json(compute_ledger(gather_for_wave(pk))))
