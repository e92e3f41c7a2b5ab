"""What is public changes by a proposal of one person, accepted by another, or not at all."""

import pytest

from publishing.actions import Refused, accept, propose, reject
from publishing.models import History, Proposal
from sources.models import Host, Organisation
from tests.factories import OrganisationFactory, published
from tests.repository.constraints.holding import refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(db) -> Organisation:
    organisation = OrganisationFactory(name_en="Viasna", website="https://a.example")
    Host.objects.create(organisation=organisation, host="a.example", kind="main")
    return published(organisation)


def now(organisation: Organisation) -> Organisation:
    return Organisation.objects.get(pk=organisation.pk)


def renamed(organisation, by, name="Viasna Centre") -> Proposal:
    record = now(organisation)

    def write() -> None:
        record.name_en = name
        record.save()

    return propose(record, by=by, reason="Its full name.", write=write)


def test_a_proposal_changes_nothing(organisation, editor):
    proposal = renamed(organisation, editor)
    assert now(organisation).name_en == "Viasna"
    assert [(c.column_name, c.old, c.new) for c in proposal.changes.all()] == [
        ("name_en", "Viasna", "Viasna Centre")
    ]


def test_a_write_across_records_brings_its_own_rule(editor):
    draft = OrganisationFactory(name_en="Viasna")

    def write() -> None:
        Organisation.objects.filter(pk=draft.pk).update(name_en="Viasna Centre")

    with pytest.raises(Refused, match="a draft is simply edited"):
        propose(draft, by=editor, reason="Its full name.", write=write)
    assert propose(draft, by=editor, reason="Both.", write=write, rule=lambda record, by: None)


def test_its_acceptance_does(organisation, editor, reviewer):
    proposal = accept(renamed(organisation, editor), by=reviewer)
    assert (proposal.state, proposal.decided_by) == ("accepted", reviewer)
    assert now(organisation).name_en == "Viasna Centre"


def test_the_history_says_who_accepted_and_why(organisation, editor, reviewer):
    accept(renamed(organisation, editor), by=reviewer)
    entry = History.objects.filter(row_id=organisation.pk).latest("id")
    assert (entry.actor, entry.reason) == (reviewer, "Its full name.")


def test_a_rejected_proposal_changes_nothing_for_good(organisation, editor, reviewer):
    proposal = reject(renamed(organisation, editor), by=reviewer, reason="It is the short name.")
    assert now(organisation).name_en == "Viasna"
    with pytest.raises(Refused, match="decided already"):
        accept(proposal, by=reviewer)


def test_nobody_accepts_their_own(organisation, reviewer):
    with pytest.raises(Refused, match="somebody else must decide"):
        accept(renamed(organisation, reviewer), by=reviewer)


def test_an_editor_does_not_decide(organisation, editor, reviewer):
    with pytest.raises(Refused, match="may not decide"):
        accept(renamed(organisation, reviewer), by=editor)


def test_a_stale_proposal_is_refused_whole(organisation, editor, reviewer):
    first, second = renamed(organisation, editor), renamed(organisation, editor, name="Spring")
    accept(first, by=reviewer)
    with pytest.raises(Refused, match="Propose it anew"):
        accept(second, by=reviewer)
    assert now(organisation).name_en == "Viasna Centre"
    assert Proposal.objects.get(pk=second.pk).state == "open"


def test_two_proposals_about_different_columns_are_both_accepted(organisation, editor, reviewer):
    def write() -> None:
        Organisation.objects.filter(pk=organisation.pk).update(abbreviation="V")

    other = propose(organisation, by=editor, reason="It has one.", write=write)
    accept(renamed(organisation, editor), by=reviewer)
    accept(other, by=reviewer)
    assert (now(organisation).name_en, now(organisation).abbreviation) == ("Viasna Centre", "V")


def test_a_part_is_added(organisation, editor, reviewer):
    def write() -> None:
        Host.objects.create(organisation=organisation, host="b.example", kind="mirror")

    proposal = propose(organisation, by=editor, reason="A mirror.", write=write)
    assert organisation.hosts.count() == 1
    accept(proposal, by=reviewer)
    assert set(organisation.hosts.values_list("host", flat=True)) == {"a.example", "b.example"}


def test_a_part_is_taken_away(organisation, editor, reviewer):
    proposal = propose(
        organisation, by=editor, reason="It is down.", write=organisation.hosts.all().delete
    )
    assert organisation.hosts.count() == 1
    accept(proposal, by=reviewer)
    assert organisation.hosts.count() == 0


def test_what_changes_nothing_is_no_proposal(organisation, editor):
    assert propose(organisation, by=editor, reason="Why not.", write=organisation.save) is None
    assert not Proposal.objects.exists()


def test_a_proposal_gives_a_reason(organisation, editor):
    with pytest.raises(Refused, match="gives a reason"):
        propose(organisation, by=editor, reason=" ", write=organisation.save)


def test_a_draft_is_edited_and_not_proposed_to(editor):
    with pytest.raises(Refused, match="a draft is simply edited"):
        propose(OrganisationFactory(), by=editor, reason="Why not.", write=lambda: None)


def test_no_other_way_leads_there(organisation):
    change = Organisation.objects.filter(pk=organisation.pk).update
    assert refusal(lambda: change(name_en="New")) == "published_content_changes_by_proposal"
    assert refusal(organisation.hosts.all().delete) == "published_parts_change_by_proposal"


def test_an_accepted_proposal_opens_nothing_else(organisation, editor, reviewer):
    accept(renamed(organisation, editor), by=reviewer)
    change = Organisation.objects.filter(pk=organisation.pk).update
    assert refusal(lambda: change(website="")) == "published_content_changes_by_proposal"
