"""Programmes of help in the API."""

from rest_framework import serializers

from publishing.api.nouns import Noun
from publishing.api.shapes import NounSerializer, OrganisationName, some_of
from publishing.filters import in_every_language
from sources.api import CitedSource, Publisher
from support.enums import KindOfHelp
from support.filters import ProgrammeFilters
from support.projections import PublishedProgramme


class OrganisationOfProgramme(Publisher):
    website = serializers.CharField(allow_blank=True)


class ProgrammeSerializer(NounSerializer):
    organisation = OrganisationOfProgramme(allow_null=True)
    kinds_of_help = some_of(KindOfHelp)
    countries = serializers.ListField(child=serializers.CharField())
    funders = OrganisationName(many=True)
    sources = CitedSource(many=True)

    class Meta:
        model = PublishedProgramme
        fields = [
            "id",
            "url",
            "code",
            "organisation",
            *in_every_language("name"),
            *in_every_language("about"),
            "kinds_of_help",
            "countries",
            "languages",
            "public_contact",
            "donation_address",
            "funders",
            "updated_on",
            "sources",
            "missing",
        ]


class ProgrammeNoun(Noun):
    """What organisations offer to released people. Who was helped is in no answer."""

    noun = "programmes"
    projection = PublishedProgramme
    serializer_class = ProgrammeSerializer
    filterset_class = ProgrammeFilters
    orderings = {"code": "code"}
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
