"""Forms of what has a life: a draft is saved, a published record gets a proposal."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from publishing.actions import propose
from publishing.admin.fieldsets import REASON, Fieldsets
from publishing.admin.forms import ReasonedForm, StaffForm
from publishing.admin.labels import label_needs
from publishing.admin.private import PrivateAdmin
from publishing.enums import State
from publishing.models import Record

View = Callable[[], HttpResponse]
EDITABLE = (State.DRAFT, State.PUBLISHED)


class GuardedAdmin(PrivateAdmin):
    """A record, or a part of one."""

    change_form_template = "admin/record/change_form.html"
    label_needs: tuple[str, ...] = ()
    form_of_new: type[StaffForm] = StaffForm

    def record_of(self, row: models.Model) -> Record:
        raise NotImplementedError

    def label(self, row: models.Model) -> str:
        raise NotImplementedError

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).prefetch_related(*label_needs(self.model))

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        row = super().get_object(request, object_id, from_field)
        request.record = row and self.record_of(row)  # type: ignore[attr-defined]
        return row

    # --- The form

    def get_fieldsets(self, request: HttpRequest, row: Any = None) -> Fieldsets:
        return [*super().get_fieldsets(request, row), *(REASON if row else [])]

    def get_form(self, request: HttpRequest, row: Any = None, **kwargs: Any) -> type[StaffForm]:
        kwargs["form"] = ReasonedForm if row else self.form_of_new
        form = super().get_form(request, row, **kwargs)
        if row:
            form.must_say_why = self.record_of(row).state == State.PUBLISHED
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context.get("original")
        if row:
            record = self.record_of(row)
            context |= {
                "subtitle": self.label(row),
                "record": record,
                "is_proposal": record.state == State.PUBLISHED,
                **self.beside(request, row),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def beside(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page shows beside the form."""
        return {}

    # --- Writing

    def write(self, request: HttpRequest, object_id: str | None, view: View) -> HttpResponse:
        row = self.get_object(request, unquote(object_id)) if object_id else None
        if row and self.record_of(row).state == State.PUBLISHED:
            return self._propose(request, self.record_of(row), request.POST.get("reason", ""), view)
        return super().write(request, object_id, view)

    def _propose(
        self, request: HttpRequest, record: Record, reason: str, view: View
    ) -> HttpResponse:
        answers: list[HttpResponse] = []
        request.is_rehearsal = True  # type: ignore[attr-defined]
        proposal = propose(
            record, by=request.user, reason=reason, write=lambda: answers.append(view())
        )
        request.is_rehearsal = False  # type: ignore[attr-defined]
        if proposal:
            said = _("Nothing public has changed yet. Somebody else decides this proposal.")
            self.message_user(request, said, messages.SUCCESS)
            return redirect("admin:publishing_proposal_change", proposal.pk)
        if answers[0].status_code == 302:
            self.message_user(request, _("Nothing was changed, so nothing is proposed."))
        return answers[0]

    def message_user(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Says nothing about a saving that is rolled back."""
        if not getattr(request, "is_rehearsal", False):
            super().message_user(request, *args, **kwargs)
