"""The shapes of the ledger and of figures over time, for the OpenAPI document."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from publishing.api.serializers import InexactDateSerializer, NumberField, choice_field
from releases.enums import Agreement, Incomparable, Measure, Mode, Standing, SumKind, Unit
from sources.api import CitedSourceSerializer, SpeakerSerializer

ENDS = {name: {"type": ["number", "null"]} for name in ("low", "high")}
FLAGS = {name: {"type": "boolean"} for name in ("low_strict", "high_strict", "approximate")}
RANGE = {
    "type": ["object", "null"],
    "required": [*ENDS, *FLAGS],
    "properties": ENDS | FLAGS,
}


@extend_schema_field(RANGE)
class GapField(serializers.JSONField):
    """A signed gap as a range."""


@extend_schema_field(
    {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
)
class ScopeValuesField(serializers.JSONField):
    """The values of each dimension."""


class IdsField(serializers.ListField):
    child = serializers.UUIDField()


class BoundsSerializer(serializers.Serializer):
    """“More than 1,100” is a low of 1100, strict; “about 1,000” is approximate."""

    low = NumberField(allow_null=True)
    high = NumberField(allow_null=True)
    low_strict = serializers.BooleanField(help_text="The low is not included: more than")
    high_strict = serializers.BooleanField(help_text="The high is not included: fewer than")
    approximate = serializers.BooleanField(help_text="About")


class SaidBySerializer(serializers.Serializer):
    id = serializers.UUIDField()
    name = SpeakerSerializer()
    organisation = serializers.UUIDField(allow_null=True)


class SubjectSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(["wave", "side", "country", "event", "programme"])
    id = serializers.CharField()


class FigureKeySerializer(serializers.Serializer):
    """What is counted, of whom, in what and by whose definition."""

    subject = SubjectSerializer()
    measure = choice_field(Measure)
    scope = ScopeValuesField()
    unit = choice_field(Unit)
    currency = serializers.CharField(allow_null=True)
    per_cent_base = serializers.CharField(allow_null=True)
    yardstick = serializers.CharField(allow_null=True)


class FigurePointSerializer(BoundsSerializer):
    claim = serializers.UUIDField()
    at = InexactDateSerializer()
    mode = choice_field(Mode)
    hollow = serializers.BooleanField(help_text="The cut-off is not known; drawn at said-on")


class FigureSeriesSerializer(FigureKeySerializer):
    said_by = SaidBySerializer(allow_null=True)
    points = FigurePointSerializer(many=True)
    undated = IdsField()


class FigurePeriodSerializer(serializers.Serializer):
    start = InexactDateSerializer(allow_null=True)
    end = InexactDateSerializer(allow_null=True)
    start_event = serializers.UUIDField(allow_null=True)
    end_event = serializers.UUIDField(allow_null=True)


class LedgerTermSerializer(serializers.Serializer):
    sign = serializers.IntegerField()
    claim = serializers.CharField()


class LedgerClaimSerializer(FigureKeySerializer, BoundsSerializer):
    id = serializers.UUIDField()
    mode = choice_field(Mode)
    vague = serializers.BooleanField()
    period = FigurePeriodSerializer(allow_null=True)
    as_of = InexactDateSerializer(allow_null=True)
    said_on = InexactDateSerializer(allow_null=True)
    said_by = SaidBySerializer(allow_null=True)
    printed = serializers.CharField(allow_blank=True)
    sources = CitedSourceSerializer(many=True)
    unsourced_since = serializers.DateField(allow_null=True)
    standing = choice_field(Standing)
    preferred = serializers.BooleanField()
    running_total = serializers.BooleanField()
    derived_from = LedgerTermSerializer(many=True)
    stale = serializers.BooleanField()


class VerdictSerializer(serializers.Serializer):
    agreement = choice_field(Agreement, allow_null=True)
    gap = GapField()
    reason = choice_field(Incomparable, allow_null=True)


class LedgerValueSerializer(BoundsSerializer):
    mode = choice_field(Mode)
    claims = IdsField()
    said_by = SaidBySerializer(many=True, allow_null=True)
    independent = serializers.IntegerField()
    preferred = serializers.BooleanField()
    running_total = serializers.BooleanField()


class PairSerializer(VerdictSerializer):
    first = serializers.UUIDField()
    second = serializers.UUIDField()


class ComparisonSerializer(serializers.Serializer):
    key = FigureKeySerializer()
    values = LedgerValueSerializer(many=True)
    pairs = PairSerializer(many=True)
    spread = GapField()
    agreed = serializers.BooleanField(allow_null=True)


class SumTotalSerializer(BoundsSerializer):
    claim = serializers.UUIDField()


class SumPartSerializer(BoundsSerializer):
    sign = serializers.IntegerField()
    kind = serializers.ChoiceField(["claim", "person"])
    claim = serializers.UUIDField(allow_null=True)
    person = serializers.UUIDField(allow_null=True)


class LedgerSumSerializer(VerdictSerializer):
    id = serializers.UUIDField()
    kind = choice_field(SumKind)
    total = SumTotalSerializer()
    parts = SumPartSerializer(many=True)
    explanation = serializers.DictField(child=serializers.CharField(allow_blank=True))
    said_by = SaidBySerializer(allow_null=True)
    stale = serializers.BooleanField()


class WitnessesSerializer(serializers.Serializer):
    """Claims grouped by where they come from."""

    key = FigureKeySerializer()
    independent = serializers.IntegerField()
    unknown = serializers.IntegerField()
    witnesses = serializers.ListField(child=IdsField())
    of_unknown_origin = serializers.ListField(child=IdsField())


class ClaimedSerializer(BoundsSerializer):
    preferred = SumTotalSerializer(allow_null=True)


class ShownSerializer(serializers.Serializer):
    named = serializers.IntegerField()
    pseudonym = serializers.IntegerField()
    verified = serializers.IntegerField(help_text="Of those shown, whose release is verified")


class SideCountSerializer(serializers.Serializer):
    """What is claimed of one side of a wave, and who of it is shown."""

    wave = serializers.UUIDField()
    side = serializers.UUIDField(allow_null=True)
    claimed = ClaimedSerializer()
    independent = serializers.IntegerField(help_text="Independent origins of the figures")
    confirmed = serializers.BooleanField(help_text="Two independent origins or more")
    public = ShownSerializer()


class LedgerSerializer(serializers.Serializer):
    """How the figures about a wave and their sums agree."""

    claims = LedgerClaimSerializer(many=True)
    comparisons = ComparisonSerializer(many=True)
    sums = LedgerSumSerializer(many=True)
    origins = WitnessesSerializer(many=True)
    counts = SideCountSerializer(many=True)
