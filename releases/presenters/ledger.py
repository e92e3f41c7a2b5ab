"""The ledger of claims, question by question, for templates/_components/ledger.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from publishing.labels import code_label
from publishing.languages import Text, text_from_json
from releases.enums import Incomparable, Measure, Mode, Standing
from releases.ledger import ClaimKey, ClaimPeriod, Ledger
from releases.ledger.comparisons import LedgerRow
from releases.ledger.figures import LedgerFigure
from releases.presenters import amounts
from releases.presenters.names import PageNames
from releases.presenters.phrases import phrase_key
from sources.presenters import present_sources, present_speaker

MEASURES = list(Measure)


@dataclass(frozen=True, slots=True)
class LedgerQuestion:
    """One key: what is asked, what our records answer, and every figure that is given."""

    key: ClaimKey
    what: str
    recorded: str
    is_recorded: bool
    spread: str
    is_agreed: bool | None
    rows: tuple[dict[str, Any], ...]


def present_questions(ledger: Ledger, names: PageNames) -> list[LedgerQuestion]:
    """Every question of the ledger, in the order in which things happen to people."""
    compared = {row.key: row for row in ledger.comparisons}
    asked = [
        _present_question(key, list(own), compared.get(key), names)
        for key, own in groupby(ledger.claims, key=lambda each: each.key)
    ]
    return sorted(asked, key=lambda each: MEASURES.index(Measure(each.key.measure)))


def _present_question(
    key: ClaimKey,
    own: Sequence[LedgerFigure],
    row: LedgerRow | None,
    names: PageNames,
) -> LedgerQuestion:
    verdicts = (
        {each.claim: each.verdict for each in row.claimed if not each.is_finer} if row else {}
    )
    return LedgerQuestion(
        key=key,
        what=phrase_key(key, names),
        recorded=amounts.format_recorded(row.recorded, names.language) if row else "",
        is_recorded=row is not None and row.recorded.reason != Incomparable.NOT_RECORDED,
        spread=amounts.format_figure(row.spread, key, names.language) if row and row.spread else "",
        is_agreed=row.is_agreed if row else None,
        rows=tuple(present_claim_row(each, verdicts.get(each.id), names) for each in own),
    )


def present_claim_row(figure: LedgerFigure, verdict: Any, names: PageNames) -> dict[str, Any]:
    """One claim, for ledger_row.html; what our records cannot answer is said by the question."""
    if verdict and verdict.reason == Incomparable.NOT_RECORDED:
        verdict = None
    claim, language = figure.claim, names.language
    value = amounts.format_figure(figure.worked, figure.key, language)
    said = present_speaker(claim.speaker.name, language) if claim.speaker else None
    return {
        "key": claim.id,
        "value": value,
        "printed": "" if value else claim.printed,
        "mode": "" if claim.mode == Mode.STATED else code_label(Mode, claim.mode),
        "said_by": said or Text("", ""),
        "is_derived": claim.is_derived,
        "period": format_period(claim.period, language),
        "as_of": claim.as_of,
        "said_on": claim.said_on,
        "is_running": figure.is_running,
        "agreement": verdict and str(verdict.agreement),
        "gap": verdict and amounts.format_gap(verdict.gap, language),
        "reason": code_label(Incomparable, verdict.reason) if verdict and verdict.reason else "",
        "sources": present_sources(claim.sources, language),
        "is_preferred": figure.is_preferred,
        "standing": ""
        if claim.standing == Standing.STANDING
        else code_label(Standing, claim.standing),
        "why": text_from_json(claim.why, language),
    }


def format_period(of: ClaimPeriod | None, language: str) -> str:
    """When the counted things happened; an end that is an event is said by the claim's words."""
    if of is None:
        return ""
    ends = [each.in_words(language) if each else "…" for each in (of.start, of.end)]
    return ends[0] if of.start == of.end else " – ".join(ends)
