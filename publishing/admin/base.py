"""The admin of every row that staff write: what its lists filter by, and its guarded form."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminErrorList, AdminForm
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from publishing import rules
from publishing.actions import Refused, guarded, propose
from publishing.actions.transaction import refuse_if
from publishing.admin.diff import describe_entries
from publishing.admin.extensions import get_extensions
from publishing.admin.fieldsets import REASON, VERSION, Fieldsets, build_fieldsets
from publishing.admin.forms import StaffFieldsMixin, StaffForm, get_record
from publishing.admin.labels import get_label_prefetches
from publishing.admin.signed_in import get_account
from publishing.admin.stale_forms import refuse_stale, with_versions
from publishing.enums import State
from publishing.models import Record

#: What the links of a list's filters ask about a declared name.
ASKED_BY_FILTERS = ("", "exact", "in", "isnull", "id__exact")


class FormAnswered(Exception):
    """Ends Django's view of a form with another answer; what was written before it stays."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class DeclaredFiltersMixin:
    """Lists filter by what `list_filter` declares: an address must not question other columns."""

    model: type[models.Model]
    show_full_result_count = False

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        added = [each for one in get_extensions(self.model) for each in one.list_filter]
        return [*super().get_list_filter(request), *added]

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Only what Django's own filters ask: never into a relation, never by a part of a value."""
        name, _separator, asked = lookup.partition("__")
        declared = {
            each if isinstance(each, str) else each.parameter_name
            for each in self.get_list_filter(request)
        }
        return name in declared and asked in ASKED_BY_FILTERS


class StaffAdmin(StaffFieldsMixin, DeclaredFiltersMixin, admin.ModelAdmin):
    """The admin of a row that staff write; that of a private row stands directly on it.

    A row and its parts are written together, in `save_related`. A refusal by the database is an
    error of the form, and so is what somebody else changed since its page was opened. A change of
    what is published is not written: it becomes a proposal.
    """

    form: type[ModelForm] = StaffForm
    change_form_template = "admin/record/change_form.html"
    #: What `get_label` reads beyond the row itself.
    label_prefetches: tuple[str, ...] = ()

    def get_label(self, row: Any) -> str:
        return str(row)

    # --- What Django asks

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows = super().get_queryset(request)
        return with_versions(rows.prefetch_related(*get_label_prefetches(self.model)))

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        added = [each for one in get_extensions(self.model) for each in one.inlines]
        return [*super().get_inlines(request, obj), *added]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Fieldsets:
        is_declared = self.fieldsets or self.fields
        declared = super().get_fieldsets(request, obj) if is_declared else None
        fieldsets = [*(declared or build_fieldsets(self.model))]
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, *(REASON if get_record(obj) else []), *VERSION]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        kwargs.setdefault("formfield_callback", self.get_field_callback(request, get_record(obj)))
        return super().get_form(request, obj, change, **kwargs)

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Tell in each heading how many rows there are, since many groups are folded."""
        shown = super().get_inline_formsets(*args, **kwargs)
        for each in shown:
            count, title = each.formset.initial_form_count(), each.opts.verbose_name_plural
            each.opts.verbose_name_plural = f"{title} · {count}"
        return shown

    def get_page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of a row shows beside its form; that of a private row shows nothing."""
        return {}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if row := context.get("original"):
            record = get_record(row)
            context |= {"is_proposal": record is not None and record.state == State.PUBLISHED}
            context |= self.get_page_context(request, row)
        return super().render_change_form(request, context, *args, **kwargs)

    # --- Writing

    def _changeform_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super()._changeform_view(*args, **kwargs)
        except FormAnswered as answered:
            return answered.response

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write nothing yet: the guards look at a row together with its parts."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Write the row and its parts, or propose the change where the record is published."""

        def write_form() -> None:
            form.instance.save()
            super(StaffAdmin, self).save_related(request, form, formsets, change)

        record = get_record(form.instance) if change else None
        try:
            refuse_stale(form, formsets)
            refuse_if(rules.cannot_edit(record) if record else None)
            if record and record.state == State.PUBLISHED:
                raise FormAnswered(self.propose_form(request, record, form, write_form))
            with guarded():
                write_form()
        except Refused as refused:
            form.add_error(None, refused)
            page = self.render_refused_form(request, form, formsets, change, refused)
            raise FormAnswered(page) from refused

    def propose_form(
        self, request: HttpRequest, record: Record, form: Any, write: Any
    ) -> HttpResponse:
        """Propose what `write` would change, and lead to the proposal."""
        reason = form.cleaned_data["reason"]
        proposal = propose(record, by=get_account(request), reason=reason, write=write)
        if proposal is None:
            self.message_user(request, _("Nothing was changed, so nothing is proposed."))
            return self.response_post_save_change(request, form.instance)
        said = _("Nothing public has changed yet. Somebody else decides this proposal.")
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:publishing_proposal_change", proposal.pk)

    def render_refused_form(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool, refused: Refused
    ) -> HttpResponse:
        """The page that Django renders of an invalid form, for a form that the database refused."""
        row = form.instance if change else None
        fieldsets = self.get_fieldsets(request, row)
        prepopulated = self.get_prepopulated_fields(request, row)
        readonly = self.get_readonly_fields(request, row)
        admin_form = AdminForm(form, fieldsets, prepopulated, readonly, model_admin=self)
        inlines = self.get_inline_formsets(
            request, formsets, self.get_inline_instances(request, row), row
        )
        title = "Change %s" if change else "Add %s"  # Django's words, from its catalogues
        context = self.admin_site.each_context(request) | {
            "title": _(title) % self.opts.verbose_name,
            "subtitle": str(row) if row else None,
            "original": row,
            "object_id": str(row.pk) if row else None,
            "adminform": admin_form,
            "inline_admin_formsets": inlines,
            "errors": AdminErrorList(form, formsets),
            "media": sum((each.media for each in inlines), self.media + admin_form.media),
            "is_popup": IS_POPUP_VAR in request.POST,
            "to_field": request.POST.get(TO_FIELD_VAR),
            "preserved_filters": self.get_preserved_filters(request),
            "changed_since": describe_entries(getattr(refused, "changes", [])),
        }
        return self.render_change_form(request, context, add=not change, change=change, obj=row)
