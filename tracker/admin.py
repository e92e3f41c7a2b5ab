"""The staff door itself: what it says of itself, what waits behind it, and who acts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from csp.constants import SELF
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.views import PasswordChangeView
from django.db.models import Count, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from publishing.actions import Refused, action
from tracker.login.sessions import forget_everything, is_verified

SAFE = ("GET", "HEAD", "OPTIONS")
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Waiting:
    """A queue that is not empty."""

    noun: str
    label: str
    count: int
    url: str


class StaffAutocompleteView(AutocompleteJsonView):
    model_admin: Any

    def serialize_result(self, row: Model, to_field: str) -> dict[str, str]:
        return {"id": str(getattr(row, to_field)), "text": self.model_admin.get_label(row)}


class StaffSite(admin.AdminSite):
    """Every write is one transaction of the account that sent it, with all guards asked."""

    #: A staff process has no public pages to lead to.
    site_url = None if settings.SURFACE == "staff" else "/"
    site_header = site_title = _("Release tracker · staff")
    index_title = _("What waits")
    index_template = "admin/queues.html"
    enable_nav_sidebar = False
    empty_value_display = "—"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        @wraps(view)
        def answer_request(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            from tracker.login.password_again import asking_again  # needs the models

            answer = asking_again(run_as_action)
            return as_staff(answer(request, inner, *args, **kwargs))

        inner = super().admin_view(view, cacheable)
        return answer_request

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Second factors are secrets of their owners: their apps bring pages that show them."""
        is_one = isinstance(model_or_iterable, type)
        models: Any = [model_or_iterable] if is_one else model_or_iterable
        ours = [model for model in models if "otp_" not in model._meta.app_label]
        super().register(ours, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Nobody does anything by a password alone."""
        if settings.SECOND_FACTOR and not is_verified(request):
            return False
        return super().has_permission(request)

    def get_urls(self) -> list[Any]:
        return [
            path("second-factor/", self.answer_second_factor, name="second_factor"),
            path("link/<uidb64>/<token>/", self.redeem_link, name="redeem_link"),
            *super().get_urls(),
        ]

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        from tracker.login import pages  # needs the models, which need this site
        from tracker.login.forms import LoginForm

        if request.method == "GET" and not self.has_permission(request) and pages.may_see(request):
            return redirect("admin:second_factor")
        self.login_form = LoginForm
        return as_staff(super().login(request, extra_context))

    def logout(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return forget_everything(super().logout(request, extra_context))

    def answer_second_factor(self, request: HttpRequest) -> HttpResponse:
        from tracker.login import pages
        from tracker.login.password_again import asking_again

        answer = asking_again(pages.answer_second_factor)
        return as_staff(answer(request, self.each_context(request)))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Django's page of it, with our limit on how often the old password is tried."""
        from tracker.login.forms import NewPasswordForm

        view: Any = PasswordChangeView.as_view(
            form_class=NewPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context=self.each_context(request) | (extra_context or {}),
        )
        return view(request)

    def redeem_link(self, request: HttpRequest, uidb64: str, token: str) -> HttpResponse:
        from tracker.login.links import RedeemLinkView

        view: Any = RedeemLinkView.as_view(extra_context=self.each_context(request))
        return as_staff(view(request, uidb64=uidb64, token=token))

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return StaffAutocompleteView.as_view(admin_site=self)(request)

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        waiting = [*self.list_waiting(request)]
        return super().index(request, {"waiting": waiting, **(extra_context or {})})

    def list_waiting(self, request: HttpRequest) -> Iterator[Waiting]:
        """The queues that this account may see and that hold something, one query per noun."""
        for model, staff in self._registry.items():
            queues = getattr(staff, "queues", ())
            if not queues or not staff.has_module_permission(request):
                continue
            if hasattr(staff, "catch_up"):
                staff.catch_up()
            counts = model._default_manager.aggregate(
                **{queue.slug: Count("pk", filter=queue.condition) for queue in queues}
            )
            noun = f"{model._meta.app_label}_{model._meta.model_name}"
            for queue in queues:
                url = f"{reverse(f'admin:{noun}_changelist')}?queue={queue.slug}"
                if counts[queue.slug]:
                    name = str(model._meta.verbose_name_plural)
                    yield Waiting(name, str(queue.label), counts[queue.slug], url)


def run_as_action(request: HttpRequest, view: View, *args: Any, **kwargs: Any) -> HttpResponse:
    """The answer of a view; what it writes is all there with its actor, or not at all."""
    if request.method in SAFE or not request.user.is_authenticated:
        return view(request, *args, **kwargs)
    try:
        with action(by=request.user, reason=request.POST.get("reason", "")):
            return view(request, *args, **kwargs)
    except Refused as refused:
        for sentence in refused.messages:
            messages.error(request, sentence)
        return redirect(request.path)


def as_staff(answer: HttpResponse) -> HttpResponse:
    """Its scripts and what they ask are of this host; forms say where they were sent from.

    Without a referrer a browser sends a form from nowhere, and Django refuses it.
    """
    answer._csp_update = {"script-src": [SELF], "connect-src": [SELF]}  # type: ignore[attr-defined]
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
