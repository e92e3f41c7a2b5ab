"""A7: the table that the public searches holds no hidden name, whatever shows or hides somebody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from people.models import Name, Person, PublicName
from people.persons.name_search import search_names
from people.persons.public_names import renew_public_names
from publishing.actions import accept, confirm_embargo, propose, withdraw
from publishing.enums import Role, WithdrawalReason
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    NameFactory,
    PersonFactory,
    PublicRoleCitationFactory,
    published,
)
from tests.factories.life import merged

pytestmark = pytest.mark.django_db


def change(person: Person, write: Callable[[], object]) -> None:
    accept(
        propose(person, by=account(Role.EDITOR), reason="-", write=write),
        by=account(Role.REVIEWER),
    )


def named(**what: object) -> Person:
    return published(PersonFactory(named=True, **what))


def hide(person: Person) -> None:
    person.visibility = "count_only"
    person.save()


def mend(person: Person) -> None:
    name = person.names.get()
    name.text = "Mended"
    name.save()


def end_consent(person: Person) -> None:
    person.consents.update(withdrawn_at=timezone.now())


ACTS: dict[str, Callable[[Person], object]] = {
    "another name": lambda who: change(who, lambda: NameFactory(person=who, text="Another")),
    "a name less": lambda who: change(who, who.names.first().delete),
    "a name mended": lambda who: change(who, lambda: mend(who)),
    "hidden": lambda who: change(who, lambda: hide(who)),
    "withdrawn": lambda who: withdraw(who, by=account(Role.EDITOR), reason=WithdrawalReason.OTHER),
    "consent ended": end_consent,
    "merged": lambda who: merged(who, published(PersonFactory())),
}
HIDDEN = ("hidden", "withdrawn", "consent ended", "merged")


def names() -> set[str]:
    return {*PublicName.objects.values_list("text", flat=True)}


def due() -> set[str]:
    """What the table holds when it is written anew."""
    PublicName.objects.all().delete()
    renew_public_names()
    return names()


@pytest.mark.parametrize("act", ACTS)
def test_A7_after_each_act_the_table_holds_who_is_shown(act):  # noqa: N802
    stays, person = named(), named()
    assert {*stays.names.values_list("text", flat=True)} < names()
    ACTS[act](person)
    kept = names()
    assert kept == due()
    theirs = {*Name.objects.filter(person=person).values_list("text", flat=True)}
    assert not (act in HIDDEN and theirs & kept)


def test_A7_whoever_is_counted_or_a_draft_is_not_in_it():  # noqa: N802
    published(NameFactory().person)
    PersonFactory(named=True)
    assert names() == set()


def test_A7_of_a_pseudonym_it_holds_no_name():  # noqa: N802
    person = PersonFactory(pseudonym="Zhuk", visibility="pseudonym")
    ConsentFactory(person=person, field_group="pseudonym")
    NameFactory(person=person)
    published(person)
    assert names() == {"Zhuk"}


def test_A7_an_embargo_without_a_day_keeps_the_name_out_until_it_is_met():  # noqa: N802
    person = named(embargo_condition="The last of them crossed.")
    assert names() == set()
    confirm_embargo(person, by=account(Role.ADMINISTRATOR), reason="They did.")
    assert names() == {person.names.get().text}


def test_A7_an_embargo_until_a_day_waits_in_the_view():  # noqa: N802
    """Time renews no table: the row is there, and the view hides it until its second."""
    person = named(visible_from=timezone.now() + timedelta(hours=1))
    text = person.names.get().text
    assert names() == {text}
    assert search_names(text).people == {}


def test_A7_a_public_role_alone_is_a_basis():  # noqa: N802
    person = PublicRoleCitationFactory().public_role.person
    NameFactory(person=person)
    Person.objects.filter(pk=person.pk).update(visibility="named")
    published(Person.objects.get(pk=person.pk))
    assert names() == {person.names.get().text}


def test_A7_a_table_that_triggers_did_not_keep_is_found():  # noqa: N802
    """The negative control of the acts above."""
    person = named()
    PublicName.objects.update(text="Left over")
    assert names() != due()
    assert names() == {person.names.get().text}
