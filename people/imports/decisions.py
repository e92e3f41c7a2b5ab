"""What staff say of rows that may be somebody known; the row is planned anew at once."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people.imports.enums import ImportDecision, ImportState, ImportVerdict
from people.imports.models import ImportRow
from people.imports.plan import is_too_old
from people.imports.planned_rows import PlannedRow, copy_into_table
from people.imports.row_planner import RowPlanner
from people.persons.forgotten import FORGOTTEN
from people.persons.models import Person
from publishing.actions import action
from publishing.actions.transaction import lock_row, refuse_if
from publishing.models import Account

#: What is open to a decision. An error is put right in the list, not here.
OPEN = (
    ImportVerdict.LIKELY_DUPLICATE, ImportVerdict.HELD, ImportVerdict.SKIPPED, ImportVerdict.NEW,
)  # fmt: skip


def decide_row(
    row: ImportRow,
    decision: ImportDecision,
    *,
    by: Account,
    person: Person | None = None,
    reason: str = "",
) -> ImportRow:
    """Record who decided what, and plan the row accordingly. Raises Refused.

    Somebody who may have been forgotten is new only with a `reason`.

    The list is held, so that nothing is decided about what is being applied.
    """
    with action(by=by):
        listing = lock_row(row.listing)
        row = ImportRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
        row.listing = listing
        refuse_if(cannot_decide(row, decision, person, by))
        planned = PlannedRow.from_model(row)
        planned.decision, planned.decided_at, planned.decided_by = decision, timezone.now(), by.pk
        planned.person, planned.reason = person.pk if person else None, reason.strip()
        kept = planned.candidates
        row.delete()
        RowPlanner(listing, by).plan_rows([planned])
        refuse_if(str(FORGOTTEN) if planned.verdict == ImportVerdict.HELD else None)
        planned.candidates = kept
        copy_into_table(listing, [planned])
        return ImportRow.objects.get(pk=planned.id)


def cannot_decide(
    row: ImportRow, decision: ImportDecision, person: Person | None, by: Account
) -> str | None:
    if not by.has_perm("people.add_import"):
        return _("Your account may not import lists.")
    if sentence := is_too_old(row.listing):
        return sentence
    if row.listing.state != ImportState.PLANNED:
        return _("The plan of this list is not complete, or the list was imported already.")
    if row.verdict not in OPEN and not row.decision:
        return _("There is nothing to decide about this row.")
    if decision == ImportDecision.SAME and (person is None or person.merged_into_id):
        return _("Say which of the known people it is.")
    return None
