"""Lists of people, for staff: read, planned row by row, decided upon, applied once."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from people.imports.admin.apply_stream import stream_apply
from people.imports.admin.forms import ColumnsForm, DecisionForm, UploadForm
from people.imports.admin.row_descriptions import count_by_verdict, describe_row, errors_as_csv
from people.imports.decisions import decide_row
from people.imports.enums import ImportDecision, ImportState, ImportVerdict
from people.imports.models import Import, ImportRow, SavedMapping
from people.imports.plan import BATCH, cannot_plan, map_columns_by_hand, plan_next, read_list
from people.imports.plan_application import apply_plan, cannot_apply, count_rows_to_apply
from people.persons.models import Person
from publishing.actions import Refused
from publishing.admin import ReadOnlyAdmin, StaffAdmin
from publishing.admin.signed_in import get_account
from publishing.admin.transitions import ReasonForm

PER_PAGE = 50


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    """A long plan goes on by itself: each opening of its page plans the next thousand rows."""

    change_list_template = "admin/imports/list.html"
    list_display = (
        "__str__",
        "format",
        "source",
        "state",
        "created_at",
        "created_by",
        "deleted_on",
    )
    list_filter = ("state", "format")
    list_select_related = ("source", "created_by")
    ordering = ("-created_at",)
    actions = None

    def get_urls(self) -> list[URLPattern]:
        def build_path(address: str, view: Any, name: str) -> URLPattern:
            return path(address, self.admin_site.admin_view(view), name=f"people_import_{name}")

        return [
            build_path("read/", self.read_view, "read"),
            build_path("<uuid:key>/plan/", self.plan_view, "plan"),
            build_path("<uuid:key>/columns/", self.columns_view, "columns"),
            build_path("<uuid:key>/apply/", self.apply_view, "apply"),
            build_path("<uuid:key>/errors.csv", self.errors_view, "errors"),
            build_path("<uuid:key>/<int:number>/", self.row_view, "row"),
            *super().get_urls(),
        ]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("people.add_import")

    def detail_view(self, request: HttpRequest, listing: Import) -> HttpResponse:
        return self.plan_view(request, listing.pk)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {"may_import": self.has_import_permission(request)}
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.display(description=_("kept until"))
    def deleted_on(self, listing: Import) -> date | None:
        is_open = listing.state in (ImportState.READ, ImportState.PLANNED)
        return listing.ends_at.date() if is_open else None

    # --- Reading

    def read_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            try:
                listing = read_list(
                    given["file"], name=given["file"].name, by=get_account(request),
                    source=given["source"], mapping=given["mapping"],
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, refused)
            except form.unreadable as unreadable:
                form.add_error("file", unreadable)
            else:
                return redirect("admin:people_import_plan", listing.pk)
        context = {"explanation": _("Nothing is imported yet: you are shown the plan first.")}
        return self._render_form(request, form, _("Read a list"), _("Read"), None, context)

    def columns_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        listing = self._get_listing(request, key, to_change=True)
        if listing.state != ImportState.READ or listing.is_expired:
            return redirect("admin:people_import_plan", key)
        form = ColumnsForm(listing, request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                map_columns_by_hand(
                    listing,
                    form.get_targets(),
                    by=get_account(request),
                    title=form.cleaned_data["title"],
                )
            except Refused as refused:
                form.add_error(None, refused)
            else:
                return redirect("admin:people_import_plan", key)
        return self._render_form(request, form, _("What the columns mean"), _("Plan"), listing)

    # --- The plan

    def plan_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        listing = self._get_listing(request, key)
        is_unplanned = listing.state == ImportState.READ and not listing.is_expired
        if is_unplanned and self.has_import_permission(request):
            if cannot_plan(listing):
                return redirect("admin:people_import_columns", key)
            left = plan_next(listing, by=get_account(request))
            if left:
                return self._render_progress(request, listing, left)
        chosen = request.GET.get("verdict", "")
        rows = listing.rows.order_by("number")
        shown = rows.filter(verdict=chosen) if chosen else rows
        page = Paginator(shown, PER_PAGE).get_page(request.GET.get("p"))
        context = {
            "title": _("Plan of a list"),
            "tally": count_by_verdict(listing),
            "chosen": chosen,
            "page": page,
            "rows": [describe_row(listing, row) for row in page],
            "not_taken": listing.not_taken(),
            "refusal": cannot_apply(listing, get_account(request)),
        }
        return self._render_page(request, "plan", listing, context)

    def _render_progress(self, request: HttpRequest, listing: Import, left: int) -> HttpResponse:
        total = listing.rows.count()
        context = {"title": _("The list is being planned"), "total": total, "done": total - left}
        answer = self._render_page(request, "progress", listing, context)
        answer["Refresh"] = "0"
        return answer

    def row_view(self, request: HttpRequest, key: UUID, number: int) -> HttpResponse:
        listing = self._get_listing(request, key)
        row = get_object_or_404(ImportRow, listing=listing, number=number)
        form = DecisionForm(row, request.POST or None)
        if request.method == "POST":
            self._require_right(request)
            if form.is_valid() and self._save_decision(request, row, form):
                return redirect("admin:people_import_row", key, number)
        waiting = (ImportVerdict.LIKELY_DUPLICATE, ImportVerdict.HELD)
        open_rows = listing.rows.filter(verdict__in=waiting, decision="")
        context = {
            "title": _("Row %(number)s") % {"number": number},
            "subtitle": row.said.get("name.text", ""),
            "row": describe_row(listing, row),
            "next": open_rows.filter(number__gt=number).order_by("number").first(),
            "form": form if form.is_open and self.has_import_permission(request) else None,
        }
        return self._render_page(request, "row", listing, context)

    def _save_decision(self, request: HttpRequest, row: ImportRow, form: DecisionForm) -> bool:
        chosen = form.cleaned_data["decision"]
        known = Person.objects.filter(pk=chosen).first() if form.is_person(chosen) else None
        decision = ImportDecision.SAME if known else ImportDecision(chosen)
        try:
            reason = form.cleaned_data.get("reason", "")
            decide_row(row, decision, by=get_account(request), person=known, reason=reason)
        except Refused as refused:
            form.add_error(None, refused)
            return False
        return True

    def errors_view(self, request: HttpRequest, key: UUID) -> StreamingHttpResponse:
        listing = self._get_listing(request, key)
        answer = StreamingHttpResponse(
            errors_as_csv(listing), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = f'attachment; filename="errors-{str(listing.pk)[:8]}.csv"'
        return answer

    # --- Its commit

    def apply_view(self, request: HttpRequest, key: UUID) -> HttpResponseBase:
        listing = self._get_listing(request, key, to_change=True)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            how = {"by": get_account(request), "reason": form.cleaned_data["reason"]}
            if count_rows_to_apply(listing) > BATCH:
                return self._apply_and_tell(request, listing, how)
            try:
                apply_plan(listing, **how)
            except Refused as refused:
                form.add_error(None, refused)
            else:
                self.message_user(request, _("The list was imported."), messages.SUCCESS)
                return redirect("admin:people_import_plan", key)
        context = {
            "explanation": _(
                "New people become drafts and drafts are filled in. For what is published one"
                " proposal per record is made. Nothing becomes public."
            ),
            "tally": count_by_verdict(listing),
        }
        return self._render_form(request, form, _("Import the list"), _("Import"), listing, context)

    def _apply_and_tell(
        self, request: HttpRequest, listing: Import, how: dict[str, Any]
    ) -> StreamingHttpResponse:
        page = self._render_page(request, "applying", listing, {"title": _("Import of the list")})
        return stream_apply(page.rendered_content, listing, **how)

    # --- Pages

    def _get_listing(self, request: HttpRequest, key: UUID, *, to_change: bool = False) -> Import:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if to_change:
            self._require_right(request)
        return get_object_or_404(Import.objects.select_related("source__publisher"), pk=key)

    def _require_right(self, request: HttpRequest) -> None:
        if not self.has_import_permission(request):
            raise PermissionDenied

    def _render_form(
        self, request: HttpRequest, form: Form, title: Any, button: Any,
        listing: Import | None, context: dict[str, Any] | None = None,
    ) -> HttpResponse:  # fmt: skip
        context = {"form": form, "title": title, "button": button} | (context or {})
        return self._render_page(request, "form", listing, context)

    def _render_page(
        self, request: HttpRequest, name: str, listing: Import | None, context: dict[str, Any]
    ) -> TemplateResponse:
        common = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "listing": listing,
            "back": reverse("admin:people_import_plan", args=[listing.pk])
            if listing
            else reverse("admin:people_import_changelist"),
        }
        return TemplateResponse(request, f"admin/imports/{name}.html", common | context)


@admin.register(SavedMapping)
class SavedMappingAdmin(StaffAdmin):
    """Made where a list is read; here it gets another title, or goes."""

    list_display = ("title", "organisation")
    list_select_related = ("organisation",)
    fields = ("title", "organisation")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).order_by("title")
