"""What a door hands to the ledger: plain values, no rows and no queries.

Codes are those of `releases.enums`; ids are text. A door passes what its reader may see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from publishing.dates import InexactDate
from releases.enums import Mode, Standing, SumKind, Unit
from releases.ledger.ranges import RangeEnd

ClaimKeyScope = frozenset[tuple[str, frozenset[str]]]  # pairs of dimension and its set of values


class ClaimSubject(NamedTuple):
    """What a figure is about: `wave`, `side`, `country`, `event` or `programme`, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKey:
    """The five that make figures one question (domain rule 1); money and shares say of what."""

    subject: ClaimSubject
    measure: str
    scope: ClaimKeyScope = frozenset()
    unit: str = Unit.PEOPLE
    currency: str = ""
    per_cent_base: str = ""
    yardstick: str | None = None

    def sort_key(self) -> tuple[Any, ...]:
        """Orders keys by their words: totals before their parts."""
        scope = sorted((dimension, sorted(values)) for dimension, values in self.scope)
        unit = (self.unit, self.currency, self.per_cent_base)
        return (self.subject, self.measure, scope, unit, self.yardstick or "")


@dataclass(frozen=True, slots=True)
class ClaimPeriod:
    """When the counted things happened; an end may be open (None) or an event (its id)."""

    start: InexactDate | None = None
    end: InexactDate | None = None
    start_event: str = ""
    end_event: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the period runs on to the cut-off of the claim."""
        return not self.end_event and (self.end is None or self.end.latest is None)


@dataclass(frozen=True, slots=True)
class LedgerSpeaker:
    """Who says so; `is_identified` is False for an unnamed group and for "not known"."""

    id: str
    name: Any = ""
    organisation: str | None = None
    is_identified: bool = True


class FormulaTerm(NamedTuple):
    """One term of a derived claim's formula: plus or minus a claim."""

    claim: str
    sign: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerClaim:
    """One figure as somebody gives it (domain rule 1).

    `sources` and `unsourced_since` are passed through to the answer, and so is `why`: the reason,
    by language, for which the claim is preferred or no longer stands. `upstream` holds the ids of
    the sources that it was taken from; `is_upstream_known` with none of them is an original
    utterance.
    """

    id: str
    key: ClaimKey
    low: RangeEnd | None = None
    high: RangeEnd | None = None
    is_strict: bool = False
    is_approximate: bool = False
    is_vague: bool = False
    mode: str = Mode.STATED
    speaker: LedgerSpeaker | None = None
    upstream: frozenset[str] = frozenset()
    is_upstream_known: bool = True
    period: ClaimPeriod | None = None
    as_of: InexactDate | None = None
    said_on: InexactDate | None = None
    printed: str = ""
    standing: str = Standing.STANDING
    is_preferred: bool = False
    why: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Any, ...] = ()
    unsourced_since: date | None = None
    terms: tuple[FormulaTerm, ...] = ()

    @property
    def is_derived(self) -> bool:
        """Whether a formula stands in the place of a speaker (domain rule 3)."""
        return self.mode == Mode.DERIVED


@dataclass(frozen=True, slots=True)
class LedgerSumPart:
    """A part of a sum: a claim, or one person who is shown, counted as 1."""

    claim: str | None = None
    person: str | None = None
    sign: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSum:
    """A declared sum (domain rule 3); without a speaker it is ours."""

    id: str
    total: str
    parts: tuple[LedgerSumPart, ...]
    kind: str = SumKind.WHOLE
    speaker: LedgerSpeaker | None = None
    explanation: Any = ""


class ShownMember(NamedTuple):
    """Somebody freed on a side whom the door shows, by name or by pseudonym."""

    side: str
    shown_as: str
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class LedgerSide:
    """One side of a wave, and the states (ISO 3166) that release and that receive people on it."""

    id: str
    releasing: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LedgerWave:
    """A wave with its sides, its first day and its last; None where one is not known."""

    id: str
    sides: tuple[LedgerSide, ...] = ()
    closed_on: InexactDate | None = None
    is_open: bool = False
    opened_on: InexactDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything that one door knows. `within` leads from a place to those right around it."""

    claims: tuple[LedgerClaim, ...] = ()
    sums: tuple[LedgerSum, ...] = ()
    waves: tuple[LedgerWave, ...] = ()
    shown: tuple[ShownMember, ...] = ()
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
