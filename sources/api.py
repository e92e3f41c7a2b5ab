"""Organisations and sources in the API, and how other nouns show them."""

from rest_framework import serializers

from publishing.api.absences import Where
from publishing.api.resources import Resource
from publishing.api.serializers import (
    InexactDateSerializer,
    OrganisationNameSerializer,
    ResourceSerializer,
    TextsField,
    choice_field,
    date_field,
    list_fields,
)
from sources.enums import (
    Confidence,
    HostKind,
    Locator,
    OrganisationKind,
    RemarkKind,
    SourceKind,
    SpeakerKind,
    UpstreamKind,
)
from sources.filters import OrganisationFilters, SourceFilters
from sources.projections import PublishedOrganisation, PublishedSource


class PublisherSerializer(OrganisationNameSerializer):
    risky_in = serializers.ListField(
        child=serializers.CharField(), help_text="Countries where a link to it endangers a reader."
    )


class CitedSourceSerializer(serializers.Serializer):
    """A source where it is cited, and the place in it."""

    id = serializers.UUIDField()
    publisher = PublisherSerializer(allow_null=True)
    title = serializers.CharField()
    language = serializers.CharField()
    kind = choice_field(SourceKind)
    address = serializers.CharField(allow_blank=True)
    archived_address = serializers.CharField(allow_blank=True)
    published_on = InexactDateSerializer(allow_null=True)
    upstream_kind = choice_field(UpstreamKind)
    locator = choice_field(Locator)
    locator_detail = serializers.CharField(allow_blank=True)
    excerpt = serializers.CharField(allow_blank=True)
    confidence = choice_field(Confidence)


class OrganisationOfSpeakerSerializer(OrganisationNameSerializer):
    kind = choice_field(OrganisationKind)


class SpeakerSerializer(serializers.Serializer):
    """Who says something: an organisation, an office-holder, or somebody not known."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    kind = choice_field(SpeakerKind)
    name = TextsField()
    function = TextsField()
    organisation = OrganisationOfSpeakerSerializer(allow_null=True)


class HostSerializer(serializers.Serializer):
    host = serializers.CharField()
    kind = choice_field(HostKind)


class RemarkSerializer(serializers.Serializer):
    """A known defect of a source: what it prints and how we read it."""

    kind = choice_field(RemarkKind)
    printed = serializers.CharField(allow_blank=True)
    reading = TextsField()
    reason = TextsField()


class NoSourcesSerializer(ResourceSerializer):
    """An entry of our own vocabulary, or a source itself, cites nothing."""

    sources = serializers.ListField(child=CitedSourceSerializer(), default=[], read_only=True)
    unsourced_since = serializers.DateField(allow_null=True, default=None, read_only=True)


class OrganisationSerializer(NoSourcesSerializer):
    kind = choice_field(OrganisationKind)
    hosts = HostSerializer(many=True)
    risky_in = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = PublishedOrganisation
        fields = list_fields(PublishedOrganisation)


class OrganisationResource(Resource):
    """Organisations that publish, count, negotiate, receive or help."""

    noun = "organisations"
    projection = PublishedOrganisation
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilters
    ordering_fields = {"code": "code"}
    ordering = "code"
    absent = {
        "country": "not_applicable",
        "website": "unknown",
        "risky_in": "not_applicable",
        "hosts": "unknown",
    }


class SourceSerializer(NoSourcesSerializer):
    publisher = PublisherSerializer(allow_null=True)
    kind = choice_field(SourceKind)
    upstream_kind = choice_field(UpstreamKind)
    published_on = date_field("As established; what is printed stands beside it.")
    remarks = RemarkSerializer(many=True)

    class Meta:
        model = PublishedSource
        fields = list_fields(PublishedSource)


class SourceResource(Resource):
    """Documents that somebody published. Private and offline ones are not among them."""

    noun = "sources"
    projection = PublishedSource
    serializer_class = SourceSerializer
    filterset_class = SourceFilters
    ordering_fields = {"published_on": "published_sort"}
    ordering = "-published_on"
    absent = {
        "publisher": "withheld",
        "address": "unknown",
        "archived_address": "unknown",
        "archived_checksum": "unknown",
        "published_as_printed": "unknown",
        "published_on": "unknown",
        "retrieved_on": "unknown",
        "upstream_kind": "unknown",
        "upstream_id": Where("upstream_kind", "original", "not_applicable", "unknown"),
        "remarks": "not_applicable",
    }
