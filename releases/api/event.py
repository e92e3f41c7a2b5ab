from rest_framework import serializers

from publishing.api.resources import Resource
from publishing.api.serializers import (
    InexactDateSerializer,
    ResourceSerializer,
    TextsField,
    choice_field,
    list_fields,
)
from releases.enums import EventKind, EventRelation, StageKind
from releases.filters import AnswerFilters, EventFilters
from releases.projections import PublishedAnswer, PublishedEvent
from sources.api import CitedSourceSerializer, SpeakerSerializer


class StageSerializer(serializers.Serializer):
    """What became of an event on a day, as the sources say."""

    kind = choice_field(StageKind)
    on = InexactDateSerializer(allow_null=True)
    speaker = SpeakerSerializer(allow_null=True)
    note = TextsField()
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class WaveTitleSerializer(serializers.Serializer):
    slug = serializers.CharField()
    title = TextsField()


class LinkSerializer(WaveTitleSerializer):
    """How somebody relates an event to a wave, or denies it."""

    wave = serializers.UUIDField()
    relation = choice_field(EventRelation)
    is_denied = serializers.BooleanField()
    speaker = SpeakerSerializer(allow_null=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class EventSerializer(ResourceSerializer):
    kind = choice_field(EventKind)
    speaker = SpeakerSerializer(allow_null=True)
    stages = StageSerializer(many=True)
    links = LinkSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedEvent
        fields = list_fields(PublishedEvent)


class EventResource(Resource):
    """What happened around the releases: sanctions, licences, decrees, words."""

    noun = "events"
    projection = PublishedEvent
    serializer_class = EventSerializer
    filterset_class = EventFilters
    ordering_fields = {"date": "began_on"}
    ordering = "-date"
    absent = {
        "country": "not_applicable",
        "speaker": "not_applicable",
        "excerpt": "not_applicable",
        "excerpt_language": "not_applicable",
        "stages": "unknown",
        "links": "not_applicable",
    }


class AboutWaveSerializer(WaveTitleSerializer):
    id = serializers.UUIDField()


class AnswerSerializer(ResourceSerializer):
    figures = serializers.DictField(
        child=serializers.UUIDField(), help_text="The claim for each {token} of the text."
    )
    waves = AboutWaveSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedAnswer
        fields = list_fields(PublishedAnswer)


class AnswerResource(Resource):
    """Questions that readers ask, answered from the record; bodies are Markdown."""

    noun = "answers"
    projection = PublishedAnswer
    serializer_class = AnswerSerializer
    filterset_class = AnswerFilters
    ordering_fields = {"number": "number"}
    ordering = "number"
    absent = {"figures": "not_applicable", "waves": "not_applicable"}
