"""What nobody entered of a list in its time."""

from datetime import timedelta

from django.utils import timezone

from publishing.enums import Role
from releases.models import IntakeList
from tests.accounts import account
from tests.factories import ImportFactory, IntakeLineFactory, PersonFactory
from tests.repository.constraints.guards.breach import breaks, put

LONG_AGO = timedelta(days=31)


@breaks("people_import_is_applied_in_its_time", on="people_import")
def _an_old_list_is_imported():
    old = ImportFactory(state="planned", created_at=timezone.now() - LONG_AGO)
    yield
    put(old, state="applied", applied_at=timezone.now(), applied_by=account(Role.EDITOR))


@breaks("releases_intakeline_is_entered_in_its_time", on="releases_intakeline")
def _a_line_of_an_old_list_is_entered():
    line = IntakeLineFactory(person=PersonFactory(), decision="person", **signed("decided"))
    IntakeList.objects.update(made_at=timezone.now() - LONG_AGO)
    yield
    put(line, **signed("entered"))


def signed(act: str) -> dict[str, object]:
    return {f"{act}_at": timezone.now(), f"{act}_by": account(Role.EDITOR)}
