from collections.abc import Collection

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from rest_framework import serializers

from people.persons.api import PersonResource, PersonSerializer
from people.persons.projections import PublishedPerson
from publishing.api.serializers import LAST, choice_field, list_fields
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
        of_them = PublishedMember.objects.filter(person_id=OuterRef("id")).order_by("wave_id", "id")
        shown = JSONObject(
            wave="wave_id", side="side", role="role", outcome="outcome", is_verified="is_verified"
        )
        memberships = ArraySubquery(of_them.values(shown=shown))
        return super().get_queryset().annotate(memberships=memberships)

    @classmethod
    def get_columns(cls, fields: Collection[str]) -> set[str]:
        asked = {"memberships"} if {"memberships", "missing"} & {*fields} else set()
        return super().get_columns(fields) | asked
