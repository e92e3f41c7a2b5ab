"""The four numbers of each side of a wave, never mixed, for templates/_components/figure.html."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from publishing.labels import code_label
from releases.enums import Measure, MemberOutcome, MemberRole, Mode
from releases.ledger import Key, Ledger, Subject
from releases.ledger.counts import SideCount
from releases.ledger.figures import Figure
from releases.presenters import amounts
from releases.presenters.names import Names
from sources.presenters import sources, speaker

Row = Mapping[str, Any]


def counts(ledger: Ledger, sides: Sequence[Row], names: Names) -> list[dict[str, Any]]:
    """One dict for each side, in the order of the sides."""
    found = {each.side: each for each in ledger.counts}
    return [_side(found[side["id"]], ledger, names) for side in sides]


def _side(count: SideCount, ledger: Ledger, names: Names) -> dict[str, Any]:
    language, title = names.language, names.sides.get(count.side, "")
    about = Subject("side", count.side) if title else Subject("wave", count.wave)
    said = claimants(about, ledger)
    return {
        "title": title,
        "claimed": amounts.span(count.claimed, language) if count.claimed else "",
        "said_by": said_by(said, language),
        "sources": sources((each for one in said for each in one.claim.sources), language),
        "recorded": amounts.recorded(count.recorded, language),
        "verified": amounts.recorded(count.verified, language),
        "named": amounts.number(count.named, language),
        "pseudonym": amounts.number(count.pseudonym, language) if count.pseudonym else "",
        "unknown": amounts.gap(count.gap, language) if _is_short(count) else "",
        "others": [
            {"role": _role(role), "people": amounts.recorded(people, language)}
            for role, people in count.other_roles
        ],
    }


def _role(role: str) -> str:
    """Who accompanies counts as that, everybody else by what became of their release."""
    return code_label(MemberRole if role == MemberRole.ACCOMPANYING else MemberOutcome, role)


def _is_short(count: SideCount) -> bool:
    """Whether some of those claimed are known only as a number."""
    gap = count.gap
    return isinstance(gap, str) or (gap is not None and gap.low is not None and gap.low < 0)


def claimants(subject: Subject, ledger: Ledger) -> list[Figure]:
    """The figures that a claimed span comes from."""
    key = Key(subject=subject, measure=Measure.RELEASED)
    found = (each for each in ledger.claims if each.key == key and each.is_compared)
    return [each for each in found if each.claim.mode == Mode.STATED]


def said_by(figures: Iterable[Figure], language: str) -> str:
    """Everybody who gives a figure, once."""
    heard = (each.claim.speaker for each in figures if each.claim.speaker)
    return "; ".join(dict.fromkeys(speaker(each.name, language).text for each in heard))
