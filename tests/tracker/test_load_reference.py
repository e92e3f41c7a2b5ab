"""What `load_reference` does with small worlds of its own, written to a folder."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from publishing import actions
from publishing.enums import State
from publishing.models import Account, History
from releases.models import Member, Wave
from sources.models import Organisation, Source
from tracker.reference import BadReferenceError, load_reference
from tracker.reference.accounts import APPROVER, AUTHOR
from tracker.synthetic import SYNTHESISER

pytestmark = pytest.mark.django_db

ORGANISATIONS = """
norsk-fond:
  kind: humanitarian_fund
  country: NO
  name: {en: Norwegian fund, be: Нарвежскі фонд}
  risky_in: [BY, NO]
  hosts:
    - {host: fond.example, kind: main}
"""
SOURCES = """
report:
  publisher: norsk-fond
  title: A report
  language: en
  kind: report
  published_on: 2025-12
"""
WAVES = """
2025-12-13:
  country: BY
  released_on: 2025-12-13
  title: {en: A release}
  sides:
    - {number: 1, releasing: [BY]}
  citations:
    - {source: report}
"""
PEOPLE = """
someone:
  memberships:
    - wave: 2025-12-13
      side: 1
      outcome: freed
      citations:
        - {source: report}
  releases:
    - wave: 2025-12-13
      released_on: 2025-12-13
      citations:
        - {source: report}
  citations:
    - {source: report}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "VERSION").write_text("of the test\n")
    for name, text in (
        ("organisations", ORGANISATIONS),
        ("sources", SOURCES),
        ("waves", WAVES),
        ("people", PEOPLE),
    ):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def problems(folder: Path) -> list[str]:
    with pytest.raises(BadReferenceError) as raised:
        load_reference(folder)
    return raised.value.problems


def test_what_is_absent_is_inserted_and_published(folder):
    assert load_reference(folder).inserted[0] == "organisations/norsk-fond"
    organisation = Organisation.objects.get(code="norsk-fond")
    assert (organisation.state, organisation.country) == (State.PUBLISHED, "NO")
    assert organisation.hosts.get().host == "fond.example"


def test_it_is_written_by_one_account_and_approved_by_another(folder):
    load_reference(folder)
    source = Source.objects.get()
    assert source.created_by.username == source.submitted_by.username == AUTHOR
    assert source.approved_by.username == APPROVER


def test_the_history_names_the_version(folder):
    load_reference(folder)
    inserted = History.objects.get(table_name="sources_source", operation="insert")
    assert inserted.reason == "reference data of the test"


def test_a_membership_written_with_the_person_is_a_part_of_the_wave(folder):
    load_reference(folder)
    member = Member.objects.get()
    assert (member.side.wave, member.outcome) == (Wave.objects.get(), "freed")
    assert member.release.person == member.person


def test_a_second_run_has_nothing_to_do(folder, capsys):
    call_command("load_reference", folder=folder)
    written = History.objects.count()
    call_command("load_reference", folder=folder)
    assert capsys.readouterr().out.endswith("Reference data: nothing to do.\n")
    assert History.objects.count() == written


def test_a_rehearsal_changes_nothing(folder):
    assert load_reference(folder, is_rehearsal=True).inserted
    assert not Organisation.objects.exists()


def test_what_was_edited_here_is_kept_and_reported(folder, editor, reviewer):
    load_reference(folder)
    organisation = Organisation.objects.get()

    def rename() -> None:
        Organisation.objects.update(name_en="The fund")

    proposal = actions.propose(organisation, by=editor, reason="its name", write=rename)
    actions.accept(proposal, by=reviewer)
    assert load_reference(folder).differences == [
        "organisations/norsk-fond name_en: edited here: file 'Norwegian fund', database 'The fund'"
    ]
    assert Organisation.objects.get().name_en == "The fund"


def test_what_changed_in_the_file_is_reported_and_not_loaded(folder):
    load_reference(folder)
    edit(folder / "sources.yaml", "A report", "The report")
    assert load_reference(folder).differences == [
        "sources/report title: changed in the file: file 'The report', database 'A report'"
    ]


def test_a_new_part_of_a_published_record_is_reported_and_what_needs_it_waits(folder):
    load_reference(folder)
    person = PEOPLE.replace("someone", "another")
    (folder / "people.yaml").write_text(PEOPLE + person)
    outcome = load_reference(folder)
    assert outcome.inserted == ["people/another"]
    assert outcome.differences[0].startswith("waves/2025-12-13 sides/1/members/another: new")
    assert outcome.differences[-1] == ("releases/another/2025-12-13: waits for what is not loaded")


def test_a_key_that_somebody_gave_to_a_record_of_theirs_is_left_alone(folder, editor):
    Organisation.objects.create(code="norsk-fond", kind="church", created_by=editor)
    assert (
        "organisations/norsk-fond: entered here, not loaded" in load_reference(folder).differences
    )
    assert Organisation.objects.get().kind == "church"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("sources", "language: en", "tongue: en", "sources.yaml: report: tongue: "),
        ("sources", "norsk-fond", "nobody", "sources.yaml: report: publisher: "),
        ("sources", "kind: report", "kind: rumour", "sources.yaml: report: kind: "),
        ("sources", "2025-12", "2025-13", "sources.yaml: report: published_on: "),
        ("sources", "  title: A report\n", "", "sources.yaml: report: title: "),
        ("sources", "  publisher: norsk-fond\n", "", "sources.yaml: report: publisher: "),
        ("waves", "{en: A release}", "A release", "waves.yaml: 2025-12-13: title: "),
        ("waves", "source: report", "source: it", "waves.yaml: 2025-12-13: citations/it/source: "),
        ("organisations", "  hosts:", "  sources:", "organisations.yaml: norsk-fond: sources: "),
        (
            "organisations",
            "  country: NO",
            "  state: published",
            "organisations.yaml: norsk-fond: state: ",
        ),
        ("people", "side: 1", "side: 2", "people.yaml: someone: memberships: "),
    ],
)
def test_what_is_wrong_is_named_by_file_key_and_field(folder, file, old, new, said):
    edit(folder / f"{file}.yaml", old, new)
    assert any(problem.startswith(said) for problem in problems(folder))
    assert not Organisation.objects.exists()


def test_a_key_that_stands_twice_is_refused(folder):
    (folder / "sources.yaml").write_text(SOURCES + SOURCES)
    assert problems(folder)[0].startswith("sources.yaml: a key stands twice")


def test_what_the_database_refuses_is_named_by_file_and_key(folder):
    edit(folder / "sources.yaml", "kind: report", "kind: report\n  upstream_kind: known")
    assert problems(folder)[0].startswith("sources.yaml: report: Name the source")
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("name", [AUTHOR, APPROVER])
def test_nobody_logs_in_under_the_names_of_the_reference_data(folder, name, monkeypatch):
    load_reference(folder)
    account = Account.objects.get(username=name)
    assert [account.is_active, account.is_staff, account.has_usable_password()] == [False] * 3
    monkeypatch.setattr(Account, "check_password", lambda account, password: True)  # as if known
    assert authenticate(username=name, password="known") is None
    assert not Client().login(username=name, password="known")


@pytest.mark.parametrize("name", [AUTHOR, APPROVER])
@pytest.mark.parametrize(
    "opened",
    [
        {"is_active": True},
        {"is_staff": True},
        {"password": make_password("known")},
    ],
    ids=lambda opened: next(iter(opened)),
)
def test_nobody_opens_an_account_of_the_reference_data(folder, name, opened):
    load_reference(folder)
    account = Account.objects.filter(username=name)
    with pytest.raises(IntegrityError, match="reference_data_is_closed"), transaction.atomic():
        account.update(**opened)


def test_no_real_data_enters_a_synthetic_world(folder):
    Account.objects.create(username=SYNTHESISER)
    with pytest.raises(CommandError, match="synthetic"):
        call_command("load_reference", folder=folder)
    assert not Organisation.objects.exists()
