"""The page of a consent: every account that sees a consent may withdraw it."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from people.persons.actions import cannot_withdraw_consent, withdraw_consent
from people.persons.models import Consent
from publishing.admin import RecordPartAdmin
from publishing.admin.transition_page import answer_transition
from publishing.admin.transitions import ReasonForm, Transition

WITHDRAW_CONSENT = Transition(
    _("Withdraw consent"),
    _("What it showed is hidden at this second. One person is enough."),
    withdraw_consent,
    cannot_withdraw_consent,
    ReasonForm,
    is_grave=True,
    is_urgent=True,
)


@admin.register(Consent)
class ConsentAdmin(RecordPartAdmin):
    """One account may withdraw a consent, whatever the state of its record."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.withdraw_view)
        urls = super().get_urls()
        return [path("<uuid:key>/withdraw/", view, name="people_consent_withdraw"), *urls]

    def withdraw_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        consent = get_object_or_404(Consent, pk=key)
        if not self.has_view_permission(request, consent):
            raise PermissionDenied
        return answer_transition(self, request, consent, WITHDRAW_CONSENT)

    def get_page_context(self, request: HttpRequest, consent: Consent) -> dict[str, Any]:
        url = reverse("admin:people_consent_withdraw", args=[consent.pk])
        return super().get_page_context(request, consent) | {
            "transitions": [(url, WITHDRAW_CONSENT)]
        }
