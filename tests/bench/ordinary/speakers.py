"""Speakers in the shape that the ledger reads."""

from sources.models import Organisation, Speaker
from tests.bench.ordinary.serializers import Texts, WhereVisible


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
