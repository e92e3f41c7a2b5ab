"""A form says which version of each row its page showed; an older page overwrites nobody.

The version of a row is the number of the last change that the history tells of it.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from publishing.actions import Refused
from publishing.actions.transaction import lock_rows
from publishing.models import History


class StaleForm(Refused):
    """A form whose rows somebody changed since its page was opened."""

    def __init__(self, changes: list[History]) -> None:
        self.changes = changes
        who = {change.actor.username if change.actor else change.login for change in changes}
        last = timezone.localtime(max(change.at for change in changes))
        sentence = _(
            "Changed since you opened this page, by %(who)s, last on %(at)s. Nothing of yours is"
            " saved yet; all that you typed is below. Compare, and save again to put it in the"
            " place of what stands now."
        )
        super().__init__(sentence % {"who": ", ".join(sorted(who)), "at": formats.localize(last)})


class PartFormSet(forms.BaseInlineFormSet):
    """Parts of one record. A part that somebody deleted meanwhile stands as a new one."""

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        if self.is_bound and form.instance._state.adding:
            form.fields["id"] = forms.CharField(
                required=False, disabled=True, widget=forms.HiddenInput
            )
        return form

    @property
    def initial_forms(self) -> list[forms.ModelForm]:
        return [form for form in super().initial_forms if not form.instance._state.adding]

    @property
    def extra_forms(self) -> list[forms.ModelForm]:
        standing = self.initial_forms
        return [form for form in self.forms if form not in standing]


def with_versions(rows: models.QuerySet) -> models.QuerySet:
    """Each row with its version, in the same query."""
    changes = History.objects.filter(row_id=OuterRef("pk")).order_by("-id")
    return rows.annotate(version=Subquery(changes.values("id")[:1]))


def refuse_stale(form: forms.ModelForm, formsets: Iterable[forms.BaseInlineFormSet]) -> None:
    """Hold the rows of a form until the transaction ends; raise StaleForm where one changed.

    The forms then carry the versions that the refusal tells, so that who sends them again has seen
    these.
    """
    shown = [form, *(each for formset in formsets for each in formset.forms)]
    seen = {key: each for each in shown if (key := _get_key(each))}
    lock_rows(each.instance for each in seen.values())
    changes = [
        change
        for change in History.objects.filter(row_id__in=seen).select_related("actor")
        if change.id > (seen[change.row_id].cleaned_data.get("version") or 0)
    ]
    if changes:
        _renew_versions(seen, changes)
        raise StaleForm(changes)


def _get_key(form: forms.ModelForm) -> UUID | None:
    """The id of the row that the page showed in this form, though the row may be gone."""
    if not form.instance._state.adding:
        return form.instance.pk
    try:
        return UUID(form.data.get(form.add_prefix("id"), ""))
    except ValueError:
        return None


def _renew_versions(shown: dict[UUID, forms.ModelForm], changes: list[History]) -> None:
    newest = {change.row_id: change.id for change in reversed(changes)}
    sent: Any = next(iter(shown.values())).data
    renewed = sent.copy()
    for key, form in shown.items():
        renewed[form.add_prefix("version")] = newest.get(key, form.cleaned_data.get("version"))
        form.data = renewed
