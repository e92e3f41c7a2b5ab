"""Derived claims are worked out anew each time, never read back (domain rule 3)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from releases.enums import Standing
from releases.ledger.ranges import Range
from releases.ledger.values import Claim


class Worked(NamedTuple):
    """The range of a claim; stale when an input is gone or does not stand, or it feeds itself."""

    range: Range
    is_stale: bool = False


def work_out(claims: Iterable[Claim]) -> dict[str, Worked]:
    """Every claim's range by its id. A stale one keeps the bounds that it was entered with."""
    by_id = {claim.id: claim for claim in claims}
    done = {each.id: Worked(as_given(each)) for each in by_id.values() if not each.is_derived}
    waiting = [claim for claim in by_id.values() if claim.is_derived]
    while ready := [claim for claim in waiting if _inputs(claim) <= done.keys()]:
        done |= {claim.id: _derive(claim, by_id, done) for claim in ready}
        waiting = [claim for claim in waiting if claim.id not in done]
    return done | {claim.id: Worked(as_given(claim), True) for claim in waiting}


def as_given(claim: Claim) -> Range:
    """The bounds of a claim as entered; none for a vague one."""
    return Range() if claim.is_vague else Range(claim.low, claim.high)


def _inputs(claim: Claim) -> set[str]:
    return {term.claim for term in claim.terms}


def _derive(claim: Claim, by_id: Mapping[str, Claim], done: Mapping[str, Worked]) -> Worked:
    inputs = _inputs(claim)
    if not inputs or any(_is_lost(by_id[each], done[each]) for each in inputs):
        return Worked(as_given(claim), True)
    terms = [done[term.claim].range.times(term.sign) for term in claim.terms]
    return Worked(sum(terms[1:], terms[0]))


def _is_lost(claim: Claim, worked: Worked) -> bool:
    return worked.is_stale or claim.standing != Standing.STANDING
