"""A noun of the API: people, as far as each is shown."""

from rest_framework import serializers

from people.persons.enums import (
    Category,
    CitizenshipEnd,
    CustodyEnding,
    CustodyGround,
    EndWithoutFreedom,
    NameKind,
    PersonVisibility,
    PlacementKind,
    Script,
)
from people.persons.filters import PersonFilters
from people.persons.projections import PublishedPerson
from publishing.api.absences import Where
from publishing.api.resources import Resource
from publishing.api.serializers import (
    InexactDateSerializer,
    OrganisationNameSerializer,
    ResourceSerializer,
    TextsField,
    choice_field,
    choices_field,
    date_field,
    list_fields,
)
from sources.api import CitedSourceSerializer


class PersonNameSerializer(serializers.Serializer):
    """One form of a name; none is computed from another."""

    text = serializers.CharField()
    given = serializers.CharField(allow_blank=True)
    family = serializers.CharField(allow_blank=True)
    script = choice_field(Script)
    language = serializers.CharField(allow_blank=True)
    kind = choice_field(NameKind)
    scheme = serializers.CharField(allow_blank=True)
    is_preferred = serializers.BooleanField()


class PublicRoleSerializer(serializers.Serializer):
    title = TextsField()
    since = InexactDateSerializer(allow_null=True)
    until = InexactDateSerializer(allow_null=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class CitizenshipSerializer(serializers.Serializer):
    country = serializers.CharField()
    gained = InexactDateSerializer(allow_null=True)
    ended = InexactDateSerializer(allow_null=True)
    how_ended = choice_field(CitizenshipEnd, allow_blank=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class FacilityNameSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = TextsField()


class PlacementSerializer(serializers.Serializer):
    kind = choice_field(PlacementKind)
    started = InexactDateSerializer(allow_null=True)
    ended = InexactDateSerializer(allow_null=True)
    facility = FacilityNameSerializer(allow_null=True)


class CustodySerializer(serializers.Serializer):
    """One time in the hands of a state, and where it was spent."""

    ground = choice_field(CustodyGround)
    started = InexactDateSerializer(allow_null=True)
    ended = InexactDateSerializer(allow_null=True)
    ending = choice_field(CustodyEnding)
    without_freedom = choice_field(EndWithoutFreedom, allow_blank=True)
    placements = PlacementSerializer(many=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class RecognitionSerializer(serializers.Serializer):
    """Whom an organisation calls a political prisoner is that organisation's statement."""

    organisation = OrganisationNameSerializer()
    recognised_on = InexactDateSerializer(allow_null=True)
    withdrawn_on = InexactDateSerializer(allow_null=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)


class PersonSerializer(ResourceSerializer):
    shown_as = serializers.ChoiceField(
        [choice for choice in PersonVisibility.values if choice != PersonVisibility.COUNT_ONLY]
    )
    names = PersonNameSerializer(many=True)
    died = date_field()
    public_roles = PublicRoleSerializer(many=True)
    categories = choices_field(Category)
    citizenships = CitizenshipSerializer(many=True)
    custodies = CustodySerializer(many=True)
    recognitions = RecognitionSerializer(many=True)
    sources = CitedSourceSerializer(many=True)

    class Meta:
        model = PublishedPerson
        fields = list_fields(PublishedPerson)


def where_named(reason: str) -> Where:
    """Withheld of everybody shown by pseudonym, whether there is anything to show or not."""
    return Where("shown_as", PersonVisibility.NAMED, reason)


WHERE_CUSTODY_IS_SHOWN = Where("shows_custody", True, "unknown")


class PersonResource(Resource):
    """People shown by name or by pseudonym. Nobody else is in any answer."""

    noun = "people"
    projection = PublishedPerson
    serializer_class = PersonSerializer
    filterset_class = PersonFilters
    ordering_fields = {"id": "id", "name": "name_sort"}
    ordering = "id"  # who is renamed is neither missed nor met twice by who reads page after page
    absent = {
        "names": where_named("unknown"),
        "died": where_named("unknown"),
        "public_roles": where_named("not_applicable"),
        "categories": where_named("unknown"),
        "citizenships": where_named("unknown"),
        "custodies": WHERE_CUSTODY_IS_SHOWN,
        "recognitions": WHERE_CUSTODY_IS_SHOWN,
        "sources": where_named("unknown"),
    }
