"""Programmes of help in the API."""

from rest_framework import serializers

from publishing.api.resources import Resource
from publishing.api.serializers import (
    OrganisationNameSerializer,
    ResourceSerializer,
    choices_field,
    list_fields,
)
from sources.api import CitedSourceSerializer, PublisherSerializer
from support.enums import KindOfHelp
from support.filters import ProgrammeFilters
from support.projections import PublishedProgramme


class OrganisationOfProgrammeSerializer(PublisherSerializer):
    website = serializers.CharField(allow_blank=True)


class ProgrammeSerializer(ResourceSerializer):
    organisation = OrganisationOfProgrammeSerializer(allow_null=True)
    kinds_of_help = choices_field(KindOfHelp)
    countries = serializers.ListField(child=serializers.CharField())
    funders = OrganisationNameSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedProgramme
        fields = list_fields(PublishedProgramme)


class ProgrammeResource(Resource):
    """What organisations offer to released people. Who was helped is in no answer."""

    noun = "programmes"
    projection = PublishedProgramme
    serializer_class = ProgrammeSerializer
    filterset_class = ProgrammeFilters
    ordering_fields = {"code": "code"}
    ordering = "code"
    absent = {
        "organisation": "withheld",
        "kinds_of_help": "unknown",
        "countries": "unknown",
        "languages": "unknown",
        "public_contact": "unknown",
        "donation_address": "unknown",
        "funders": "unknown",
    }
