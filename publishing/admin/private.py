"""Rows that only staff ever see, and what their forms share with those of records."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from publishing.actions import Refused, action
from publishing.admin.fieldsets import Fieldsets, fieldsets_of
from publishing.admin.forms import StaffFields, StaffForm
from publishing.admin.lists import StrictList


class PrivateAdmin(StaffFields, StrictList):
    """Nothing is half-written, and no guard of the database is a 500: it is a form error."""

    def get_fieldsets(self, request: HttpRequest, row: Any = None) -> Fieldsets:
        return self.fieldsets or fieldsets_of(self.model)

    def get_form(self, request: HttpRequest, row: Any = None, **kwargs: Any) -> type[StaffForm]:
        form = super().get_form(request, row, **{"form": StaffForm, **kwargs})
        form.refused = getattr(request, "refused", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        def view() -> HttpResponse:
            return super(PrivateAdmin, self).changeform_view(
                request, object_id, form_url, extra_context
            )

        if request.method != "POST":
            return view()
        try:
            return self.write(request, object_id, view)
        except Refused as refused:  # shown in the form, with everything that was typed
            request.refused = refused  # type: ignore[attr-defined]
            return view()

    def write(self, request: HttpRequest, object_id: str | None, view: Any) -> HttpResponse:
        with action(by=request.user, reason=request.POST.get("reason", "")):
            return view()
