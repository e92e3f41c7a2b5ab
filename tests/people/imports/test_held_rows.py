"""A list that names somebody who was forgotten brings nobody back unasked."""

from functools import partial

import pytest
from django.test import Client

from people.imports.decisions import decide_row
from people.imports.enums import ImportDecision
from people.imports.plan_application import PlanChanged, apply_plan
from people.models import Name, Person
from publishing.actions import Refused
from publishing.enums import Role
from sources.models import Source
from tests.accounts import account
from tests.factories import SourceFactory, expunged
from tests.people.imports.desk import imported, only_row, planned, remarks, somebody, verdicts

pytestmark = pytest.mark.django_db
NEW = ImportDecision.NEW


@pytest.fixture
def source(db) -> Source:
    """Whose list brought somebody here who is forgotten by now."""
    source = SourceFactory()
    imported(somebody(), source=source)
    expunged(Person.objects.get(), "at_the_persons_request")
    return source


@pytest.mark.parametrize(
    "row", [somebody(), somebody(id="8", name="Сінта Зымаскі"), somebody(name="Zusim Inshy")]
)
def test_D2_the_next_list_holds_the_row_by_name_or_number(source, row):  # noqa: N802
    listing = planned(row, somebody(id="9", name="Probny Testa", url="FALSE"), source=source)
    assert verdicts(listing) == ["held", "new"]
    assert remarks(listing) == {"forgotten"}
    apply_plan(listing, by=account(Role.EDITOR), reason="all of it")
    assert Name.objects.get().text == "Probny Testa"


def test_D2_a_held_row_is_imported_with_a_reason_alone(source):  # noqa: N802
    listing = planned(somebody(), source=source)
    decide = partial(decide_row, only_row(listing), NEW, by=account(Role.EDITOR))
    with pytest.raises(Refused, match="only with a reason"):
        decide(reason=" ")
    assert only_row(listing).decision == ""
    row = decide(reason="They came back to us themselves.")
    assert (row.verdict, row.reason) == ("new", "They came back to us themselves.")
    apply_plan(listing, by=account(Role.EDITOR))
    assert Person.objects.count() == 1


@pytest.mark.django_db(transaction=True)  # a transaction of its own for the plan, as it has
def test_D2_who_was_forgotten_after_the_plan_was_made_stays_forgotten():  # noqa: N802
    source = SourceFactory()
    imported(somebody(name="Сінта Зымаскі"), source=source)
    known = Person.objects.get()
    listing = planned(somebody(id="8", name="Zymaski Synta", birthday="FALSE"), source=source)
    decide_row(only_row(listing), NEW, by=account(Role.EDITOR))
    listing.rows.update(name_key="")  # else the row goes with whoever is expunged
    expunged(known, "safety")
    with pytest.raises(PlanChanged, match="Held"):
        apply_plan(listing, by=account(Role.EDITOR))


def test_a_held_row_is_told_of_and_asks_for_the_reason_on_its_page(source, editor):
    listing = planned(somebody(), source=source)
    client = Client()
    client.force_login(editor)
    page = f"/admin/people/import/{listing.pk}/{only_row(listing).number}/"
    said = client.get(page).content.decode()
    assert "is to stay forgotten" in said
    assert 'name="reason"' in said
    client.post(page, {"decision": "new", "reason": "A namesake."})
    assert only_row(listing).verdict == "new"
