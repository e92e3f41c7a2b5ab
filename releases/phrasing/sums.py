"""Sums with their arithmetic, for templates/_components/sum.html."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from people.projections import PublishedPerson
from people.showing import name
from publishing.languages import of_texts
from publishing.words import label
from releases.enums import Incomparable
from releases.ledger import Key, Ledger, Part, Range
from releases.ledger.sums import CheckedSum
from releases.phrasing import amounts
from releases.phrasing.names import Names
from releases.phrasing.phrases import phrase
from sources.showing import speaker


def sums(ledger: Ledger, names: Names) -> list[dict[str, Any]]:
    """Every declared sum, those with the same total side by side."""
    keys = {each.id: each.key for each in ledger.claims}
    people = _people(ledger.sums, names.language)
    return [_sum(each, keys, people, names) for each in ledger.sums]


def _sum(
    checked: CheckedSum, keys: Mapping[str, Key], people: Mapping[str, str], names: Names
) -> dict[str, Any]:
    declared, verdict, language = checked.sum, checked.verdict, names.language
    total = keys[declared.total]
    parts = sorted(checked.parts, key=lambda pair: (pair[0].sign < 0, -(pair[1].low or 0)))
    return {
        "key": declared.id,
        "parts": [_part(part, worth, keys, people, names, total) for part, worth in parts],
        "result": amounts.figure(checked.gap + checked.total, total, language),
        "total": amounts.figure(checked.total, total, language),
        "total_label": phrase(total, names),
        "agreement": verdict and str(verdict.agreement),
        "gap": verdict and amounts.gap(verdict.gap, language),
        "reason": label(Incomparable, verdict.reason) if verdict and verdict.reason else "",
        "said_by": speaker(declared.speaker.name, language).text if declared.speaker else "",
        "explanation": of_texts(declared.explanation, language),
    }


def _part(
    part: Part,
    worth: Range,
    keys: Mapping[str, Key],
    people: Mapping[str, str],
    names: Names,
    total: Key,
) -> dict[str, Any]:
    if part.is_person:
        said = people.get(part.person or "") or _("one person, not named")
    else:
        said = phrase(keys[str(part.claim)], names)
    value = amounts.figure(worth, total, names.language)
    return {"is_minus": part.sign < 0, "value": value, "label": said}


def _people(sums: Iterable[CheckedSum], language: str) -> dict[str, str]:
    ids = {part.person for each in sums for part, _worth in each.parts if part.person}
    found = PublishedPerson.objects.filter(id__in=ids) if ids else ()
    return {str(person.id): name(person, language).text for person in found}
