"""The page on which a member of staff sees, takes on and takes off second factors."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django_otp import login as verify_session
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.admin.signed_in import get_account
from publishing.fresh_login import require_fresh_login
from tracker.login.factors import (
    count_recovery_codes,
    list_factors,
    make_recovery_codes,
)
from tracker.login.forms import AuthenticatorForm
from tracker.login.sessions import is_verified

HERE = "admin:second_factor"


def may_see(request: HttpRequest) -> bool:
    """Whoever has a second factor uses it before they change it."""
    if not request.user.is_authenticated or not request.user.is_staff:
        return False
    return is_verified(request) or not list_factors(get_account(request))


def answer_second_factor(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    if not may_see(request):
        return redirect("admin:login")
    require_fresh_login(request)
    if request.method == "POST" and request.POST.get("act") in ACTS:
        return ACTS[request.POST["act"]](request, context)
    return show_factors(request, context)


def show_factors(request: HttpRequest, context: dict[str, Any], form: Any = None) -> HttpResponse:
    account = get_account(request)
    device = find_waiting_authenticator(request)
    context |= {
        "title": _("Second factor"),
        "factors": [(name_kind(each), each) for each in list_factors(account)],
        "codes_left": count_recovery_codes(account),
        "form": form or AuthenticatorForm(device=device),
        "secret": device.config_url.partition("secret=")[2].partition("&")[0],
        "picture": segno.make(device.config_url, error="m").svg_inline(scale=5, border=4),
    }
    return TemplateResponse(request, "admin/login/second_factor.html", context)


def name_kind(factor: Device) -> str:
    return _("Authenticator") if isinstance(factor, TOTPDevice) else _("Passkey")


def find_waiting_authenticator(request: HttpRequest) -> TOTPDevice:
    """The secret that is shown until its first code comes; it opens nothing before."""
    device, _is_new = TOTPDevice.objects.get_or_create(
        user=get_account(request), confirmed=False, defaults={"name": "authenticator"}
    )
    return device


def confirm_authenticator(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    device = find_waiting_authenticator(request)
    form = AuthenticatorForm(request.POST, device=device)
    if not form.is_valid():
        return show_factors(request, context, form)
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    if not is_verified(request):
        request.session.cycle_key()
        verify_session(request, device)
    return show_recovery_codes(request, context)


def show_recovery_codes(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """New codes, shown this once; whoever has no factor yet has nothing to recover."""
    if not is_verified(request):
        return redirect(HERE)
    context |= {"title": _("Recovery codes"), "codes": make_recovery_codes(get_account(request))}
    return TemplateResponse(request, "admin/login/recovery_codes.html", context)


def remove_factor(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """One of several: the last one stays, since without it nobody may do anything."""
    factors = list_factors(get_account(request))
    chosen = [each for each in factors if each.persistent_id == request.POST.get("factor")]
    if chosen and len(factors) > 1:
        chosen[0].delete()
    else:
        messages.error(request, _("The last second factor stays. Add another one first."))
    return redirect(HERE)


ACTS = {
    "confirm": confirm_authenticator,
    "codes": show_recovery_codes,
    "remove": remove_factor,
}
