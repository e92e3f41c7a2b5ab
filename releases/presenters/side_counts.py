"""What is claimed of each side of a wave and who is shown, for templates/waves/_counts.html."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from releases.enums import Measure, Mode
from releases.ledger import ClaimKey, ClaimSubject, Ledger
from releases.ledger.figures import LedgerFigure
from releases.ledger.side_counts import LedgerSideCount
from releases.presenters import amounts
from releases.presenters.names import PageNames
from sources.presenters import ShownSources, present_sources, present_speaker


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
        "sources": _present_cited(said, language),
        "independent": count.independent,
        "is_confirmed": count.is_confirmed,
        "named": amounts.format_number(count.named, language),
        "pseudonym": amounts.format_number(count.pseudonym, language) if count.pseudonym else "",
        "verified": amounts.format_number(count.verified, language),
    }


def _present_cited(said: Sequence[LedgerFigure], language: str) -> ShownSources:
    """The sources of the figures; since when none is left where each has lost its own."""
    ends = [each.claim.unsourced_since for each in said]
    lost = max(filter(None, ends), default=None) if all(ends) else None
    return present_sources((each for one in said for each in one.claim.sources), language, lost)


def find_claimants(subject: ClaimSubject, ledger: Ledger) -> list[LedgerFigure]:
    """The figures that a claimed span comes from."""
    key = ClaimKey(subject=subject, measure=Measure.RELEASED)
    found = next((row.own for row in ledger.comparisons if row.key == key), ())
    return [each for each in found if each.claim.mode == Mode.STATED]


def join_speakers(figures: Iterable[LedgerFigure], language: str) -> str:
    """Everybody who gives a figure, once."""
    heard = (each.claim.speaker for each in figures if each.claim.speaker)
    return "; ".join(dict.fromkeys(present_speaker(each.name, language).text for each in heard))
