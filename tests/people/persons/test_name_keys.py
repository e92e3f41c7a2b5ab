"""The keys of a name stand beside it, whichever way it was written."""

from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from people.models import Name
from people.names import WrittenName
from people.persons.name_keys import derive_stored_keys
from publishing.actions import accept, propose
from publishing.models import History
from tests.factories import NameFactory, PersonFactory, published
from tests.repository.constraints.holding import refusal, run

pytestmark = pytest.mark.django_db


def stored(table: str, column: str, key: object) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [key])
        return cursor.fetchone()[0]


def keys_of(name: Name) -> list[str]:
    return stored("people_name", "keys", name.pk)


def due(text: str, language: str = "be") -> list[str]:
    return list(derive_stored_keys(WrittenName(text, language=language)).keys)


def test_a_name_that_is_saved_has_its_keys():
    assert keys_of(NameFactory(text="Выдуманая Асоба")) == due("Выдуманая Асоба")


def test_a_name_that_is_changed_has_other_keys():
    name = Name.objects.get(pk=NameFactory(text="Выдуманая Асоба").pk)
    name.text = "Іншая Асоба"
    name.save()
    assert keys_of(name) == due("Іншая Асоба")


def test_names_that_are_written_in_bulk_have_them():
    name = Name(person=PersonFactory(), text="Выдуманая Асоба", language="be")
    Name.objects.bulk_create([name])
    assert keys_of(name) == due("Выдуманая Асоба")


def test_a_pseudonym_has_them_too():
    person = PersonFactory(pseudonym="Вераб’ёвы")
    assert stored("people_person", "pseudonym_keys", person.pk) == due("Вераб’ёвы", language="")


def test_an_update_that_forgets_them_is_refused():
    name = NameFactory(text="Выдуманая Асоба")
    with (
        pytest.raises(IntegrityError, match="people_name_keys_are_of_its_text"),
        transaction.atomic(),
    ):
        Name.objects.filter(pk=name.pk).update(text="Іншая Асоба")


def test_a_name_is_checked_before_it_is_saved():
    NameFactory.build(person=PersonFactory(), text="Выдуманая Асоба").full_clean()


def test_the_history_does_not_tell_what_follows():
    name = NameFactory(text="Выдуманая Асоба")
    entry = History.objects.filter(row_id=name.pk).latest("id")
    assert entry.new["text"] == "Выдуманая Асоба"
    assert not {"keys", "keys_folded", "keys_of"} & entry.new.keys()


def test_an_accepted_proposal_leaves_the_keys_of_the_new_text(editor, reviewer):
    name = NameFactory(text="Выдуманая Асоба")
    person = published(name.person)

    def write() -> None:
        changed = Name.objects.get(pk=name.pk)
        changed.text = "Іншая Асоба"
        changed.save()

    proposal = propose(person, by=editor, reason="As the passport has it.", write=write)
    assert [c.column_name for c in proposal.changes.all()] == ["text"]
    accept(proposal, by=reviewer)
    assert keys_of(name) == due("Іншая Асоба")


def test_an_accepted_proposal_of_a_new_name_gives_it_keys(editor, reviewer):
    person = published(NameFactory().person)
    name = NameFactory.build(person=person, text="Трэцяя Асоба")
    accept(propose(person, by=editor, reason="Met in print.", write=name.save), by=reviewer)
    assert keys_of(name) == due("Трэцяя Асоба")


def test_the_guard_of_published_people_lets_keys_pass_and_nothing_else():
    person = published(PersonFactory(pseudonym="Верабей"))
    change = "UPDATE people_person SET {} WHERE id = %s"
    derived = partial(run, change.format("pseudonym_keys_folded = ''"), [person.pk])
    content = partial(run, change.format("note = 'Another.'"), [person.pk])
    assert refusal(derived) == ""
    assert refusal(content) == "published_content_changes_by_proposal"
