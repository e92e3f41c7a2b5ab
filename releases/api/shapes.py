"""The shapes of the ledger and of figures over time, for the OpenAPI document."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from publishing.api.shapes import InexactDate, Number, one_of
from releases.enums import Agreement, Incomparable, Measure, Mode, Standing, SumKind, Unit
from releases.ledger import FEWER
from sources.api import CitedSource, Speaker

RANGE = {
    "type": ["object", "null"],
    "required": ["low", "high"],
    "properties": {name: {"type": ["number", "null"]} for name in ("low", "high")},
}


@extend_schema_field({"anyOf": [RANGE, {"const": FEWER}]})
class Gap(serializers.JSONField):
    """A signed gap as a range, or words where fewer than 8 people would be told apart."""


@extend_schema_field({"anyOf": [{"type": ["integer", "null"]}, {"const": FEWER}]})
class Count(serializers.JSONField):
    """A count of our records."""


@extend_schema_field(
    {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
)
class ScopeValues(serializers.JSONField):
    """The values of each dimension."""


class Counts(serializers.DictField):
    child = Count()


class Ids(serializers.ListField):
    child = serializers.UUIDField()


class Bounds(serializers.Serializer):
    low = Number(allow_null=True)
    high = Number(allow_null=True)


class SaidBy(serializers.Serializer):
    id = serializers.UUIDField()
    name = Speaker()
    organisation = serializers.UUIDField(allow_null=True)


class Subject(serializers.Serializer):
    kind = serializers.ChoiceField(["wave", "side", "country", "event", "programme"])
    id = serializers.CharField()


class FigureKey(serializers.Serializer):
    """What is counted, of whom, in what and by whose definition."""

    subject = Subject()
    measure = one_of(Measure)
    scope = ScopeValues()
    unit = one_of(Unit)
    currency = serializers.CharField(allow_null=True)
    per_cent_base = serializers.CharField(allow_null=True)
    yardstick = serializers.CharField(allow_null=True)


class FigurePoint(Bounds):
    claim = serializers.UUIDField()
    at = InexactDate()
    mode = one_of(Mode)
    hollow = serializers.BooleanField(help_text="The cut-off is not known; drawn at said-on")


class FigureSeries(FigureKey):
    said_by = SaidBy(allow_null=True)
    points = FigurePoint(many=True)
    undated = Ids()


class FigurePeriod(serializers.Serializer):
    start = InexactDate(allow_null=True)
    end = InexactDate(allow_null=True)
    start_event = serializers.UUIDField(allow_null=True)
    end_event = serializers.UUIDField(allow_null=True)


class LedgerTerm(serializers.Serializer):
    sign = serializers.IntegerField()
    claim = serializers.CharField()


class LedgerClaimSerializer(FigureKey, Bounds):
    id = serializers.UUIDField()
    mode = one_of(Mode)
    vague = serializers.BooleanField()
    period = FigurePeriod(allow_null=True)
    as_of = InexactDate(allow_null=True)
    said_on = InexactDate(allow_null=True)
    said_by = SaidBy(allow_null=True)
    printed = serializers.CharField(allow_blank=True)
    sources = CitedSource(many=True)
    standing = one_of(Standing)
    preferred = serializers.BooleanField()
    running_total = serializers.BooleanField()
    derived_from = LedgerTerm(many=True)
    stale = serializers.BooleanField()


class Verdict(serializers.Serializer):
    agreement = one_of(Agreement, allow_null=True)
    gap = Gap()
    reason = one_of(Incomparable, allow_null=True)


class Compared(Verdict):
    claim = serializers.UUIDField()
    finer_place = serializers.BooleanField()
    running_total = serializers.BooleanField()


class LedgerValue(Bounds):
    mode = one_of(Mode)
    claims = Ids()
    said_by = SaidBy(many=True, allow_null=True)
    independent = serializers.IntegerField()
    preferred = serializers.BooleanField()
    running_total = serializers.BooleanField()


class Pair(Verdict):
    first = serializers.UUIDField()
    second = serializers.UUIDField()


class Comparison(serializers.Serializer):
    key = FigureKey()
    recorded = Count()
    recorded_reason = one_of(Incomparable, allow_null=True)
    shown = serializers.IntegerField()
    claimed = Compared(many=True)
    values = LedgerValue(many=True)
    pairs = Pair(many=True)
    spread = Gap()
    agreed = serializers.BooleanField(allow_null=True)


class SumTotal(Bounds):
    claim = serializers.UUIDField()


class SumPart(Bounds):
    sign = serializers.IntegerField()
    kind = serializers.ChoiceField(["claim", "person"])
    claim = serializers.UUIDField(allow_null=True)
    person = serializers.UUIDField(allow_null=True)


class LedgerSumSerializer(Verdict):
    id = serializers.UUIDField()
    kind = one_of(SumKind)
    total = SumTotal()
    parts = SumPart(many=True)
    explanation = serializers.DictField(child=serializers.CharField(allow_blank=True))
    said_by = SaidBy(allow_null=True)
    stale = serializers.BooleanField()


class Witnesses(serializers.Serializer):
    """Claims grouped by where they come from."""

    key = FigureKey()
    independent = serializers.IntegerField()
    unknown = serializers.IntegerField()
    witnesses = serializers.ListField(child=Ids())
    of_unknown_origin = serializers.ListField(child=Ids())


class Claimed(Bounds):
    preferred = SumTotal(allow_null=True)


class Shown(serializers.Serializer):
    named = serializers.IntegerField()
    pseudonym = serializers.IntegerField()


class SideCount(serializers.Serializer):
    """The four numbers of one side of a wave."""

    wave = serializers.UUIDField()
    side = serializers.UUIDField(allow_null=True)
    claimed = Claimed()
    recorded = Count()
    recorded_reason = one_of(Incomparable, allow_null=True)
    shown = serializers.IntegerField()
    verified = Count()
    public = Shown()
    withheld = Counts()
    other_roles = Counts()
    gap = Gap()


class LedgerShape(serializers.Serializer):
    """How the figures about a wave, their sums and our records agree."""

    claims = LedgerClaimSerializer(many=True)
    comparisons = Comparison(many=True)
    sums = LedgerSumSerializer(many=True)
    origins = Witnesses(many=True)
    counts = SideCount(many=True)
