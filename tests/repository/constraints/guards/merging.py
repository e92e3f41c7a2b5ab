"""What a merge may never do, whoever writes it."""

from django.utils import timezone

from people.models import Merge
from publishing.enums import Role
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    MergeFactory,
    NameFactory,
    NotTheSameFactory,
    PersonFactory,
)
from tests.repository.constraints.guards.breach import breaks, put


@breaks("people_merge_takes_everything_along", on="people_merge")
def _a_name_is_forgotten():
    goes = NameFactory().person
    yield
    MergeFactory(absorbed=goes)


@breaks("people_merge_widens_nothing", on="people_merge")
def _somebody_counted_becomes_named():
    stays = PersonFactory(named=True)
    yield
    MergeFactory(survivor=stays)


@breaks("people_merge_widens_nothing", on="people_merge")
def _a_consent_outlives_the_one_that_was_taken_back():
    stays, goes = PersonFactory(), PersonFactory()
    ConsentFactory(person=stays, field_group="custody")
    consent = ConsentFactory(person=goes, field_group="custody", withdrawn_at=timezone.now())
    yield
    leaves(MergeFactory(survivor=stays, absorbed=goes), consent)


@breaks("people_merge_widens_nothing", on="people_merge")
def _an_embargo_is_forgotten():
    goes = PersonFactory(visible_from=timezone.now())
    yield
    MergeFactory(absorbed=goes)


@breaks("people_merge_is_not_of_two_people", on="people_merge")
def _two_people_are_made_one():
    pair = NotTheSameFactory()
    yield
    MergeFactory(survivor=pair.first, absorbed=pair.second)


@breaks("people_merge_is_undone_last_first", on="people_merge")
def _what_a_later_merge_builds_on_is_undone():
    first = MergeFactory()
    MergeFactory(survivor=first.survivor)
    yield
    put(first, undone_at=timezone.now(), undone_by=account(Role.EDITOR))


@breaks("people_person_merged_is_not_changed", on="people_person")
def _whoever_is_merged_is_edited():
    person = PersonFactory(merged_into=PersonFactory())
    yield
    put(person, note="Another person after all.")


def leaves(merge: Merge, *rows) -> None:
    for row in rows:
        merge.moves.create(
            table_name=row._meta.db_table, row_id=row.pk, column_name="person_id",
            old=str(row.person_id), new=str(row.person_id),
        )  # fmt: skip
