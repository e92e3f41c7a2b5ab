"""Who may do what to a record, in sentences for the person who may not.

Each rule returns the sentence that names what is broken, or None.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django_otp import user_has_device

from publishing.citing import find_cited
from publishing.enums import ProposalState, Role, State
from publishing.models import AccessRequest, Account, ExpungeRequest, Proposal, Record
from publishing.models.account import REFERENCE

WRITERS = (Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR)
APPROVERS = (Role.REVIEWER, Role.ADMINISTRATOR)


def cannot_edit(record: Record) -> str | None:
    if record.state not in (State.DRAFT, State.PUBLISHED):
        return _(
            "Only a draft is edited, or by a proposal what is published. This record is in another"
            " state now: %(state)s."
        ) % {"state": record.get_state_display()}
    if getattr(record, "merged_into_id", None):
        return _("What was merged into another record is not edited: edit that one.")
    return None


def cannot_submit(record: Record, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not send records to review.")
    if record.state != State.DRAFT:
        return _("Only a draft is sent to review.")
    return None


def cannot_be_sent_as_it_stands(record: Record) -> str | None:
    """What it cites goes along. Whatever else a published record must be, the database asks."""
    waiting = list_cited_outside(record, {State.IN_REVIEW, State.APPROVED, State.PUBLISHED})
    if waiting:
        return _("It cites what is not sent to review: %(cited)s.") % {"cited": waiting}
    return None


def cannot_be_published_as_it_stands(record: Record) -> str | None:
    if waiting := list_cited_outside(record, {State.PUBLISHED}):
        return _("It cites what is not public, and has to go first: %(cited)s.") % {
            "cited": waiting
        }
    return None


def list_cited_outside(record: Record, states: set[State]) -> str:
    """What the record cites that is in none of these states, in words; what is private may be."""
    cited = [each for each in find_cited(record) if not each.is_private]
    return ", ".join(each.cited_as for each in cited if each.state not in states)


def cannot_send_back(record: Record, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not send records back.")
    if record.state not in (State.IN_REVIEW, State.APPROVED):
        return _("Only a record in review, or approved and not yet published, is sent back.")
    return None


def cannot_approve(record: Record, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Your account may not approve records.")
    if record.state != State.IN_REVIEW:
        return _("Only a record in review is approved.")
    if has_written(record, by) or by.pk == record.submitted_by_id:
        return _("You wrote this record or sent it to review: somebody else must approve it.")
    return None


def has_written(record: Record, by: Account) -> bool:
    """Whether the account wrote anything of the record or its parts, in whatever draft."""
    return by.pk == record.created_by_id or by.pk in record.writers


def cannot_publish(record: Record, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Your account may not publish records.")
    if record.state != State.APPROVED:
        return _("Only an approved record is published.")
    return None


def cannot_withdraw(record: Record, by: Account) -> str | None:
    # One person is enough: what endangers somebody must be gone before a second one wakes up.
    if not by.has_role(*WRITERS):
        return _("Your account may not withdraw records.")
    if record.state != State.PUBLISHED:
        return _("Only a published record is withdrawn.")
    return None


def cannot_confirm_embargo(record: Record, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Your account may not confirm that an embargo's condition is met.")
    if not record.embargo_condition or record.embargo_confirmed_at:
        return _("The record waits for nothing that could be confirmed.")
    if record.state not in (State.APPROVED, State.PUBLISHED):
        return _("The embargo of a record is confirmed once the record is approved.")
    if has_written(record, by) or by.pk in (record.submitted_by_id, record.approved_by_id):
        return _("You wrote, sent or approved this record: somebody else must confirm.")
    return None


def cannot_ask_to_expunge(record: Record, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Only a reviewer or an administrator asks that a record is erased.")
    if record.state not in (State.DRAFT, State.WITHDRAWN):
        return _("Withdraw the record first.")
    return None


def cannot_expunge(request: ExpungeRequest, by: Account) -> str | None:
    if not by.has_role(Role.ADMINISTRATOR):
        return _("Only an administrator expunges records.")
    if by.pk == request.asked_by_id:
        return _("You asked for it: somebody else must approve.")
    return None


def cannot_decline_to_expunge(request: ExpungeRequest, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Your account may not decide this.")
    return None


def cannot_propose(record: Record, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not propose changes.")
    if record.state != State.PUBLISHED:
        return _("A change is proposed to a published record; a draft is simply edited.")
    return None


def cannot_decide(proposal: Proposal, by: Account) -> str | None:
    if not by.has_role(*APPROVERS):
        return _("Your account may not decide proposals.")
    if proposal.state != ProposalState.OPEN:
        return _("This proposal was decided already.")
    if by.pk == proposal.made_by_id:
        return _("You made this proposal: somebody else must decide it.")
    return None


def cannot_touch(account: Account, by: Account) -> str | None:
    """Whether one account may change another."""
    if by.pk == account.pk:
        return _("This is your own account: somebody else changes what it may do.")
    if account.username.startswith(REFERENCE):
        return _("This account is changed by nobody here.")
    return None


def cannot_make_link(account: Account, by: Account) -> str | None:
    """A link and nothing else would let whoever holds it do what the account may do."""
    if account == by:
        return _("You change your own password while you are logged in.")
    if not account.is_active:
        return _("This account is closed. Ask that it is opened first.")
    if account.roles and not user_has_device(account):
        return _("It has roles and no second factor. Take its roles away first.")
    return None


def cannot_ask_for_access(account: Account, by: Account, role: str = "") -> str | None:
    """Whether `by` may ask that an account has a role, or without one that it is opened."""
    if not by.has_role(Role.ADMINISTRATOR):
        return _("Only an administrator asks for access.")
    if refusal := cannot_touch(account, by):
        return refusal
    if role and not account.is_active:
        return _("This account is closed. Ask that it is opened first.")
    if account.is_active and (not role or account.has_role(Role(role))):
        return _("The account has it already.")
    return None


def cannot_give_access(request: AccessRequest, by: Account) -> str | None:
    """The maker of a link could use the account until its owner has a second factor."""
    if not by.has_role(Role.ADMINISTRATOR):
        return _("Only an administrator gives access.")
    if request.given_at:
        return _("This was given already.")
    if by.pk in (request.asked_by_id, request.account_id):
        return _("You asked for it, or it is for you: another administrator gives it.")
    if request.role and not request.account.is_active:
        return _("This account is closed. Ask that it is opened first.")
    if request.role and settings.SECOND_FACTOR and not user_has_device(request.account):
        return _("Its owner has no second factor yet. Roles come after the first login.")
    return None


def cannot_decline_access(request: AccessRequest, by: Account) -> str | None:
    if not by.has_role(Role.ADMINISTRATOR):
        return _("Your account may not decide this.")
    if request.given_at:
        return _("This was given already.")
    return None
