"""The transitions of a record's workflow: each button runs one action.

Which buttons a record has, the rules say (`Transition.refusal`).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing import actions, rules
from publishing.enums import WithdrawalReason
from publishing.models import Account, Record


class EmptyForm(forms.Form):
    """Asks nothing."""


class RemarkForm(forms.Form):
    reason = forms.CharField(
        label=_("Remark"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Staff only. Kept in the history."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Staff only. Kept in the history."),
    )


class PublicReasonForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=WithdrawalReason,
        help_text=_("Public: this neutral reason is all that the old address says."),
    )
    note = forms.CharField(
        label=_("Remark"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Staff only. Kept in the history."),
    )


class ExpungeForm(PublicReasonForm):
    note = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Staff only. Erased with the record."),
    )


class ApprovalForm(RemarkForm):
    publish = forms.BooleanField(
        label=_("Publish at once"),
        required=False,
        help_text=_("Public from this second on, or from the end of the embargo."),
    )


class Transition(NamedTuple):
    """`run(record, by=…, **answers of the form)`; `refusal(record, by)` is a rule's sentence."""

    title: Any
    explanation: Any
    run: Callable[..., object]
    refusal: Callable[[Any, Account], str | None]
    form: type[forms.Form] = EmptyForm
    takes_along: bool = False
    #: Nobody takes it back: the password is asked again.
    is_grave: bool = False
    #: It hides somebody: nothing that others changed meanwhile holds it up.
    is_urgent: bool = False


def approve_and_publish(
    record: Record, *, by: Account, reason: str = "", publish: bool = False
) -> None:
    record = actions.approve(record, by=by, reason=reason)
    if publish:
        actions.publish(record, by=by)


TRANSITIONS = {
    "submit": Transition(
        _("Send to review"),
        _("Somebody else reads it and approves it, or sends it back. Until then it is not edited."),
        actions.submit,
        rules.cannot_submit,
        takes_along=True,
    ),
    "send_back": Transition(
        _("Send back"),
        _("It becomes a draft again, for its author to change."),
        actions.send_back,
        rules.cannot_send_back,
        ReasonForm,
    ),
    "approve": Transition(
        pgettext_lazy("act", "Approve"),
        _("You say, as a second person, that what stands below is right."),
        approve_and_publish,
        rules.cannot_approve,
        ApprovalForm,
        takes_along=True,
    ),
    "publish": Transition(
        pgettext_lazy("act", "Publish"),
        _("What is marked public below is open to everybody, at once or when its embargo ends."),
        actions.publish,
        rules.cannot_publish,
        takes_along=True,
    ),
    "confirm_embargo": Transition(
        _("Confirm embargo"),
        _("You say that what the embargo waits for has happened. The record opens at once."),
        actions.confirm_embargo,
        rules.cannot_confirm_embargo,
        ReasonForm,
        is_grave=True,
    ),
    "withdraw": Transition(
        pgettext_lazy("act", "Withdraw"),
        _("It leaves every page, feed and answer at this second, and does not come back."),
        actions.withdraw,
        rules.cannot_withdraw,
        PublicReasonForm,
        is_grave=True,
        is_urgent=True,
    ),
    "ask_to_expunge": Transition(
        pgettext_lazy("act", "Ask to expunge"),
        _(
            "An administrator who is somebody else decides. Then its content is erased, in the"
            " history too, and nobody can bring it back."
        ),
        actions.ask_to_expunge,
        rules.cannot_ask_to_expunge,
        ExpungeForm,
        is_grave=True,
        is_urgent=True,
    ),
}
