"""Sums with their arithmetic, for templates/_components/sum.html."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from people.persons.presenters import present_name
from people.persons.projections import PublishedPerson
from publishing.labels import code_label
from publishing.languages import text_from_json
from releases.enums import Agreement, Incomparable, SumKind
from releases.ledger import Ledger, LedgerSumPart, Range
from releases.ledger.figures import LedgerFigure
from releases.ledger.sums import CheckedSum
from releases.presenters import amounts
from releases.presenters.names import PageNames
from releases.presenters.phrases import phrase_key
from releases.presenters.side_counts import join_speakers
from sources.presenters import present_speaker


def present_sums(ledger: Ledger, names: PageNames) -> list[dict[str, Any]]:
    """Every declared sum, those that do not add up first."""
    worded = SumPresenter(
        {each.id: each for each in ledger.claims}, _load_names_of_people(ledger.sums, names), names
    )
    return [worded.present_sum(each) for each in sorted(ledger.sums, key=_adds_up)]


def add_parts(parts: Iterable[tuple[LedgerSumPart, Range]]) -> Range:
    """What the parts come to, however open the total is."""
    return sum((worth.times(part.sign) for part, worth in parts), Range.exactly(0))


def _adds_up(checked: CheckedSum) -> bool:
    return checked.verdict is None or checked.verdict.agreement == Agreement.AGREE


@dataclass(frozen=True, slots=True)
class SumPresenter:
    """What the sums of a ledger are made of: its figures by claim, its people by id."""

    figures: Mapping[str, LedgerFigure]
    people: Mapping[str, str]
    names: PageNames

    def present_sum(self, checked: CheckedSum) -> dict[str, Any]:
        declared, verdict, language = checked.sum, checked.verdict, self.names.language
        total = self.figures[declared.total]
        parts = sorted(checked.parts, key=lambda pair: (pair[0].sign < 0, -(pair[1].low or 0)))
        return {
            "key": declared.id,
            "parts": [self.present_part(part, worth, total) for part, worth in parts],
            "is_share": declared.kind == SumKind.PARTIAL and _adds_up(checked),
            "result": amounts.format_figure(add_parts(checked.parts), total.key, language),
            "total": amounts.format_figure(checked.total, total.key, language),
            "total_label": phrase_key(total.key, self.names),
            "total_said_by": join_speakers([total], language),
            "agreement": verdict and str(verdict.agreement),
            "gap": verdict and amounts.format_gap(verdict.gap, language),
            "reason": code_label(Incomparable, verdict.reason)
            if verdict and verdict.reason
            else "",
            "said_by": present_speaker(declared.speaker.name, language).text
            if declared.speaker
            else "",
            "explanation": text_from_json(declared.explanation, language),
        }

    def present_part(
        self, part: LedgerSumPart, worth: Range, total: LedgerFigure
    ) -> dict[str, Any]:
        said = (
            self.people[part.person]
            if part.person
            else phrase_key(self.figures[str(part.claim)].key, self.names)
        )
        value = amounts.format_figure(worth, total.key, self.names.language)
        return {"is_minus": part.sign < 0, "value": value, "label": said}


def _load_names_of_people(sums: Iterable[CheckedSum], names: PageNames) -> dict[str, str]:
    ids = {part.person for each in sums for part, _worth in each.parts if part.person}
    found = PublishedPerson.objects.filter(id__in=ids) if ids else ()
    return {str(person.id): present_name(person, names.language).text for person in found}
