"""The ledger of claims, question by question, for templates/_components/ledger.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from publishing.labels import code_label
from publishing.languages import Text, text_from_json
from releases.enums import Measure, Mode, Standing
from releases.ledger import ClaimKey, ClaimPeriod, Ledger
from releases.ledger.comparisons import LedgerRow
from releases.ledger.figures import LedgerFigure
from releases.presenters import amounts
from releases.presenters.names import PageNames
from releases.presenters.phrases import phrase_key
from sources.presenters import present_sources, present_speaker

MEASURES = list(Measure)


@dataclass(frozen=True, slots=True)
class LedgerAnswer:
    """One number, and every standing claim that gives it in the same way and for the same time."""

    value: str
    mode: str
    period: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class LedgerQuestion:
    """One key: what is asked, and every figure that is given."""

    key: ClaimKey
    what: str
    spread: str
    is_agreed: bool | None
    rows: tuple[dict[str, Any], ...]

    @property
    def disagreement(self) -> str:
        """That figures disagree, as a range only where all are of one moment (A12)."""
        if self.is_agreed is not False:
            return ""
        if not self.spread:
            return _("figures of one and the same moment disagree")
        return _("the sources disagree: %(spread)s") % {"spread": self.spread}

    @property
    def answers(self) -> list[LedgerAnswer]:
        """Who gives which number; what no longer stands is in the whole ledger alone."""
        found: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        for row in self.rows:
            if not row["standing"]:
                said = row["value"] or row["printed"]
                found.setdefault((said, row["mode"], row["period"]), []).append(row)
        return [LedgerAnswer(*said, tuple(rows)) for said, rows in found.items()]

    @property
    def has_number(self) -> bool:
        """Whether anybody gives a number; "some of them were Latvians" is an answer without one."""
        return any(row["has_number"] for row in self.rows if not row["standing"])


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
    is_agreed = row.is_agreed if row else None
    # Each figure is set beside each other, so it is asked only where something is said at all.
    of_one_moment = row is not None and is_agreed is not None and row.is_of_one_moment
    spread = row.spread if row and of_one_moment else None
    return LedgerQuestion(
        key=key,
        what=phrase_key(key, names),
        spread=amounts.format_figure(spread, key, names.language) if spread else "",
        is_agreed=None if is_agreed and not of_one_moment else is_agreed,
        rows=tuple(present_claim_row(each, names) for each in own),
    )


def present_claim_row(figure: LedgerFigure, names: PageNames) -> dict[str, Any]:
    """One claim, for ledger_row.html."""
    claim, language = figure.claim, names.language
    value = amounts.format_figure(figure.worked, figure.key, language)
    said = present_speaker(claim.speaker.name, language) if claim.speaker else None
    return {
        "key": claim.id,
        "has_number": bool(value),
        "value": value or ("" if claim.printed else _("some, without a number")),
        "printed": "" if value else claim.printed,
        "mode": "" if claim.mode == Mode.STATED else code_label(Mode, claim.mode),
        "said_by": said or Text("", ""),
        "is_derived": claim.is_derived,
        "period": format_period(claim.period, language),
        "as_of": claim.as_of,
        "said_on": claim.said_on,
        "is_running": figure.is_running,
        "sources": present_sources(claim.sources, language, claim.unsourced_since),
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
