"""What a pasted list said and nobody entered is forgotten after a month, in the history too."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection

from publishing.actions import Refused
from publishing.enums import Role
from publishing.seals import find_faults
from releases.intake.decisions import LineChoice, add_candidates, save_decisions
from releases.intake.drafts import enter_list
from releases.intake.lists import open_list
from releases.models import IntakeCandidate, IntakeLine, IntakeList
from tests.accounts import account
from tests.factories import SideFactory, SourceFactory, WaveFactory
from tests.harness.connections import any_role, make_older
from tests.people.persons.test_expunging import tables_that_hold
from tests.releases.intake.people import somebody

CANARY = "Канарэйкаў"
LIST = f"Абеляр Прыкладаў\nЗянон {CANARY}\n{CANARY} Тадэвуш, 1990\n"
HELD = {"releases_intakeline", "releases_intakecandidate", "publishing_history"}


@pytest.fixture(autouse=True)
def _clock(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Only somebody past every guard can make a row older than it is."""
    with django_db_blocker.unblock(), any_role():
        yield


def pasted(**more: object) -> IntakeList:
    """Its first line names somebody known, who was looked for beside the second one too."""
    somebody("Абеляр Прыкладаў")
    side = SideFactory(wave=WaveFactory(released_on="2025-12-13", crossed_on=None))
    answers = {"by": account(Role.CASEWORKER), "side": side, "source": SourceFactory()} | more
    intake, _is_new = open_list(text=LIST, **answers)
    add_candidates(intake.lines.get(number=2), by=account(Role.CASEWORKER), words="Прыкладаў")
    return intake


def grown_old(intake: IntakeList, days: int = 31) -> IntakeList:
    make_older(intake, "made_at", days)
    return intake


def enter_first_line(intake: IntakeList) -> None:
    by = account(Role.CASEWORKER)
    meant = str(intake.lines.get(number=1).candidates.get().person_id)
    save_decisions(intake, by=by, choices=[LineChoice(1, "", meant)])
    enter_list(intake, by=by, sets_aside=True)


def test_D1_H5_a_list_that_nobody_entered_is_forgotten_everywhere():  # noqa: N802
    intake = grown_old(pasted())
    assert tables_that_hold(CANARY) == HELD
    call_command("delete_expired_plans", verbosity=0)
    assert tables_that_hold(CANARY) == set()
    assert (IntakeLine.objects.count(), IntakeCandidate.objects.count()) == (0, 0)
    intake.refresh_from_db()
    assert (len(intake.checksum), intake.made_by) == (64, account(Role.CASEWORKER))
    assert intake.expired_at


def test_D1_what_was_entered_stays_and_the_rest_goes():  # noqa: N802
    intake = pasted()
    enter_first_line(intake)
    grown_old(intake, days=29)
    call_command("delete_expired_plans", verbosity=0)
    assert intake.lines.count() == 3
    grown_old(intake, days=2)
    call_command("delete_expired_plans", verbosity=0)
    assert [line.number for line in intake.lines.all()] == [1]
    assert tables_that_hold(CANARY) == set()


def test_H2_forgetting_a_list_breaks_no_seal():  # noqa: N802
    grown_old(pasted())
    call_command("delete_expired_plans", verbosity=0)
    connection.check_constraints()  # the seal of this transaction is closed
    assert list(find_faults()) == []


def test_D1_a_list_that_is_over_is_not_entered_though_nobody_deleted_it():  # noqa: N802
    intake, by = pasted(), account(Role.CASEWORKER)
    save_decisions(intake, by=by, choices=[LineChoice(2, "", "new")])
    grown_old(intake)
    for act in (
        lambda: enter_list(intake, by=by, sets_aside=True),
        lambda: save_decisions(intake, by=by, choices=[LineChoice(3, "", "new")]),
    ):
        with pytest.raises(Refused, match="older than 30 days"):
            act()


def test_a_list_that_is_over_is_pasted_again():
    first = grown_old(pasted())
    again = pasted(side=first.side, source=first.source)
    assert again != first
    assert (again.checksum, again.lines.count()) == (first.checksum, 3)
    assert not first.lines.exists()
