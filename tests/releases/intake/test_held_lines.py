"""A pasted list that names somebody who was forgotten brings nobody back unasked."""

import pytest
from django.test import Client

from people.models import Person
from publishing.actions import Refused
from releases.enums import LineProposal
from releases.intake.decisions import LineChoice, accept_proposals, save_decisions
from releases.intake.drafts import enter_list
from tests.factories import expunged
from tests.releases.intake.people import somebody

LIST = "Прыкладаў Абеляр, 1985\nЗянон Няведамы\n"
WHY = "Told us so themselves."


@pytest.fixture
def _forgotten(db) -> None:
    expunged(somebody("Abieliar Prykladau"), "safety")


@pytest.fixture
def intake(_forgotten, pasted):
    return pasted(LIST)


def decided(intake) -> list[tuple[str, str]]:
    return list(intake.lines.order_by("number").values_list("decision", "reason"))


def test_D2_what_is_new_is_accepted_at_once_but_for_whom_is_held(intake, caseworker):  # noqa: N802
    assert accept_proposals(intake, by=caseworker, proposal=LineProposal.NEW) == 1
    assert decided(intake) == [("", ""), ("new", "")]


def test_D2_a_held_line_is_new_with_a_reason_alone(intake, caseworker):  # noqa: N802
    with pytest.raises(Refused, match=r"Line 1: .*only with a reason"):
        save_decisions(intake, by=caseworker, choices=[LineChoice(1, "", "new", " ")])
    save_decisions(intake, by=caseworker, choices=[LineChoice(1, "", "new", WHY)])
    assert decided(intake)[0] == ("new", WHY)
    enter_list(intake, by=caseworker, sets_aside=True)
    assert Person.objects.count() == 1


def test_D2_who_was_forgotten_after_the_decision_stays_forgotten(pasted, caseworker):  # noqa: N802
    intake = pasted(LIST)
    accept_proposals(intake, by=caseworker, proposal=LineProposal.NEW)
    expunged(somebody("Abieliar Prykladau"), "safety")
    with pytest.raises(Refused, match="Line 1"):
        enter_list(intake, by=caseworker)
    save_decisions(intake, by=caseworker, choices=[LineChoice(1, "new", "new", WHY)])
    enter_list(intake, by=caseworker)
    assert Person.objects.count() == 2


def test_a_held_line_says_so_and_asks_for_the_reason_on_its_page(intake, caseworker):
    client = Client()
    client.force_login(caseworker)
    page = f"/admin/releases/intakelist/{intake.pk}/change/"
    said = client.get(page).content.decode()
    assert said.count("is to stay forgotten") == 1
    assert 'name="reason-1"' in said
    assert "Accept what is new: 1" in said
    client.post(page, {"seen-1": "", "line-1": "new", "reason-1": WHY})
    assert decided(intake)[0] == ("new", WHY)
