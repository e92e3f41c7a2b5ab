"""A synthetic world: small here, and never beside real records."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction

from people.models import Name, Person
from people.persons.enums import PersonVisibility
from publishing.enums import Role, State
from publishing.models import Account, History, Record
from releases.models import Claim, Leg, Member, Release
from sources.models import Organisation
from tests.accounts import account
from tracker.synthetic import APPROVER, SYNTHESISER
from tracker.synthetic.world import synthesise_world

pytestmark = pytest.mark.django_db


def written() -> dict[type[Record], list[dict]]:
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    kept = {model: list(model.objects.order_by("id").values()) for model in models}
    for row in (row for rows in kept.values() for row in rows):
        for by in ("created", "submitted", "approved", "published"):
            row.pop(f"{by}_by_id")
    return kept


def test_a_world_holds_everything_that_happens_to_people():
    assert synthesise_world(40, seed=1)["people_person"] == 40
    for model in (Member, Release, Leg, Claim):
        assert model.objects.exists()


def test_everything_in_it_is_published():
    synthesise_world(10, seed=1)
    states = {row["state"] for rows in written().values() for row in rows}
    assert states == {State.PUBLISHED}


def test_everything_in_it_says_that_it_is_invented():
    synthesise_world(20, seed=1)
    summaries = set(Person.objects.values_list("summary_be", "summary_ru", "summary_en"))
    assert summaries == {("Сінтэтычны.", "Синтетический.", "Synthetic.")}
    names = Organisation.objects.values_list("name_en", flat=True)
    assert all(name.startswith("Synthetic ") for name in names)


def test_names_in_it_are_many_and_some_are_frequent():
    synthesise_world(200, seed=1)
    families = Name.objects.filter(language="be", script="Cyrl").values_list("family", flat=True)
    assert 100 < len(set(families)) < 200


def test_people_are_shown_as_they_agreed():
    synthesise_world(60, seed=1)
    shown = Person.objects.exclude(visibility=PersonVisibility.COUNT_ONLY)
    assert 10 < shown.count() < 40
    assert all(person.consents.exists() for person in shown.prefetch_related("consents"))


def test_a_seed_gives_the_same_world_again():
    worlds = []
    for seed in (7, 7, 8):
        with transaction.atomic():
            synthesise_world(5, seed=seed)
            worlds.append(written())
            transaction.set_rollback(True)
    assert worlds[0] == worlds[1] != worlds[2]


def test_its_history_says_who_and_why():
    synthesise_world(5, seed=3)
    last = History.objects.filter(table_name="people_person").latest("id")
    assert last.actor.username == APPROVER
    assert last.reason == "synthetic world of 5 people, seed 3"


def test_it_is_refused_beside_real_records():
    Organisation.objects.create(code="real", kind="media", created_by=account(Role.EDITOR))
    with pytest.raises(CommandError, match="real records"):
        call_command("synthesise", people=3)
    assert not Account.objects.filter(username=SYNTHESISER).exists()


def test_it_is_made_once(capsys):
    call_command("synthesise", people=3)
    with pytest.raises(CommandError, match="already"):
        call_command("synthesise", people=3)
    assert Person.objects.count() == 3


@pytest.mark.parametrize("name", [SYNTHESISER, APPROVER])
def test_nobody_logs_in_under_its_names(name):
    synthesise_world(2, seed=1)
    found = Account.objects.get(username=name)
    assert [found.is_active, found.is_staff, found.has_usable_password()] == [False] * 3
