"""What the public door hands to the ledger: published rows as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from publishing.dates import date_from_json as day
from publishing.languages import LANGUAGES
from releases.enums import Measure, MemberOutcome, MemberRole, Mode, Standing
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
    ShownMember,
)
from releases.projections import (
    PublishedClaim,
    PublishedDestination,
    PublishedMember,
    PublishedSum,
    PublishedWave,
)

WITHHELD = "withheld"
SUBJECTS = ("side", "wave", "event", "programme")


def gather_for_wave(wave: UUID | str) -> Evidence:
    """All that is public about one wave: its claims, those of its sides, and who is shown."""
    return replace(gather_evidence(Q(wave_id=wave)), shown=_load_shown(wave))


def gather_for_waves(waves: Iterable[PublishedWave], measures: Iterable[Measure]) -> Evidence:
    """What is claimed of several waves and their sides by these measures."""
    ids = [wave.id for wave in waves]
    chosen = PublishedWave.objects.filter(id__in=ids)
    return gather_evidence(Q(wave_id__in=ids, measure__in=measures), waves=chosen)


def gather_stated_releases(waves: Sequence[PublishedWave]) -> Evidence:
    """Who says how many were released in several waves: all that a claimed span follows from."""
    stated = PublishedClaim.objects.filter(
        wave_id__in=[wave.id for wave in waves], measure=Measure.RELEASED, mode=Mode.STATED
    )
    return Evidence(
        claims=tuple(map(build_claim, stated.values())),
        waves=tuple(build_wave(wave.as_dict()) for wave in waves),
    )


def gather_for_country(country: str) -> Evidence:
    """All that is public about a country as a whole: who is held, recognised, freed so far."""
    return gather_evidence(Q(country=country), waves=PublishedWave.objects.none())


def gather_without_wave() -> Evidence:
    """All that is public about countries, events and programmes."""
    return gather_evidence(Q(wave_id=None), waves=PublishedWave.objects.none())


def gather_everything() -> Evidence:
    return gather_evidence(Q())


def gather_evidence(about: Q, waves: QuerySet[PublishedWave] | None = None) -> Evidence:
    """The evidence of the claims that `about` selects, in a few queries and no more."""
    claims = _with_inputs(PublishedClaim.objects.filter(about))
    wave_ids = Q(id__in=[row["wave_id"] for row in claims if row["wave_id"]])
    for name, value in about.children:
        if name == "wave_id":
            wave_ids |= Q(id=value)
    waves = PublishedWave.objects.filter(wave_ids) if waves is None else waves
    found = tuple(waves.values("id", "sides", "is_open", "released_on", "crossed_on", "decided_on"))
    return Evidence(
        claims=tuple(map(build_claim, claims)),
        sums=tuple(map(build_sum, PublishedSum.objects.filter(_with_totals(claims)).values())),
        waves=tuple(map(build_wave, found)),
        within=_load_place_chain(),
    )


def _load_shown(wave: UUID | str) -> tuple[ShownMember, ...]:
    """Those freed in a wave whom the public sees; who accompanied somebody was no prisoner."""
    freed = PublishedMember.objects.filter(wave_id=wave, outcome=MemberOutcome.FREED)
    members = freed.exclude(role=MemberRole.ACCOMPANYING)
    return tuple(
        ShownMember(str(side), shown_as, is_verified)
        for side, shown_as, is_verified in members.values_list("side_id", "shown_as", "is_verified")
    )


def _with_inputs(chosen: QuerySet[PublishedClaim]) -> Sequence[Mapping[str, Any]]:
    """The claims, and those of elsewhere that a derived one or a sum of theirs is made of."""
    rows = list(chosen.values())
    known = {str(row["id"]) for row in rows}
    wanted = {term["claim"] for row in rows for term in row["formula"]}
    parts = PublishedSum.objects.filter(_with_totals(rows)).values_list("parts", flat=True)
    wanted |= {part["claim"] for each in parts for part in each if part["claim"]}
    missing = wanted - known
    return rows + list(PublishedClaim.objects.filter(id__in=missing).values()) if missing else rows


def _with_totals(claims: Iterable[Mapping[str, Any]]) -> Q:
    return Q(total_id__in=[row["id"] for row in claims])


def _load_place_chain() -> dict[str, tuple[str, ...]]:
    places = PublishedDestination.objects.exclude(within_code=None)
    return {code: (within,) for code, within in places.values_list("code", "within_code")}


def build_claim(row: Mapping[str, Any]) -> LedgerClaim:
    return LedgerClaim(
        id=str(row["id"]),
        key=ClaimKey(
            subject=_build_subject(row),
            measure=row["measure"],
            scope=_build_scope(row["scope"]),
            unit=row["unit"],
            currency=row["currency"],
            per_cent_base=row["per_cent_base"],
            yardstick=_yardstick_code(row),
        ),
        low=row["low"],
        high=row["high"],
        is_strict=row["is_strict"],
        is_approximate=row["is_approximate"],
        is_vague=row["is_vague"],
        mode=row["mode"],
        speaker=build_speaker(row["speaker"]),
        upstream=frozenset(row["upstream"]),
        is_upstream_known=row["is_upstream_known"],
        period=_build_period(row),
        as_of=day(row["as_of"]),
        said_on=day(row["said_on"]),
        printed=row["printed"],
        standing=row["standing"],
        is_preferred=row["is_preferred"],
        why=_build_reason(row),
        sources=tuple(row["sources"]),
        unsourced_since=row["unsourced_since"],
        terms=_build_terms(row),
    )


def _build_reason(row: Mapping[str, Any]) -> dict[str, str]:
    if row["standing"] != Standing.STANDING:
        return _texts_by_language(row, "standing_reason")
    return _texts_by_language(row, "preferred_reason") if row["is_preferred"] else {}


def _texts_by_language(row: Mapping[str, Any], column: str) -> dict[str, str]:
    return {language: row[f"{column}_{language}"] for language in LANGUAGES}


def _yardstick_code(row: Mapping[str, Any]) -> str | None:
    if row["is_key_withheld"]:  # A yardstick of its own: it is comparable to nothing.
        return f"{WITHHELD}:{row['id']}"
    return row["yardstick"]["code"] if row["yardstick"] else None


def _build_subject(row: Mapping[str, Any]) -> ClaimSubject:
    if row["country"]:
        return ClaimSubject("country", row["country"])
    kind = next(kind for kind in SUBJECTS if row[f"{kind}_id"])
    return ClaimSubject(kind, str(row[f"{kind}_id"]))


def _build_scope(pairs: Iterable[Mapping[str, Any]]) -> frozenset[tuple[str, frozenset[str]]]:
    values: dict[str, set[str]] = {}
    for pair in pairs:
        values.setdefault(pair["dimension"], set()).add(pair["value"])
    return frozenset((dimension, frozenset(each)) for dimension, each in values.items())


def _build_period(row: Mapping[str, Any]) -> ClaimPeriod | None:
    ends = (row["period_start_event_id"], row["period_end_event_id"])
    if not (row["period_start"] or row["period_end"] or any(ends)):
        return None
    events = (str(end) if end else "" for end in ends)
    return ClaimPeriod(day(row["period_start"]), day(row["period_end"]), *events)


def _build_terms(row: Mapping[str, Any]) -> tuple[FormulaTerm, ...]:
    terms = tuple(FormulaTerm(term["claim"], term["sign"]) for term in row["formula"])
    # An input that the public may not see is named by nothing, and leaves the figure stale.
    return terms if row["is_formula_complete"] else (*terms, FormulaTerm("", 1))


def build_speaker(heard: Mapping[str, Any] | None) -> LedgerSpeaker | None:
    if heard is None:
        return None
    organisation = heard["organisation"]
    return LedgerSpeaker(
        id=heard["id"],
        name=heard,
        organisation=organisation["id"] if organisation else None,
        is_identified=heard["kind"] not in ("unnamed_group", "not_known"),
    )


def build_sum(row: Mapping[str, Any]) -> LedgerSum:
    return LedgerSum(
        id=str(row["id"]),
        total=str(row["total_id"]),
        parts=tuple(
            LedgerSumPart(part["claim"], part["person"], part["sign"]) for part in row["parts"]
        ),
        kind=row["kind"],
        speaker=build_speaker(row["speaker"]),
        explanation=_texts_by_language(row, "explanation"),
    )


def build_wave(row: Mapping[str, Any]) -> LedgerWave:
    opened = row["decided_on"] or row["released_on"] or row["crossed_on"]
    closed = row["crossed_on"] or row["released_on"] or row["decided_on"]
    return LedgerWave(
        id=str(row["id"]),
        sides=tuple(
            LedgerSide(side["id"], frozenset(side["releasing"]), frozenset(side["receiving"]))
            for side in row["sides"]
        ),
        closed_on=None if row["is_open"] else day(closed),
        is_open=row["is_open"],
        opened_on=day(opened),
    )
