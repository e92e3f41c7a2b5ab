"""What a figure counts, and the rule of each measure as plain data.

A measure says what happened, never to whom: whom is the scope's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from releases.enums.scope import ScopeDimension


class Measure(models.TextChoices):
    LISTED = "listed", pgettext_lazy("measure", "Listed for release")
    ANNOUNCED = "announced", pgettext_lazy("measure", "Release announced")
    RELEASED = "released", pgettext_lazy("measure", "Released")
    CROSSED = "crossed", pgettext_lazy("measure", "Crossed the border")
    TAKEN_TO = "taken_to", pgettext_lazy("measure", "Taken to a first place")
    MOVED_ON = "moved_on", pgettext_lazy("measure", "Moved on")
    STAYED_IN = "stayed_in", pgettext_lazy("measure", "Stayed in a place")
    REFUSED_TO_LEAVE = "refused_to_leave", pgettext_lazy("measure", "Refused to leave")
    REFUSED_BY_RECEIVING_STATE = (
        "refused_by_receiving_state",
        pgettext_lazy("measure", "Refused by the receiving state"),
    )
    RETURNED_TO_CUSTODY = "returned_to_custody", pgettext_lazy("measure", "Returned to custody")
    RE_ARRESTED = "re_arrested", pgettext_lazy("measure", "Re-arrested")
    NAMES_PUBLISHED = "names_published", pgettext_lazy("measure", "Names published")
    APPLIED_FOR_PROTECTION = (
        "applied_for_protection",
        pgettext_lazy("measure", "Applied for protection"),
    )
    NATURALISED = "naturalised", pgettext_lazy("measure", "Naturalised")
    CITIZENSHIP_STRIPPED = "citizenship_stripped", pgettext_lazy("measure", "Citizenship stripped")
    HELD = "held", pgettext_lazy("measure", "Held")
    RECOGNISED = "recognised", pgettext_lazy("measure", "Recognised as political prisoners")
    DETAINED = "detained", pgettext_lazy("measure", "Detained")
    CONVICTED = "convicted", pgettext_lazy("measure", "Convicted")
    DIED_IN_CUSTODY = "died_in_custody", pgettext_lazy("measure", "Died in custody")
    SEARCHED_OR_QUESTIONED = (
        "searched_or_questioned",
        pgettext_lazy("measure", "Searched or questioned"),
    )
    WAVES = "waves", pgettext_lazy("measure", "Waves of release")
    DECREES = "decrees", pgettext_lazy("measure", "Decrees")
    RAISED = "raised", pgettext_lazy("measure", "Raised")
    PLEDGED = "pledged", pgettext_lazy("measure", "Pledged")
    SPENT = "spent", pgettext_lazy("measure", "Spent")


class Unit(models.TextChoices):
    """`currency` stands with an ISO 4217 code, `per_cent` with the measure it is a share of."""

    PEOPLE = "people", pgettext_lazy("unit", "People")
    HOUSEHOLDS = "households", pgettext_lazy("unit", "Households")
    WAVES = "waves", pgettext_lazy("unit", "Waves")
    DECREES = "decrees", pgettext_lazy("unit", "Decrees")
    CURRENCY = "currency", pgettext_lazy("unit", "Money")
    PER_CENT = "per_cent", pgettext_lazy("unit", "Per cent")


class MeasureKind(models.TextChoices):
    STOCK = "stock", _("At a moment")
    FLOW = "flow", _("Over a period")


@dataclass(frozen=True)
class MeasureRule:
    """What a claim of one measure may say; `is_recorded`: our own records can answer it.

    What answers it is a fact of releases/sql/recorded.sql.
    """

    kind: MeasureKind
    units: frozenset[Unit]
    dimensions: frozenset[ScopeDimension]
    is_recorded: bool


_D = ScopeDimension
_WHO = frozenset({_D.CITIZENSHIP, _D.SEX, _D.AGE, _D.CATEGORY})
_CASE = _WHO | {_D.CHARGE_GROUP, _D.CUSTODY_KIND}
_RELEASE = _CASE | {_D.LEGAL_BASIS, _D.DISPOSITION, _D.DOCUMENTS, _D.FROM}
_ROUTE = _RELEASE | {_D.TO}
_PEOPLE = frozenset({Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.PER_CENT})
_MONEY = frozenset({Unit.CURRENCY, Unit.PER_CENT})


def _flow_rule(
    dimensions: Iterable[ScopeDimension], is_recorded: bool, units: frozenset[Unit] = _PEOPLE
) -> MeasureRule:
    return MeasureRule(MeasureKind.FLOW, units, frozenset(dimensions), is_recorded)


def _stock_rule(
    dimensions: Iterable[ScopeDimension], is_recorded: bool, units: frozenset[Unit] = _PEOPLE
) -> MeasureRule:
    return MeasureRule(MeasureKind.STOCK, units, frozenset(dimensions), is_recorded)


MEASURES: dict[Measure, MeasureRule] = {
    Measure.LISTED: _flow_rule(_ROUTE, True),
    Measure.ANNOUNCED: _flow_rule(_ROUTE, False),
    Measure.RELEASED: _flow_rule(_RELEASE, True),
    Measure.CROSSED: _flow_rule(_ROUTE, True),
    Measure.TAKEN_TO: _flow_rule(_ROUTE, True),
    Measure.MOVED_ON: _flow_rule(_ROUTE, True),
    Measure.STAYED_IN: _stock_rule(_ROUTE, True),
    Measure.REFUSED_TO_LEAVE: _flow_rule(_RELEASE, True),
    Measure.REFUSED_BY_RECEIVING_STATE: _flow_rule(_ROUTE, True),
    Measure.RETURNED_TO_CUSTODY: _flow_rule(_RELEASE, True),
    Measure.RE_ARRESTED: _flow_rule(_CASE, True),
    Measure.NAMES_PUBLISHED: _flow_rule(_ROUTE, False),
    Measure.APPLIED_FOR_PROTECTION: _flow_rule(_WHO | {_D.FROM, _D.TO}, False),
    Measure.NATURALISED: _flow_rule(_WHO | {_D.TO}, False),
    Measure.CITIZENSHIP_STRIPPED: _flow_rule(_WHO | {_D.LEGAL_BASIS}, True),
    Measure.HELD: _stock_rule(_CASE | {_D.FROM}, False),
    Measure.RECOGNISED: _flow_rule(_CASE, False),
    Measure.DETAINED: _flow_rule(_CASE, False),
    Measure.CONVICTED: _flow_rule(_CASE, False),
    Measure.DIED_IN_CUSTODY: _flow_rule(_CASE, False),
    Measure.SEARCHED_OR_QUESTIONED: _flow_rule(_WHO, False),
    Measure.WAVES: _flow_rule({_D.LEGAL_BASIS}, False, frozenset({Unit.WAVES})),
    Measure.DECREES: _flow_rule({_D.LEGAL_BASIS}, False, frozenset({Unit.DECREES})),
    Measure.RAISED: _flow_rule({_D.DONOR, _D.PURPOSE}, False, _MONEY),
    Measure.PLEDGED: _flow_rule({_D.DONOR, _D.PURPOSE}, False, _MONEY),
    Measure.SPENT: _flow_rule({_D.PURPOSE, _D.TO}, False, _MONEY),
}
