from typing import Any

from rest_framework import serializers

from people.models import (
    Citizenship,
    Custody,
    Facility,
    Name,
    Person,
    Placement,
    PublicRole,
    Recognition,
)
from people.persons.enums import PersonVisibility
from publishing.api.absences import explain_missing
from publishing.filters import in_every_language
from publishing.languages import LANGUAGES
from publishing.models import Record
from releases.api.person_of_wave import PersonOfWaveResource
from releases.models import Member
from sources.models import Organisation
from tests.bench.ordinary.shown import is_visible

OF_THE_NAMED: dict[str, Any] = {
    "names": [],
    **dict.fromkeys(in_every_language("summary"), ""),
    "died": None,
    "public_roles": [],
    "categories": [],
    "citizenships": [],
    "sources": [],
}


class Day(serializers.Field):
    def to_representation(self, value: Any) -> dict[str, str | None]:
        return value.as_json()


class Texts(serializers.Field):
    """The columns of a translated field, as one object."""

    def __init__(self, name: str) -> None:
        super().__init__(source="*", read_only=True)
        self.name = name

    def to_representation(self, row: Any) -> dict[str, str]:
        texts = ((language, getattr(row, f"{self.name}_{language}")) for language in LANGUAGES)
        return {language: text for language, text in texts if text}


class OrganisationSerializer(serializers.ModelSerializer):
    name = Texts("name")

    class Meta:
        model = Organisation
        fields = ["id", "code", "name"]


class WhereVisible(serializers.ModelSerializer):
    """Nothing of a record that the public may not see."""

    def to_representation(self, record: Record) -> Any:
        return super().to_representation(record) if is_visible(record) else None


class PublisherSerializer(WhereVisible):
    name = Texts("name")

    class Meta:
        model = Organisation
        fields = ["id", "code", "name", "risky_in"]


class FacilitySerializer(WhereVisible):
    name = Texts("name")

    class Meta:
        model = Facility
        fields = ["code", "name"]


class CitationSerializer(serializers.Serializer):
    id = serializers.UUIDField(source="source.id")
    publisher = PublisherSerializer(source="source.publisher")
    title = serializers.CharField(source="source.title")
    language = serializers.CharField(source="source.language")
    kind = serializers.CharField(source="source.kind")
    address = serializers.CharField(source="source.address")
    archived_address = serializers.CharField(source="source.archived_address")
    published_on = Day(source="source.published_on")
    upstream_kind = serializers.CharField(source="source.upstream_kind")
    locator = serializers.CharField()
    locator_detail = serializers.CharField()
    excerpt = serializers.CharField()
    confidence = serializers.CharField()


class NameSerializer(serializers.ModelSerializer):
    class Meta:
        model = Name
        fields = "text given family script language kind scheme is_preferred".split()


class PublicRoleSerializer(serializers.ModelSerializer):
    title = Texts("title")
    since, until = Day(), Day()
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = PublicRole
        fields = ["title", "since", "until", "sources", "unsourced_since"]


class CitizenshipSerializer(serializers.ModelSerializer):
    gained, ended = Day(), Day()
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Citizenship
        fields = ["country", "gained", "ended", "how_ended", "sources", "unsourced_since"]


class PlacementSerializer(serializers.ModelSerializer):
    started, ended = Day(), Day()
    facility = FacilitySerializer()

    class Meta:
        model = Placement
        fields = ["kind", "started", "ended", "facility"]


class CustodySerializer(serializers.ModelSerializer):
    started, ended = Day(), Day()
    placements = PlacementSerializer(many=True)
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Custody
        fields = (
            "ground started ended ending without_freedom placements sources unsourced_since".split()
        )


class RecognitionSerializer(serializers.ModelSerializer):
    organisation = OrganisationSerializer()
    recognised_on, withdrawn_on = Day(), Day()
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Recognition
        fields = ["organisation", "recognised_on", "withdrawn_on", "sources", "unsourced_since"]


class MembershipSerializer(serializers.ModelSerializer):
    wave = serializers.ReadOnlyField(source="side.wave_id")
    side = serializers.ReadOnlyField(source="side.number")

    class Meta:
        model = Member
        fields = ["wave", "side", "role", "outcome", "is_verified"]


class PersonSerializer(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()
    shown_as = serializers.CharField(source="visibility")
    name = serializers.SerializerMethodField()
    names = NameSerializer(many=True)
    died = Day()
    public_roles = PublicRoleSerializer(many=True)
    categories = serializers.SlugRelatedField("category", many=True, read_only=True)
    citizenships = CitizenshipSerializer(many=True)
    custodies = CustodySerializer(many=True)
    recognitions = RecognitionSerializer(many=True)
    memberships = MembershipSerializer(many=True)
    updated_on = serializers.DateTimeField(source="changed_at", format="%Y-%m-%d")
    sources = CitationSerializer(source="citations", many=True)
    unsourced_since = serializers.ReadOnlyField(default=None)

    class Meta:
        model = Person
        fields = [field for field in PersonOfWaveResource.get_fields() if field != "missing"]

    def get_url(self, person: Person) -> str:
        return f"/api/v1/people/{person.pk}/"

    def get_name(self, person: Person) -> str:
        if person.visibility == PersonVisibility.PSEUDONYM:
            return person.pseudonym
        names = person.names.all()
        first = min(names, key=lambda n: (not n.is_preferred, n.language != "en"), default=None)
        return first.text if first else ""

    def to_representation(self, person: Person) -> dict[str, Any]:
        """Less of whoever is shown by pseudonym or keeps their custody to themselves."""
        shown = super().to_representation(person)
        if person.visibility != PersonVisibility.NAMED:
            shown |= OF_THE_NAMED
            for part in (*shown["custodies"], *shown["recognitions"]):
                part["sources"] = []
        if not person.shows_custody:
            shown |= {"custodies": [], "recognitions": []}
        shown["missing"] = explain_missing(
            PersonOfWaveResource.absent, {**shown, "shows_custody": person.shows_custody}
        )
        return shown
