"""Waves and speakers in the shape that the product's words and templates read."""

from datetime import date

from rest_framework import serializers

from releases.models import Member, Party, Side, Wave
from releases.projections import PublishedWave
from sources.models import Organisation, Speaker
from tests.bench.ordinary.serializers import (
    CitationSerializer,
    Day,
    OrganisationSerializer,
    Texts,
    WhereVisible,
)


class SpokenForSerializer(WhereVisible):
    name = Texts("name")

    class Meta:
        model = Organisation
        fields = ["id", "code", "name", "kind"]


class SpeakerSerializer(WhereVisible):
    name, function = Texts("name"), Texts("function")
    organisation = SpokenForSerializer()

    class Meta:
        model = Speaker
        fields = ["id", "code", "kind", "name", "function", "organisation"]


class SideSerializer(serializers.ModelSerializer):
    class Meta:
        model = Side
        fields = ["id", "number", "releasing", "receiving"]


class PartySerializer(serializers.ModelSerializer):
    organisation = OrganisationSerializer()
    representative = SpeakerSerializer()
    side = serializers.IntegerField(source="side.number", default=None)
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Party
        fields = ["organisation", "representative", "role", "side", "sources", "unsourced_since"]


class MemberSerializer(serializers.ModelSerializer):
    person_id, wave_id = (
        serializers.ReadOnlyField(),
        serializers.ReadOnlyField(source="side.wave_id"),
    )
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Member
        fields = [
            "person_id",
            "wave_id",
            "role",
            "outcome",
            "is_verified",
            "sources",
            "unsourced_since",
        ]


class WaveSerializer(serializers.ModelSerializer):
    decided_on, released_on, crossed_on = Day(), Day(), Day()
    began_on = serializers.SerializerMethodField()
    ended_on = serializers.SerializerMethodField()
    sides = SideSerializer(many=True)
    parties = PartySerializer(many=True)
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Wave
        fields = [field.name for field in PublishedWave._meta.fields if field.name != "updated_on"]

    def get_began_on(self, wave: Wave) -> date:
        dates = [on for on in (wave.released_on, wave.crossed_on, wave.decided_on) if on]
        known = [*(on.earliest for on in dates), *(on.latest for on in dates)]
        return next(filter(None, known), date.min)

    def get_ended_on(self, wave: Wave) -> date | None:
        dates = (wave.released_on, wave.crossed_on, wave.decided_on)
        return next((on.latest for on in dates if on and on.latest), None)
