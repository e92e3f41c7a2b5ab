"""The shape that the contract promises for `GET /api/v1/waves/{id}/ledger/`."""

from decimal import Decimal
from typing import Any

from publishing.dates import InexactDate
from releases.ledger.comparisons import DistinctFigure, LedgerRow
from releases.ledger.figures import LedgerFigure
from releases.ledger.ledger import Ledger
from releases.ledger.origins import Origins
from releases.ledger.places import scope_as_json
from releases.ledger.ranges import Range, RangeEnd
from releases.ledger.side_counts import LedgerSideCount
from releases.ledger.sums import CheckedSum
from releases.ledger.values import ClaimKey, ClaimPeriod, LedgerSpeaker, LedgerSumPart
from releases.ledger.verdicts import LedgerVerdict

LedgerJson = dict[str, Any]


def as_json(ledger: Ledger) -> LedgerJson:
    """The whole ledger in plain dicts and lists: claims, comparisons, sums, origins, counts."""
    return {
        "claims": [_claim_as_json(each) for each in ledger.claims],
        "comparisons": [_row_as_json(each) for each in ledger.comparisons],
        "sums": [_sum_as_json(each) for each in ledger.sums],
        "origins": [_origins_as_json(*each) for each in ledger.origins],
        "counts": [_count_as_json(each) for each in ledger.counts],
    }


def key_as_json(key: ClaimKey) -> LedgerJson:
    """Subject, measure, scope, unit and yardstick."""
    return {
        "subject": {"kind": key.subject.kind, "id": key.subject.id},
        "measure": str(key.measure),
        "scope": scope_as_json(key.scope),
        "unit": str(key.unit),
        "currency": key.currency or None,
        "per_cent_base": str(key.per_cent_base) or None,
        "yardstick": key.yardstick,
    }


def _claim_as_json(figure: LedgerFigure) -> LedgerJson:
    claim = figure.claim
    return {
        "id": claim.id,
        **key_as_json(claim.key),
        "mode": str(claim.mode),
        **bounds_as_json(figure.worked),
        "vague": figure.range.is_unbounded,
        "period": _period_as_json(claim.period),
        "as_of": _date_as_json(claim.as_of),
        "said_on": _date_as_json(claim.said_on),
        "said_by": _speaker_as_json(claim.speaker),
        "printed": claim.printed,
        "sources": list(claim.sources),
        "unsourced_since": claim.unsourced_since,
        "standing": str(claim.standing),
        "preferred": figure.is_preferred,
        "running_total": figure.is_running,
        "derived_from": [{"sign": term.sign, "claim": term.claim} for term in claim.terms],
        "stale": figure.is_stale,
    }


def _row_as_json(row: LedgerRow) -> LedgerJson:
    return {
        "key": key_as_json(row.key),
        "values": [_value_as_json(each) for each in row.values],
        "pairs": [
            {"first": each.first, "second": each.second, **_verdict_as_json(each.verdict)}
            for each in row.pairs
        ],
        "spread": _gap_as_json(row.spread),
        "agreed": row.is_agreed,
    }


def _value_as_json(value: DistinctFigure) -> LedgerJson:
    return {
        **bounds_as_json(value.range),
        "mode": str(value.mode),
        "claims": list(value.claims),
        "said_by": [_speaker_as_json(each) for each in value.said_by],
        "independent": value.independent,
        "preferred": value.is_preferred,
        "running_total": value.is_running,
    }


def _sum_as_json(checked: CheckedSum) -> LedgerJson:
    declared = checked.sum
    no_verdict = {"agreement": None, "gap": _gap_as_json(checked.gap), "reason": None}
    return {
        "id": declared.id,
        "kind": str(declared.kind),
        "total": {"claim": declared.total, **bounds_as_json(checked.total)},
        "parts": [_part_as_json(part, worth) for part, worth in checked.parts],
        **(_verdict_as_json(checked.verdict) if checked.verdict else no_verdict),
        "explanation": declared.explanation,
        "said_by": _speaker_as_json(declared.speaker),
        "stale": checked.is_stale,
    }


def _part_as_json(part: LedgerSumPart, worth: Range) -> LedgerJson:
    return {
        "sign": part.sign,
        "kind": "claim" if part.claim else "person",
        "claim": part.claim,
        "person": part.person,
        **bounds_as_json(worth),
    }


def _origins_as_json(key: ClaimKey, found: Origins) -> LedgerJson:
    return {
        "key": key_as_json(key),
        "independent": len(found.independent),
        "unknown": len(found.unknown),
        "witnesses": [list(group) for group in found.independent],
        "of_unknown_origin": [list(group) for group in found.unknown],
    }


def _count_as_json(count: LedgerSideCount) -> LedgerJson:
    preferred = count.preferred
    return {
        "wave": count.wave,
        "side": count.side,
        "claimed": {
            **bounds_as_json(count.claimed or Range()),
            "preferred": preferred and {"claim": preferred.id, **bounds_as_json(preferred.worked)},
        },
        "independent": count.independent,
        "confirmed": count.is_confirmed,
        "public": {
            "named": count.named,
            "pseudonym": count.pseudonym,
            "verified": count.verified,
        },
    }


def _verdict_as_json(verdict: LedgerVerdict) -> LedgerJson:
    reason = verdict.reason and str(verdict.reason)
    return {"agreement": str(verdict.agreement), "gap": _gap_as_json(verdict.gap), "reason": reason}


def _gap_as_json(gap: Range | None) -> LedgerJson | None:
    return bounds_as_json(gap) if gap else None


def bounds_as_json(range_: Range) -> LedgerJson:
    return {
        "low": _number_as_json(range_.low),
        "high": _number_as_json(range_.high),
        "low_strict": range_.is_low_strict,
        "high_strict": range_.is_high_strict,
        "approximate": range_.is_approximate,
    }


def _number_as_json(number: RangeEnd | None) -> int | float | None:
    if isinstance(number, Decimal):
        return int(number) if number == number.to_integral_value() else float(number)
    return number


def _period_as_json(period: ClaimPeriod | None) -> LedgerJson | None:
    if period is None:
        return None
    return {
        "start": _date_as_json(period.start),
        "end": _date_as_json(period.end),
        "start_event": period.start_event or None,
        "end_event": period.end_event or None,
    }


def _date_as_json(date: InexactDate | None) -> LedgerJson | None:
    return date.as_json() if date else None


def _speaker_as_json(speaker: LedgerSpeaker | None) -> LedgerJson | None:
    if speaker is None:
        return None
    return {
        "id": speaker.id,
        "name": speaker.name,
        "organisation": speaker.organisation,
    }
