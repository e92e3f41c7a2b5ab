"""The four numbers of each side of a wave, never mixed, for templates/_components/figure.html."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from publishing.labels import code_label
from releases.enums import Measure, MemberOutcome, MemberRole, Mode
from releases.ledger import ClaimKey, ClaimSubject, Ledger
from releases.ledger.figures import LedgerFigure
from releases.ledger.side_counts import LedgerSideCount
from releases.presenters import amounts
from releases.presenters.names import PageNames
from sources.presenters import present_sources, present_speaker


def present_counts(
    ledger: Ledger, sides: Sequence[Mapping[str, Any]], names: PageNames
) -> list[dict[str, Any]]:
    """One dict for each side, in the order of the sides."""
    found = {each.side: each for each in ledger.counts}
    return [_present_side(found[side["id"]], ledger, names) for side in sides]


def _present_side(count: LedgerSideCount, ledger: Ledger, names: PageNames) -> dict[str, Any]:
    language, title = names.language, names.sides.get(count.side, "")
    about = ClaimSubject("side", count.side) if title else ClaimSubject("wave", count.wave)
    said = find_claimants(about, ledger)
    return {
        "title": title,
        "claimed": amounts.format_span(count.claimed, language) if count.claimed else "",
        "said_by": join_speakers(said, language),
        "sources": present_sources((each for one in said for each in one.claim.sources), language),
        "recorded": amounts.format_recorded(count.recorded, language),
        "verified": amounts.format_recorded(count.verified, language),
        "named": amounts.format_number(count.named, language),
        "pseudonym": amounts.format_number(count.pseudonym, language) if count.pseudonym else "",
        "unknown": amounts.format_gap(count.gap, language) if _is_short(count) else "",
        "others": [
            {"role": _role_label(role), "people": amounts.format_recorded(people, language)}
            for role, people in count.other_roles
        ],
    }


def _role_label(role: str) -> str:
    """Who accompanies counts as that, everybody else by what became of their release."""
    return code_label(MemberRole if role == MemberRole.ACCOMPANYING else MemberOutcome, role)


def _is_short(count: LedgerSideCount) -> bool:
    """Whether some of those claimed are known only as a number."""
    gap = count.gap
    return isinstance(gap, str) or (gap is not None and gap.low is not None and gap.low < 0)


def find_claimants(subject: ClaimSubject, ledger: Ledger) -> list[LedgerFigure]:
    """The figures that a claimed span comes from."""
    key = ClaimKey(subject=subject, measure=Measure.RELEASED)
    found = (each for each in ledger.claims if each.key == key and each.is_compared)
    return [each for each in found if each.claim.mode == Mode.STATED]


def join_speakers(figures: Iterable[LedgerFigure], language: str) -> str:
    """Everybody who gives a figure, once."""
    heard = (each.claim.speaker for each in figures if each.claim.speaker)
    return "; ".join(dict.fromkeys(present_speaker(each.name, language).text for each in heard))
