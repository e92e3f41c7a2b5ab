from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from rest_framework import serializers

from people.persons.api import PersonResource, PersonSerializer
from people.persons.projections import PublishedPerson
from publishing.api.serializers import LAST, choice_field, list_fields
from publishing.projections import PublicJSON
from releases.enums import MemberOutcome, MemberRole
from releases.filters import PersonOfWaveFilters
from releases.projections import PublishedMember


class MembershipSerializer(serializers.Serializer):
    """What became of a person of a wave: not everybody who was to be freed was freed."""

    wave = serializers.UUIDField()
    side = serializers.IntegerField()
    role = choice_field(MemberRole)
    outcome = choice_field(MemberOutcome)
    is_verified = serializers.BooleanField()


class PersonOfWaveSerializer(PersonSerializer):
    memberships = MembershipSerializer(many=True)

    class Meta(PersonSerializer.Meta):
        fields = [*list_fields(PublishedPerson)[: -len(LAST) - 1], "memberships", *LAST, "missing"]


class PersonOfWaveResource(PersonResource):
    """People shown by name or by pseudonym. Nobody else is in any answer.

    `wave` gives those who were freed in it; `outcome` asks for the others.
    """

    serializer_class = PersonOfWaveSerializer
    filterset_class = PersonOfWaveFilters
    absent = PersonResource.absent | {"memberships": "unknown"}

    def get_queryset(self) -> QuerySet:
        shown = JSONObject(
            wave="wave_id", side="side", role="role", outcome="outcome", is_verified="is_verified"
        )
        all_shown = JSONBAgg(shown, order_by=("wave_id", "id"))
        of_them = PublishedMember.objects.filter(person_id=OuterRef("id")).values("person_id")
        memberships = Subquery(of_them.annotate(shown=all_shown).values("shown"))
        none = Value([], output_field=PublicJSON())
        return (
            super()
            .get_queryset()
            .annotate(memberships=Coalesce(memberships, none, output_field=PublicJSON()))
        )
