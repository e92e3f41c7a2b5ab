# ruff: noqa: N802
"""C11: the second person is a second human, whoever asks and in whatever order."""

from collections.abc import Callable
from functools import partial
from threading import Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import sampled_from

from people.models import Name, NameCitation, Person
from publishing.actions import (
    Refused,
    approve,
    confirm_embargo,
    publish,
    send_back,
    submit,
)
from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import Account
from sources.models import Organisation
from tests.accounts import account
from tests.factories import (
    HostFactory,
    NameCitationFactory,
    NameFactory,
    OrganisationFactory,
    PersonFactory,
    approved,
    in_review,
    published,
)
from tests.factories.life import public_source
from tests.repository.constraints.holding import refusal, run, settle, undone

pytestmark = pytest.mark.django_db


def writes_a_column(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(note="New.")


def adds_a_part(person: Person) -> None:
    NameFactory(person=person)


def changes_a_part(person: Person) -> None:
    Name.objects.filter(person=person).update(is_preferred=True)


def deletes_a_part(person: Person) -> None:
    person.names.all().delete()


def moves_a_part_away(person: Person) -> None:
    Name.objects.filter(person=person).update(person=PersonFactory())


def cites_a_part_of_a_part(person: Person) -> None:
    NameCitationFactory(name=person.names.get(), source=public_source())


def takes_a_part_of_a_part(person: Person) -> None:
    NameCitation.objects.filter(name__person=person).delete()


WRITES = [
    writes_a_column,
    adds_a_part,
    changes_a_part,
    deletes_a_part,
    moves_a_part_away,
    cites_a_part_of_a_part,
    takes_a_part_of_a_part,
]


def written_by(by: Account, write: Callable[[Person], None]) -> Person:
    """A draft of the editor's, of which somebody else wrote a little."""
    name = NameFactory()
    NameCitationFactory(name=name, source=public_source())
    settle()
    with attribute_changes(by=by):
        write(name.person)
    return name.person


def refuses_approval(record: Person | Organisation, by: Account) -> None:
    """The rule says so, and the database where nobody asks the rule."""
    with pytest.raises(Refused, match="somebody else must approve"):
        approve(record, by=by)
    signed = {"state": "approved", "approved_at": timezone.now(), "approved_by": by}
    past_the_rule = partial(type(record).objects.filter(pk=record.pk).update, **signed)
    assert refusal(past_the_rule) == "record_is_approved_by_somebody_else"


@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.__name__)
def test_C11_whoever_wrote_any_of_it_cannot_approve(write, reviewer):
    refuses_approval(in_review(written_by(reviewer, write)), reviewer)


def test_C11_another_reviewer_can(reviewer):
    record = in_review(written_by(reviewer, adds_a_part))
    assert approve(record, by=account(Role.REVIEWER, "another")).state == "approved"


def test_C11_who_wrote_an_earlier_draft_wrote_this_one_too(reviewer, editor):
    record = in_review(written_by(reviewer, adds_a_part))
    refuses_approval(in_review(send_back(record, by=editor, reason="No.")), reviewer)


def test_C11_who_only_moves_a_record_along_may_still_approve(reviewer):
    record = send_back(approved(OrganisationFactory()), by=reviewer, reason="The name is wrong.")
    assert approve(in_review(record), by=reviewer).approved_by == reviewer


def test_C11_who_approved_and_edits_must_leave_it_to_another(reviewer):
    record = send_back(approved(OrganisationFactory()), by=reviewer, reason="I do it myself.")
    with attribute_changes(by=reviewer):
        HostFactory(organisation=record)
    refuses_approval(in_review(record), reviewer)


@pytest.mark.parametrize("role", ["created_by", "submitted_by", "approved_by"])
def test_C11_who_had_a_part_in_it_cannot_confirm_its_embargo(role):
    record = published(OrganisationFactory(embargo_condition="They have crossed."))
    by = getattr(record, role)
    by = account(Role.REVIEWER, by.username)
    with pytest.raises(Refused, match="somebody else must confirm"):
        confirm_embargo(record, by=by, reason="I say so.")
    signed = {"embargo_confirmed_at": timezone.now(), "embargo_confirmed_by": by}
    past_the_rule = partial(Organisation.objects.filter(pk=record.pk).update, **signed)
    assert refusal(past_the_rule) == "embargo_is_confirmed_by_somebody_else"


def test_C11_nobody_confirms_before_somebody_approved(reviewer):
    record = in_review(OrganisationFactory(embargo_condition="They have crossed."))
    with pytest.raises(Refused, match="once the record is approved"):
        confirm_embargo(record, by=reviewer, reason="They have.")
    signed = {"embargo_confirmed_at": timezone.now(), "embargo_confirmed_by": reviewer}
    past_the_rule = partial(Organisation.objects.filter(pk=record.pk).update, **signed)
    assert refusal(past_the_rule) == "embargo_is_confirmed_after_the_approval"


def test_C11_what_is_sent_back_forgets_the_confirmation(reviewer, editor):
    record = approved(OrganisationFactory(embargo_condition="They have crossed."))
    record = confirm_embargo(record, by=account(Role.REVIEWER, "another"), reason="They have.")
    assert send_back(record, by=editor, reason="No.").embargo_confirmed_by is None


@pytest.mark.doors
@pytest.mark.django_db(transaction=True)
def test_C11_one_person_in_two_windows_is_one_person():
    """A part written in one window while the record is approved in another is refused."""
    author, reviewer = account(Role.EDITOR), account(Role.REVIEWER)
    record, said = OrganisationFactory(), list[str]()

    def approve_meanwhile() -> None:
        try:
            approve(submit(record, by=author), by=reviewer)
        except Refused as refused:
            said.extend(refused.messages)
        finally:
            connection.close()

    with attribute_changes(by=reviewer):
        HostFactory(organisation=record)
        run("SET CONSTRAINTS ALL IMMEDIATE")  # as the action does that writes it
        window = Thread(target=approve_meanwhile)
        window.start()
        window.join(0.5)
        assert window.is_alive()  # it waits for the part
    window.join()
    assert said == ["You wrote this record or sent it to review: somebody else must approve it."]


class Desk(RuleBasedStateMachine):
    """Three people who may do everything, at one record, in any order."""

    people = sampled_from(["anna", "boris", "vera"])

    @initialize(by=people)
    def begin(self, by: str) -> None:
        self.savepoint = transaction.savepoint()
        self.staff = {who: account(Role.ADMINISTRATOR, who) for who in ("anna", "boris", "vera")}
        with attribute_changes(by=self.staff[by]):
            condition = "They have crossed."
            self.record = OrganisationFactory(
                created_by=self.staff[by], embargo_condition=condition
            )
        self.wrote = {by}

    def stands(self) -> Organisation:
        return Organisation.objects.get(pk=self.record.pk)

    def attempt(self, act: Callable[..., object], by: str, **answers: str) -> bool:
        try:
            act(self.stands(), by=self.staff[by], **answers)
        except Refused:
            return False
        return True

    @rule(by=people)
    def write(self, by: str) -> None:
        is_draft = self.stands().state == "draft"
        if is_draft:
            with attribute_changes(by=self.staff[by]):
                HostFactory(organisation=self.record)
                settle()
            self.wrote.add(by)

    @rule(by=people)
    def send(self, by: str) -> None:
        self.attempt(submit, by)

    @rule(by=people)
    def give_back(self, by: str) -> None:
        self.attempt(send_back, by, reason="Look again.")

    @rule(by=people)
    def agree(self, by: str) -> None:
        if self.attempt(approve, by):
            stands = self.stands()
            assert by not in self.wrote | {stands.submitted_by.username}

    @rule(by=people)
    def open(self, by: str) -> None:
        self.attempt(publish, by)

    @rule(by=people)
    @precondition(lambda self: self.stands().embargo_confirmed_at is None)
    def confirm(self, by: str) -> None:
        if self.attempt(confirm_embargo, by, reason="They have."):
            stands = self.stands()
            signed = {stands.submitted_by, stands.approved_by}
            assert by not in self.wrote | {who.username for who in signed if who}

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)


def test_C11_no_order_of_acts_lets_one_person_be_two():
    few = settings(max_examples=12, stateful_step_count=12)
    run_state_machine_as_test(Desk, settings=few)


def test_C11_the_desk_sees_who_is_two(monkeypatch):
    """By the old rule, and with no guard behind it, the writer approves; the desk says so."""
    monkeypatch.setattr("publishing.rules.has_written", lambda record, by: False)
    monkeypatch.setattr("publishing.actions.transaction.check_guards", lambda: None)
    desk = Desk()
    desk.begin(by="anna")
    desk.write(by="boris")
    desk.send(by="anna")
    with undone(), pytest.raises(AssertionError):
        desk.agree(by="boris")
