"""A record moves one step at a time, and a second person opens it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from publishing import rules
from publishing.actions import Refused, approve, publish, send_back, submit, withdraw
from publishing.enums import Role, State, WithdrawalReason
from sources.models import Organisation
from tests.accounts import account
from tests.factories import (
    HostFactory,
    OrganisationFactory,
    approved,
    in_review,
    published,
    withdrawn,
)
from tests.repository.constraints.holding import refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [state for state in State.values if state != "draft"])
def test_a_record_begins_as_a_draft(state):
    now, by = timezone.now(), account(Role.REVIEWER)
    signed = {"approved_at": now, "approved_by": by, "published_at": now, "published_by": by}
    if state == "withdrawn":
        signed |= {"withdrawn_at": now, "withdrawn_by": by, "withdrawal_reason": "other"}
    assert refusal(lambda: OrganisationFactory(state=state, **signed)) == "record_begins_as_a_draft"


def test_two_people_bring_a_draft_to_the_reader(editor, reviewer):
    record = publish(approve(submit(OrganisationFactory(), by=editor), by=reviewer), by=reviewer)
    assert (record.state, record.submitted_by, record.approved_by) == (
        "published",
        editor,
        reviewer,
    )
    assert list(Organisation.objects.visible()) == [record]


def test_the_author_cannot_approve(reviewer):
    record = submit(OrganisationFactory(created_by=reviewer), by=account(Role.EDITOR))
    with pytest.raises(Refused, match="somebody else must approve"):
        approve(record, by=reviewer)


def test_who_sent_it_to_review_cannot_approve(reviewer):
    record = submit(OrganisationFactory(), by=reviewer)
    with pytest.raises(Refused, match="somebody else must approve"):
        approve(record, by=reviewer)


def test_the_database_holds_the_second_person_too(editor):
    record = in_review(OrganisationFactory())
    values = {"state": "approved", "approved_at": timezone.now(), "approved_by": editor}
    with pytest.raises(IntegrityError, match="approver_is_not_the_author"), transaction.atomic():
        Organisation.objects.filter(pk=record.pk).update(**values)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.EDITOR])
def test_only_reviewers_and_administrators_approve_and_publish(role):
    record = in_review(OrganisationFactory())
    with pytest.raises(Refused, match="may not approve"):
        approve(record, by=account(role))
    record = approve(record, by=account(Role.REVIEWER))
    with pytest.raises(Refused, match="may not publish"):
        publish(record, by=account(role))


def test_a_caseworker_moves_nothing(caseworker):
    questions = [rules.cannot_submit, rules.cannot_send_back, rules.cannot_withdraw]
    questions += [rules.cannot_approve, rules.cannot_publish, rules.cannot_propose]
    record = OrganisationFactory()
    assert all(cannot(record, caseworker) for cannot in [*questions, rules.cannot_ask_to_expunge])


def test_what_is_sent_back_forgets_its_approval(editor):
    record = send_back(approved(OrganisationFactory()), by=editor, reason="The name is wrong.")
    assert (record.state, record.approved_by, record.submitted_at) == ("draft", None, None)


def test_what_left_the_draft_is_not_edited():
    record = in_review(OrganisationFactory())
    change = Organisation.objects.filter(pk=record.pk).update
    assert refusal(lambda: change(name_en="New")) == "published_content_changes_by_proposal"


def test_nor_are_its_parts():
    host = HostFactory()
    in_review(host.organisation)
    assert refusal(host.delete) == "published_parts_change_by_proposal"


def test_a_part_leaves_a_fixed_record_for_no_draft():
    host, draft = HostFactory(), OrganisationFactory()
    host.organisation, fixed = draft, host.organisation
    in_review(fixed)
    assert refusal(host.save) == "published_parts_change_by_proposal"


def test_a_part_of_a_draft_moves_to_another():
    host, draft = HostFactory(), OrganisationFactory()
    host.organisation = draft
    assert refusal(host.save) == ""


def test_one_person_is_enough_to_withdraw(editor):
    record = withdraw(published(OrganisationFactory()), by=editor, reason=WithdrawalReason.SAFETY)
    assert record.withdrawal_reason == "safety"
    assert not Organisation.objects.visible().exists()


def test_what_was_public_is_never_deleted():
    for record in (published(OrganisationFactory()), withdrawn(OrganisationFactory())):
        assert refusal(record.delete) == "record_is_withdrawn_never_deleted"


def test_a_draft_is_deleted_with_its_parts():
    host = HostFactory()
    host.organisation.delete()
    assert not Organisation.objects.exists()
