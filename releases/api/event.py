from rest_framework import serializers

from publishing.api.nouns import Noun
from publishing.api.shapes import InexactDate, NounSerializer, Texts, one_of
from publishing.filters import in_every_language
from releases.enums import EventKind, EventRelation, StageKind
from releases.filters import AnswerFilters, EventFilters
from releases.projections import PublishedAnswer, PublishedEvent
from sources.api import CitedSource, Speaker


class Stage(serializers.Serializer):
    """What became of an event on a day, as the sources say."""

    kind = one_of(StageKind)
    on = InexactDate(allow_null=True)
    speaker = Speaker(allow_null=True)
    note = Texts()
    sources = CitedSource(many=True)


class WaveTitle(serializers.Serializer):
    slug = serializers.CharField()
    title = Texts()


class Link(WaveTitle):
    """How somebody relates an event to a wave, or denies it."""

    wave = serializers.UUIDField()
    relation = one_of(EventRelation)
    is_denied = serializers.BooleanField()
    speaker = Speaker(allow_null=True)
    sources = CitedSource(many=True)


class EventSerializer(NounSerializer):
    kind = one_of(EventKind)
    speaker = Speaker(allow_null=True)
    stages = Stage(many=True)
    links = Link(many=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedEvent
        fields = [
            "id",
            "url",
            "kind",
            *in_every_language("title"),
            *in_every_language("summary"),
            "country",
            "speaker",
            "excerpt",
            "excerpt_language",
            "stages",
            "links",
            "updated_on",
            "sources",
            "missing",
        ]


class EventNoun(Noun):
    """What happened around the releases: sanctions, licences, decrees, words."""

    noun = "events"
    projection = PublishedEvent
    serializer_class = EventSerializer
    filterset_class = EventFilters
    orderings = {"date": "began_on"}
    ordering = "-date"
    absent = {
        "country": "not_applicable",
        "speaker": "not_applicable",
        "excerpt": "not_applicable",
        "excerpt_language": "not_applicable",
        "stages": "unknown",
        "links": "not_applicable",
    }


class AboutWave(WaveTitle):
    id = serializers.UUIDField()


class AnswerSerializer(NounSerializer):
    figures = serializers.DictField(
        child=serializers.UUIDField(), help_text="The claim for each {token} of the text."
    )
    waves = AboutWave(many=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedAnswer
        fields = [
            "id",
            "url",
            "slug",
            "number",
            *in_every_language("question"),
            *in_every_language("body"),
            "answered_on",
            "figures",
            "waves",
            "updated_on",
            "sources",
            "missing",
        ]


class AnswerNoun(Noun):
    """Questions that readers ask, answered from the record; bodies are Markdown."""

    noun = "answers"
    projection = PublishedAnswer
    serializer_class = AnswerSerializer
    filterset_class = AnswerFilters
    orderings = {"number": "number"}
    ordering = "number"
    absent = {"figures": "not_applicable", "waves": "not_applicable"}
