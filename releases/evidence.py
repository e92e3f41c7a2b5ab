"""What the public door hands to the ledger: published rows as plain values."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from publishing.dates import date_from_json as day
from releases.enums import ScopeDimension
from releases.ledger import (
    ClaimKey,
    ClaimPeriod,
    ClaimSubject,
    Evidence,
    FormulaTerm,
    LedgerClaim,
    LedgerSide,
    LedgerSpeaker,
    LedgerSum,
    LedgerSumPart,
    LedgerWave,
    PeopleGroup,
    RecordedFact,
)
from releases.ledger.values import RECORDED_DIMENSIONS
from releases.projections import (
    PublishedClaim,
    PublishedDestination,
    PublishedSum,
    PublishedWave,
    RecordedGroup,
)

Row = Mapping[str, Any]
#: Sex and age of single people are the staff's knowledge; the public's counts do not ask them.
COUNTED = RECORDED_DIMENSIONS - {ScopeDimension.SEX, ScopeDimension.AGE}
WITHHELD = "withheld"
SUBJECTS = ("side", "wave", "event", "programme")


def of_wave(wave: UUID | str) -> Evidence:
    """All that is public about one wave: its claims and those of its sides, its people."""
    return gather(Q(wave_id=wave))


def of_country(country: str) -> Evidence:
    """All that is public about a country as a whole: who is held, recognised, freed so far."""
    return gather(Q(country=country), waves=PublishedWave.objects.none())


def of_no_wave() -> Evidence:
    """All that is public about countries, events and programmes."""
    return gather(Q(wave_id=None), waves=PublishedWave.objects.none())


def of_everything() -> Evidence:
    return gather(Q())


def gather(
    about: Q,
    waves: QuerySet[PublishedWave] | None = None,
    counted: Collection[UUID] | None = None,
) -> Evidence:
    """The evidence of the claims that `about` selects, in five queries and no more.

    With the people of all these waves, or of those `counted` alone: counting is what costs.
    """
    claims = _with_inputs(PublishedClaim.objects.filter(about))
    wave_ids = Q(id__in=[row["wave_id"] for row in claims if row["wave_id"]])
    for name, value in about.children:
        if name == "wave_id":
            wave_ids |= Q(id=value)
    waves = PublishedWave.objects.filter(wave_ids) if waves is None else waves
    found = tuple(waves.values("id", "sides", "is_open", "released_on", "crossed_on", "decided_on"))
    if counted is None:
        counted = [row["id"] for row in found]
    groups = RecordedGroup.objects.filter(wave_id__in=counted)
    return Evidence(
        claims=tuple(map(claim, claims)),
        sums=tuple(map(sum_, PublishedSum.objects.filter(_totals(claims)).values())),
        waves=tuple(map(wave, found)),
        people=tuple(map(group, groups.values())),
        within=_within(),
        recorded_dimensions=COUNTED,
    )


def _with_inputs(chosen: QuerySet[PublishedClaim]) -> Sequence[Row]:
    """The claims, and those of elsewhere that a derived one or a sum of theirs is made of."""
    rows = list(chosen.values())
    known = {str(row["id"]) for row in rows}
    wanted = {term["claim"] for row in rows for term in row["formula"]}
    parts = PublishedSum.objects.filter(_totals(rows)).values_list("parts", flat=True)
    wanted |= {part["claim"] for each in parts for part in each if part["claim"]}
    missing = wanted - known
    return rows + list(PublishedClaim.objects.filter(id__in=missing).values()) if missing else rows


def _totals(claims: Iterable[Row]) -> Q:
    return Q(total_id__in=[row["id"] for row in claims])


def _within() -> dict[str, tuple[str, ...]]:
    places = PublishedDestination.objects.exclude(within_code=None)
    return {code: (within,) for code, within in places.values_list("code", "within_code")}


def claim(row: Row) -> LedgerClaim:
    return LedgerClaim(
        id=str(row["id"]),
        key=ClaimKey(
            subject=_subject(row),
            measure=row["measure"],
            scope=_scope(row["scope"]),
            unit=row["unit"],
            currency=row["currency"],
            per_cent_base=row["per_cent_base"],
            yardstick=_yardstick(row),
        ),
        low=row["low"],
        high=row["high"],
        is_vague=row["is_vague"],
        mode=row["mode"],
        speaker=speaker(row["speaker"]),
        upstream=frozenset(row["upstream"]),
        is_upstream_known=row["is_upstream_known"],
        period=_period(row),
        as_of=day(row["as_of"]),
        said_on=day(row["said_on"]),
        printed=row["printed"],
        standing=row["standing"],
        is_preferred=row["is_preferred"],
        sources=tuple(row["sources"]),
        terms=_terms(row),
    )


def _yardstick(row: Row) -> str | None:
    if row["is_key_withheld"]:  # A yardstick of its own: it is comparable to nothing.
        return f"{WITHHELD}:{row['id']}"
    return row["yardstick"]["code"] if row["yardstick"] else None


def _subject(row: Row) -> ClaimSubject:
    if row["country"]:
        return ClaimSubject("country", row["country"])
    kind = next(kind for kind in SUBJECTS if row[f"{kind}_id"])
    return ClaimSubject(kind, str(row[f"{kind}_id"]))


def _scope(pairs: Iterable[Row]) -> frozenset[tuple[str, frozenset[str]]]:
    values: dict[str, set[str]] = {}
    for pair in pairs:
        values.setdefault(pair["dimension"], set()).add(pair["value"])
    return frozenset((dimension, frozenset(each)) for dimension, each in values.items())


def _period(row: Row) -> ClaimPeriod | None:
    ends = (row["period_start_event_id"], row["period_end_event_id"])
    if not (row["period_start"] or row["period_end"] or any(ends)):
        return None
    events = (str(end) if end else "" for end in ends)
    return ClaimPeriod(day(row["period_start"]), day(row["period_end"]), *events)


def _terms(row: Row) -> tuple[FormulaTerm, ...]:
    terms = tuple(FormulaTerm(term["claim"], term["sign"]) for term in row["formula"])
    # An input that the public may not see is named by nothing, and leaves the figure stale.
    return terms if row["is_formula_complete"] else (*terms, FormulaTerm("", 1))


def speaker(heard: Row | None) -> LedgerSpeaker | None:
    if heard is None:
        return None
    organisation = heard["organisation"]
    return LedgerSpeaker(
        id=heard["id"],
        name=heard,
        organisation=organisation["id"] if organisation else None,
        is_identified=heard["kind"] not in ("unnamed_group", "not_known"),
    )


def sum_(row: Row) -> LedgerSum:
    return LedgerSum(
        id=str(row["id"]),
        total=str(row["total_id"]),
        parts=tuple(
            LedgerSumPart(part["claim"], part["person"], part["sign"], is_person=part["is_person"])
            for part in row["parts"]
        ),
        kind=row["kind"],
        speaker=speaker(row["speaker"]),
        explanation={name[12:]: text for name, text in row.items() if name[:12] == "explanation_"},
    )


def wave(row: Row) -> LedgerWave:
    opened = row["decided_on"] or row["released_on"] or row["crossed_on"]
    closed = row["crossed_on"] or row["released_on"] or row["decided_on"]
    return LedgerWave(
        id=str(row["id"]),
        sides=tuple(LedgerSide(side["id"], frozenset(side["releasing"])) for side in row["sides"]),
        closed_on=None if row["is_open"] else day(closed),
        is_open=row["is_open"],
        opened_on=day(opened),
    )


def group(row: Row) -> PeopleGroup:
    return PeopleGroup(
        side=str(row["side_id"]),
        people=row["people"],
        role=row["role"],
        traits=_traits(row["traits"]),
        facts=frozenset(map(_fact, row["facts"])),
        shown_as=row["shown_as"],
        withheld=row["withheld"],
        open_to_view=None if row["open_to_view"] is None else frozenset(row["open_to_view"]),
        is_verified=row["is_verified"],
    )


def _traits(words: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, value) for name, _, value in (word.partition(":") for word in words))


def _fact(words: str) -> RecordedFact:
    measure, *places = words.split(" ")
    return RecordedFact(measure, _traits(places))
