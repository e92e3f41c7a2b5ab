"""Who may enter a list of names, and when: sentences for the person who may not."""

from django.utils.translation import gettext as _

from publishing.enums import ProposalState, Role, State
from publishing.models import Account
from releases.models import IntakeList

ENTERING = (Role.EDITOR, Role.CASEWORKER, Role.ADMINISTRATOR)
#: What a list can be added to: a draft at once, what is published by a proposal.
OPEN_STATES = (State.DRAFT, State.PUBLISHED)


def cannot_use_lists(by: Account) -> str | None:
    if not by.has_role(*ENTERING):
        return _("Your account may not enter lists of names.")
    return None


def cannot_decide(intake: IntakeList, by: Account) -> str | None:
    return cannot_use_lists(by) or _is_too_old(intake) or _waits_for_decision(intake)


def cannot_enter(intake: IntakeList, by: Account) -> str | None:
    if intake.side.wave.state not in OPEN_STATES:
        return _("The wave is not a draft and not yet public: publish it, or send it back first.")
    return cannot_decide(intake, by)


def _is_too_old(intake: IntakeList) -> str | None:
    if intake.is_expired:
        return _(
            "This list is older than 30 days: what nobody entered of it is deleted. Paste it again."
        )
    return None


def _waits_for_decision(intake: IntakeList) -> str | None:
    if intake.proposal and intake.proposal.state == ProposalState.OPEN:
        return _("What this list adds to the published wave waits for somebody else’s decision.")
    return None
