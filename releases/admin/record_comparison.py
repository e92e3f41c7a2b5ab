"""What is claimed of a wave beside what our record holds, for staff alone (domain rule 2)."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from publishing.labels import code_label
from releases import evidence
from releases.enums import CountKind, Incomparable, MemberOutcome, MemberRole
from releases.ledger import Range, compute_ledger
from releases.presenters import amounts
from releases.presenters.names import PageNames, load_names_of_wave
from releases.presenters.phrases import phrase_key
from releases.projections import PublishedWave
from releases.record_comparison import FigureAgainstRecord, RecordedSide, compare_with_record
from releases.record_counts import RecordedFact, RecordedMember
from sources.presenters import present_speaker

MEMBERS = """
    SELECT side_id, role, shown_as, withheld, is_verified, traits, facts
    FROM releases_recorded WHERE wave_id = %s
"""


class SideNumber(NamedTuple):
    """One of the four numbers of a side; its gap is signed, and says to which number."""

    label: Any
    value: str
    gap: str = ""


def present_comparison(wave: PublishedWave, language: str) -> dict[str, Any]:
    """The sides with their four numbers, and the questions with each figure against our record."""
    known = evidence.gather_for_wave(wave.id)
    ledger = compute_ledger(known)
    found = compare_with_record(ledger, known, load_members(wave.id))
    names = load_names_of_wave(wave, ledger, language)
    return {
        "sides": [_present_side(each, names) for each in found.sides],
        "questions": [
            {
                "what": phrase_key(row.key, names),
                "recorded": amounts.format_number(row.recorded, language),
                "figures": [_present_figure(each, names) for each in row.figures],
            }
            for row in found.rows
        ],
    }


def load_members(wave: UUID) -> list[RecordedMember]:
    """Everybody of our record who belongs to a public wave."""
    with connection.cursor() as cursor:
        cursor.execute(MEMBERS, [wave])
        return [_build_member(*row) for row in cursor.fetchall()]


def _build_member(
    side: UUID,
    role: str,
    shown_as: str,
    withheld: str,
    is_verified: bool,
    traits: list[str],
    facts: list[str],
) -> RecordedMember:
    return RecordedMember(
        side=str(side),
        role=role,
        traits=_parse_traits(traits),
        facts=frozenset(map(_parse_fact, facts)),
        shown_as=shown_as,
        withheld=withheld,
        is_verified=is_verified,
    )


def _parse_traits(words: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (name, value) for name, _colon, value in (word.partition(":") for word in words)
    )


def _parse_fact(words: str) -> RecordedFact:
    measure, *places = words.split(" ")
    return RecordedFact(measure, _parse_traits(places))


def _present_side(side: RecordedSide, names: PageNames) -> dict[str, Any]:
    return {
        "title": names.sides.get(side.side, ""),
        "numbers": list(_list_numbers(side, names.language)),
        "withheld": [(_word_reason(reason), people) for reason, people in side.withheld],
        "others": [(_word_role(role), people) for role, people in side.other_roles],
    }


def _list_numbers(side: RecordedSide, language: str) -> Iterator[SideNumber]:
    claimed = amounts.format_span(side.claimed, language) if side.claimed else ""
    yield SideNumber(CountKind.CLAIMED.label, claimed)
    to_claimed = format_signed(side.claimed_gap, language) if side.claimed_gap else ""
    yield SideNumber(CountKind.RECORDED.label, str(side.recorded), to_claimed)
    to_recorded = format_signed(side.verified_gap, language)
    yield SideNumber(CountKind.VERIFIED.label, str(side.verified), to_recorded)
    to_recorded = format_signed(side.public_gap, language)
    shown = _("%(named)s by name, %(pseudonym)s by pseudonym")
    numbers = {"named": side.named, "pseudonym": side.pseudonym}
    yield SideNumber(CountKind.PUBLIC.label, shown % numbers, to_recorded)


def _word_reason(reason: str) -> str:
    return _("only counted") if reason == "count_only" else _("no consent that stands")


def _word_role(role: str) -> str:
    """Who accompanies counts as that, everybody else by what became of their release."""
    return code_label(MemberRole if role == MemberRole.ACCOMPANYING else MemberOutcome, role)


def _present_figure(against: FigureAgainstRecord, names: PageNames) -> dict[str, Any]:
    figure, verdict = against.figure, against.verdict
    said = figure.claim.speaker and present_speaker(figure.claim.speaker.name, names.language)
    return {
        "said_by": said.text if said else _("worked out from other figures"),
        "value": amounts.format_figure(figure.worked, figure.key, names.language),
        "gap": format_signed(verdict.gap, names.language) if verdict.gap else "",
        "reason": code_label(Incomparable, verdict.reason) if verdict.reason else "",
    }


def format_signed(gap: Range, language: str) -> str:
    """ "−3", "0", "−3 … −2", "at least +2"."""
    low, high = (None if end is None else _sign(end, language) for end in (gap.low, gap.high))
    if low is None or high is None:
        words = _("at most %(number)s") if low is None else _("at least %(number)s")
        return words % {"number": high if low is None else low}
    return low if low == high else f"{low} … {high}"


def _sign(number: Any, language: str) -> str:
    sign = "−" if number < 0 else "+" if number > 0 else ""
    return sign + amounts.format_number(abs(number), language)
