"""Who was erased for good is known when a name or a number of theirs comes back."""

from collections.abc import Iterable

import pytest
from django.test import Client

from people.models import Person
from people.names import Description, WrittenName
from people.persons.forgotten import are_forgotten
from people.persons.traits import ask_traits
from publishing.dates import InexactDate
from publishing.enums import WithdrawalReason
from publishing.marks import make_marks
from publishing.models import History, Tombstone
from tests.factories import IdentifierFactory, NameFactory, PersonFactory, expunged
from tests.people.names.real_surnames import list_real_surnames
from tests.staff import send

pytestmark = pytest.mark.django_db
ADD = "/admin/people/person/add/"
REASONS = WithdrawalReason


def forgotten(
    text: str = "Зымаслаў Тэставіч", reason: WithdrawalReason = REASONS.SAFETY, **columns: str
) -> None:
    person = NameFactory(text=text, person=PersonFactory(**columns)).person
    IdentifierFactory(person=person, scheme="list", value="7")
    expunged(person, reason)


def known(name: str, born: str = "", numbers: Iterable[tuple[str, str]] = ()) -> bool:
    span = InexactDate(born).span if born else None
    (found,) = are_forgotten([(Description((WrittenName(name),), span), numbers)])
    return found


@pytest.mark.parametrize("name", ["Зымаслаў Тэставіч", "Тэстович Зымаслав", "Zymaslau Testavich"])
def test_D2_a_name_that_comes_back_is_known_in_any_spelling(name):  # noqa: N802
    assert not known(name)
    forgotten()
    assert known(name)
    assert not known("Зымаслаў Іншы")


@pytest.mark.parametrize(
    ("born", "is_known"),
    [("", True), ("1985", True), ("1986-02", True), ("1980/1990", True), ("1987", False)],
)
def test_D2_two_births_must_agree_but_for_a_year(born, is_known):  # noqa: N802
    forgotten(birth="1985-03-04")
    assert known("Зымаслаў Тэставіч", born) == is_known


def test_D2_where_our_birth_was_not_known_the_name_is_enough():  # noqa: N802
    forgotten()
    assert known("Зымаслаў Тэставіч", "1987")


def test_D2_a_number_of_theirs_is_known_and_that_of_another_list_is_not():  # noqa: N802
    forgotten()
    assert known("Somebody Else", numbers=[("list", "7")])
    assert not known("Somebody Else", numbers=[("another", "7"), ("list", "8")])


@pytest.mark.parametrize("reason", WithdrawalReason)
def test_D2_a_mistake_or_a_duplicate_leaves_no_mark(reason):  # noqa: N802
    forgotten(reason=reason)
    is_nobody = reason in (REASONS.ENTERED_IN_ERROR, REASONS.DUPLICATE)
    assert known("Зымаслаў Тэставіч") != is_nobody


def test_D2_a_stolen_dump_and_every_surname_there_is_give_nothing(settings):  # noqa: N802
    surnames = list_real_surnames()
    assert len(surnames) > 9000
    person = NameFactory(text=f"Зымаслав {surnames[-1]}").person
    expunged(person, REASONS.SAFETY)
    kept = set(Tombstone.objects.get().marks)
    tried = [trait for each in surnames for trait in traits(f"Зымаслав {each}")]
    assert kept & set(make_marks(tried))  # the negative control: with the key all is read
    settings.FORGOTTEN_KEY = "the key that a thief tries"
    assert not kept & set(make_marks(tried))


def traits(name: str) -> Iterable[str]:
    return ask_traits(Description((WrittenName(name),)))


# --- The staff's form


@pytest.fixture
def desk(editor) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def typed(**more: str) -> dict[str, str]:
    return {"names__0__text": "Zymaslau Testavich", "names__TOTAL_FORMS": "1"} | more


def test_D2_a_form_that_names_them_asks_for_a_reason(desk):  # noqa: N802
    forgotten()
    page = send(desk, ADD, **typed())
    assert "is to stay forgotten" in page.content.decode()
    assert not Person.objects.exists()
    send(desk, ADD, **typed(reason="A namesake, says the court."))
    entry = History.objects.get(row_id=Person.objects.get().pk, operation="insert")
    assert entry.reason == "A namesake, says the court."


def test_the_form_of_anybody_else_asks_for_none(desk):
    forgotten()
    send(desk, ADD, **typed(names__0__text="Zusim Inshy"))
    assert Person.objects.count() == 1
