"""What a figure counts, in words: a key becomes one phrase in the reader's language.

Each measure has whole templates, and what remains of the scope follows as a list of labels and
values. No word is glued to another, so that no language needs a case that it has not got.
"""

from collections.abc import Iterable
from typing import Any

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.labels import code_label, country_name
from releases.enums import (
    COUNTRY_DIMENSIONS,
    PARDONS,
    PLACE_DIMENSIONS,
    SCOPE_VOCABULARIES,
    LegalBasis,
    Measure,
    ScopeDimension,
    Unit,
)
from releases.ledger import ClaimKey
from releases.presenters.names import PageNames

_FROM, _TO = ScopeDimension.FROM, ScopeDimension.TO
#: By measure and the places that it names.
TEMPLATES: dict[tuple[Measure, tuple[str, ...]], Any] = {
    (Measure.LISTED, (_TO,)): gettext_lazy("Listed for release to: %(to)s"),
    (Measure.ANNOUNCED, (_TO,)): gettext_lazy("Release announced to: %(to)s"),
    (Measure.CROSSED, (_TO,)): gettext_lazy("Crossed the border to: %(to)s"),
    (Measure.CROSSED, (_FROM, _TO)): gettext_lazy("Crossed the border: %(from)s → %(to)s"),
    (Measure.TAKEN_TO, (_TO,)): gettext_lazy("Taken to: %(to)s"),
    (Measure.TAKEN_TO, (_FROM, _TO)): gettext_lazy("Taken: %(from)s → %(to)s"),
    (Measure.MOVED_ON, (_TO,)): gettext_lazy("Moved on to: %(to)s"),
    (Measure.MOVED_ON, (_FROM,)): gettext_lazy("Moved on from: %(from)s"),
    (Measure.MOVED_ON, (_FROM, _TO)): gettext_lazy("Moved on: %(from)s → %(to)s"),
    (Measure.STAYED_IN, (_TO,)): gettext_lazy("Stayed in: %(to)s"),
    (Measure.APPLIED_FOR_PROTECTION, (_TO,)): gettext_lazy("Applied for protection in: %(to)s"),
    (Measure.NATURALISED, (_TO,)): gettext_lazy("Naturalised in: %(to)s"),
    (Measure.REFUSED_BY_RECEIVING_STATE, (_TO,)): gettext_lazy("Refused by: %(to)s"),
}


def phrase_key(key: ClaimKey, names: PageNames) -> str:
    """The question that figures of this key answer: "Taken to: Ukraine · Documents: none"."""
    scope = dict(key.scope)
    placed = tuple(sorted(name for name in scope if name in PLACE_DIMENSIONS))
    template = TEMPLATES.get((Measure(key.measure), placed))
    head = str(Measure(key.measure).label)
    if template:
        places = {
            str(name): _one_of(map(names.place_name, scope.pop(name)), names) for name in placed
        }
        head = template % places
    parts = [_phrase_dimension(name, values, names) for name, values in sorted(scope.items())]
    side = [names.sides[key.subject.id]] if key.subject.id in names.sides else []
    return " · ".join([head, *side, *parts, *_phrase_basis(key, names)])


def _phrase_dimension(dimension: str, values: Iterable[str], names: PageNames) -> str:
    """A dimension that no template has taken in."""
    said = _one_of((phrase_value(dimension, each, names) for each in _fold_pardons(values)), names)
    return _("%(name)s: %(value)s") % {"name": ScopeDimension(dimension).label, "value": said}


def _fold_pardons(values: Iterable[str]) -> set[str]:
    """ "Pardoned" stands for its three kinds where all are meant."""
    found = set(values)
    return found - PARDONS | {LegalBasis.PARDON.value} if found >= PARDONS else found


def _one_of(words: Iterable[str], names: PageNames) -> str:
    return format_list(sorted(words), style="or", locale=names.language)


def phrase_value(dimension: str, value: str, names: PageNames) -> str:
    """One value of a dimension: a place, a country, or a word of a closed vocabulary."""
    if dimension in PLACE_DIMENSIONS:
        return names.place_name(value)
    if dimension in COUNTRY_DIMENSIONS and len(value) == 2 and value.isupper():
        return country_name(value, names.language)
    vocabularies = SCOPE_VOCABULARIES[ScopeDimension(dimension)]
    known = next((each for each in vocabularies if value in each.values), None)
    if known is LegalBasis and value == LegalBasis.PARDON:
        return _("Pardon")
    return code_label(known, value) if known else value


def _phrase_basis(key: ClaimKey, names: PageNames) -> Iterable[str]:
    """What is counted, where it is not people; and by whose definition."""
    if key.unit == Unit.PER_CENT and key.per_cent_base:
        yield _("Share of: %(base)s") % {"base": code_label(Measure, key.per_cent_base)}
    elif key.unit == Unit.HOUSEHOLDS:
        yield str(Unit.HOUSEHOLDS.label)
    if key.yardstick:
        yield _("By the definition of: %(name)s") % {"name": names.yardstick_name(key.yardstick)}
