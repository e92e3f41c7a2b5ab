"""The shape that the contract promises for `GET /api/v1/waves/{id}/ledger/`."""

from decimal import Decimal
from typing import Any

from publishing.dates import InexactDate
from releases.enums import Incomparable
from releases.ledger.comparisons import Row, Value
from releases.ledger.figures import Figure
from releases.ledger.ledger import Ledger
from releases.ledger.origins import Origins
from releases.ledger.places import scope_as_json
from releases.ledger.ranges import Number, Range
from releases.ledger.record_counts import Recorded
from releases.ledger.side_counts import SideCount
from releases.ledger.sums import CheckedSum
from releases.ledger.values import Key, Part, Period, Speaker
from releases.ledger.verdicts import FEWER, Shown, Verdict

Json = dict[str, Any]


def as_json(ledger: Ledger) -> Json:
    """The whole ledger in plain dicts and lists: claims, comparisons, sums, origins, counts."""
    return {
        "claims": [_claim(each) for each in ledger.claims],
        "comparisons": [_row(each) for each in ledger.comparisons],
        "sums": [_sum(each) for each in ledger.sums],
        "origins": [_origins(each) for each in ledger.origins],
        "counts": [_count(each) for each in ledger.counts],
    }


def key_as_json(key: Key) -> Json:
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


def _claim(figure: Figure) -> Json:
    claim = figure.claim
    return {
        "id": claim.id,
        **key_as_json(claim.key),
        "mode": str(claim.mode),
        **_bounds(figure.worked),
        "vague": figure.is_vague,
        "period": _period(claim.period),
        "as_of": _date(claim.as_of),
        "said_on": _date(claim.said_on),
        "said_by": _speaker(claim.speaker),
        "printed": claim.printed,
        "sources": list(claim.sources),
        "standing": str(claim.standing),
        "preferred": figure.is_preferred,
        "running_total": figure.is_running,
        "derived_from": [{"sign": term.sign, "claim": term.claim} for term in claim.terms],
        "stale": figure.is_stale,
    }


def _row(row: Row) -> Json:
    return {
        "key": key_as_json(row.key),
        **_recorded("recorded", row.recorded),
        "claimed": [
            {
                "claim": each.claim,
                **_verdict(each.verdict),
                "finer_place": each.is_finer,
                "running_total": each.is_running,
            }
            for each in row.claimed
        ],
        "values": [_value(each) for each in row.values],
        "pairs": [
            {"first": each.first, "second": each.second, **_verdict(each.verdict)}
            for each in row.pairs
        ],
        "spread": _shown(row.spread),
        "agreed": row.is_agreed,
    }


def _value(value: Value) -> Json:
    return {
        **_bounds(value.range),
        "mode": str(value.mode),
        "claims": list(value.claims),
        "said_by": [_speaker(each) for each in value.said_by],
        "independent": value.independent,
        "preferred": value.is_preferred,
        "running_total": value.is_running,
    }


def _sum(checked: CheckedSum) -> Json:
    declared = checked.sum
    no_verdict = {"agreement": None, "gap": _shown(checked.gap), "reason": None}
    return {
        "id": declared.id,
        "kind": str(declared.kind),
        "total": {"claim": declared.total, **_bounds(checked.total)},
        "parts": [_part(part, worth) for part, worth in checked.parts],
        **(_verdict(checked.verdict) if checked.verdict else no_verdict),
        "explanation": declared.explanation,
        "said_by": _speaker(declared.speaker),
        "stale": checked.is_stale,
    }


def _part(part: Part, worth: Range) -> Json:
    kind = "person" if part.is_person else "claim"
    return {
        "sign": part.sign,
        "kind": kind,
        "claim": part.claim,
        "person": part.person,
        **_bounds(worth),
    }


def _origins(found: Origins) -> Json:
    return {
        "key": key_as_json(found.key),
        "independent": len(found.independent),
        "unknown": len(found.unknown),
        "witnesses": [list(group) for group in found.independent],
        "of_unknown_origin": [list(group) for group in found.unknown],
    }


def _count(count: SideCount) -> Json:
    preferred = count.preferred
    return {
        "wave": count.wave,
        "side": count.side,
        "claimed": {
            **_bounds(count.claimed or Range()),
            "preferred": preferred and {"claim": preferred.id, **_bounds(preferred.worked)},
        },
        **_recorded("recorded", count.recorded),
        "verified": _number_or_words(count.verified),
        "public": {"named": count.named, "pseudonym": count.pseudonym},
        "withheld": {str(reason): _number_or_words(each) for reason, each in count.withheld},
        "other_roles": {str(role): _number_or_words(each) for role, each in count.other_roles},
        "gap": _shown(count.gap),
    }


def _recorded(name: str, recorded: Recorded) -> Json:
    reason = recorded.reason and str(recorded.reason)
    return {name: _number_or_words(recorded), f"{name}_reason": reason, "shown": recorded.shown}


def _number_or_words(recorded: Recorded) -> int | str | None:
    return FEWER if recorded.reason == Incomparable.FEWER_THAN_8 else recorded.number


def _verdict(verdict: Verdict) -> Json:
    reason = verdict.reason and str(verdict.reason)
    return {"agreement": str(verdict.agreement), "gap": _shown(verdict.gap), "reason": reason}


def _shown(gap: Shown) -> Json | str | None:
    return _bounds(gap) if isinstance(gap, Range) else gap


def _bounds(range_: Range) -> Json:
    return {"low": _number(range_.low), "high": _number(range_.high)}


def _number(number: Number | None) -> int | float | None:
    if isinstance(number, Decimal):
        return int(number) if number == number.to_integral_value() else float(number)
    return number


def _period(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {
        "start": _date(period.start),
        "end": _date(period.end),
        "start_event": period.start_event or None,
        "end_event": period.end_event or None,
    }


def _date(date: InexactDate | None) -> Json | None:
    return date.as_json() if date else None


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "id": speaker.id,
        "name": speaker.name,
        "organisation": speaker.organisation,
    }
