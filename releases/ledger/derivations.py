"""Derived claims are worked out anew each time, never read back (domain rule 3)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from releases.enums import Standing
from releases.ledger.ranges import Range
from releases.ledger.values import LedgerClaim


class DerivedRange(NamedTuple):
    """The range of a claim; stale when an input is gone or does not stand, or it feeds itself."""

    range: Range
    is_stale: bool = False


def derive_ranges(claims: Iterable[LedgerClaim]) -> dict[str, DerivedRange]:
    """Every claim's range by its id. A stale one keeps the bounds that it was entered with."""
    by_id = {claim.id: claim for claim in claims}
    done = {
        each.id: DerivedRange(range_as_given(each))
        for each in by_id.values()
        if not each.is_derived
    }
    waiting = [claim for claim in by_id.values() if claim.is_derived]
    while ready := [claim for claim in waiting if _input_ids(claim) <= done.keys()]:
        done |= {claim.id: _derive_range(claim, by_id, done) for claim in ready}
        waiting = [claim for claim in waiting if claim.id not in done]
    return done | {claim.id: DerivedRange(range_as_given(claim), True) for claim in waiting}


def range_as_given(claim: LedgerClaim) -> Range:
    """The bounds of a claim as entered; none for a vague one."""
    if claim.is_vague:
        return Range()
    return Range(
        claim.low,
        claim.high,
        is_low_strict=claim.is_strict and claim.low is not None,
        is_high_strict=claim.is_strict and claim.high is not None,
        is_approximate=claim.is_approximate,
    )


def _input_ids(claim: LedgerClaim) -> set[str]:
    return {term.claim for term in claim.terms}


def _derive_range(
    claim: LedgerClaim, by_id: Mapping[str, LedgerClaim], done: Mapping[str, DerivedRange]
) -> DerivedRange:
    inputs = _input_ids(claim)
    if not inputs or any(_is_lost(by_id[each], done[each]) for each in inputs):
        return DerivedRange(range_as_given(claim), True)
    terms = [done[term.claim].range.times(term.sign) for term in claim.terms]
    return DerivedRange(sum(terms[1:], terms[0]))


def _is_lost(claim: LedgerClaim, worked: DerivedRange) -> bool:
    return worked.is_stale or claim.standing != Standing.STANDING
