"""The page that asks for the password again, and then goes on with the form that was sent."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from publishing.admin.signed_in import get_account
from publishing.fresh_login import PROVED, PasswordNeeded
from tracker.login.forms import PasswordAgainForm

#: What the page does not send on: its own field, and a token that is made anew.
NOT_KEPT = ("password_again", "csrfmiddlewaretoken")


def asking_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Where the view wants the password again, nothing that was entered is lost meanwhile."""

    @wraps(view)
    def answer_request(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if "password_again" in request.POST and request.user.is_authenticated:
            form = PasswordAgainForm(request.POST, account=get_account(request))
            if not form.is_valid():
                return ask_again(request, form)
            request.session[PROVED] = datetime.now(UTC).isoformat()
        try:
            return view(request, *args, **kwargs)
        except PasswordNeeded:
            return ask_again(request, PasswordAgainForm(account=get_account(request)))

    return answer_request


def ask_again(request: HttpRequest, form: PasswordAgainForm) -> HttpResponse:
    kept = [(name, values) for name, values in request.POST.lists() if name not in NOT_KEPT]
    context = admin.site.each_context(request) | {
        "title": _("Your password again"),
        "form": form,
        "kept": [(name, value) for name, values in kept for value in values],
    }
    return TemplateResponse(request, "admin/login/password_again.html", context)
