"""What a merge or its undo would do, in lists of sentences."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.duplicates.merging.actions import MergePlan, UndoPlan
from people.duplicates.merging.held_rows import HeldRow
from people.duplicates.merging.journal import MovedRow
from people.persons.enums import PersonVisibility
from people.persons.models import Person
from publishing.admin.descriptions import describe_row, format_value
from publishing.admin.references import get_references, load_labels
from publishing.models import RecordPart


class Listed(NamedTuple):
    title: str
    items: list[str]


def list_merge_effects(plan: MergePlan, survivor: Person) -> list[Listed]:
    return _drop_empty(
        Listed(_("Moves to the record that stays"), _count_by_kind(one.row for one in plan.moving)),
        Listed(
            _("Stays behind, and is not shown"),
            [f"{_describe_held_row(held)} – {why}" for held, why in plan.staying],
        ),
        Listed(_("Becomes stricter"), _describe_stricter(plan, survivor)),
    )


def list_undo_effects(undoing: UndoPlan) -> list[Listed]:
    return _drop_empty(
        Listed(_("Is put back as it was"), _count_by_kind(one.row for one in undoing.going_home)),
        Listed(
            _("Was added since to what goes back, and goes with it"),
            _count_by_kind(one.row for one in undoing.along),
        ),
        Listed(_("Was deleted since, and stays deleted"), _count_moved_by_kind(undoing.gone)),
        Listed(_("Was changed since, and stays as it is"), _count_moved_by_kind(undoing.staying)),
    )


def _drop_empty(*lists: Listed) -> list[Listed]:
    return [one for one in lists if one.items]


def _count_by_kind(rows: Iterable[models.Model]) -> list[str]:
    kinds = Counter(capfirst(row._meta.verbose_name_plural) for row in rows)
    return [f"{kind}: {number}" for kind, number in sorted(kinds.items())]


def _count_moved_by_kind(moved: Iterable[MovedRow]) -> list[str]:
    kinds = Counter(capfirst(one.model._meta.verbose_name_plural) for one in moved)
    return [f"{kind}: {number}" for kind, number in sorted(kinds.items())]


def _describe_held_row(held: HeldRow) -> str:
    """Describe a part; of a restricted row only its kind."""
    kind = str(capfirst(held.row._meta.verbose_name))
    if not isinstance(held.row, RecordPart):
        return kind
    known = load_labels(get_references(held.row))
    said = ", ".join(line.value for line in describe_row(held.row, known))
    return f"{kind}: {said}" if said else kind


def _describe_stricter(plan: MergePlan, survivor: Person) -> list[str]:
    strict = plan.stricter
    if strict is None:
        return []
    found = []
    if strict.visibility != survivor.visibility:
        names: dict[str, Any] = dict(PersonVisibility.choices)
        found.append(
            _("Shown until now: %(before)s. After the merge: %(after)s.")
            % {"before": names[survivor.visibility], "after": names[strict.visibility]}
        )
    for consent in survivor.consents.order_by("pk"):
        if consent.pk in strict.withdrawn or consent.pk in strict.expires:
            said = {
                "group": consent.get_field_group_display(),
                "audience": consent.get_audience_display(),
            }
            found.append(_("The consent to “%(group)s” for “%(audience)s” ends sooner.") % said)
    if strict.visible_from != survivor.visible_from:
        found.append(_("Not public before %(at)s.") % {"at": format_value(strict.visible_from)})
    if strict.visible_until != survivor.visible_until:
        found.append(_("Not public after %(at)s.") % {"at": format_value(strict.visible_until)})
    if strict.waits_for and not survivor.embargo_condition:
        found.append(
            _("Not public until this has happened: %(what)s.") % {"what": strict.waits_for}
        )
    return found
