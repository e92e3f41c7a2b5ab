"""Tombstones: a public address that once answered never becomes a 404."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from publishing.enums import WithdrawalReason
from publishing.labels import code_label


class MergedRedirect(HttpResponsePermanentRedirect):
    """308: what stood here has been merged into what stands at the other address."""

    status_code = 308


def render_tombstone(request: HttpRequest, reason: str) -> HttpResponse:
    """410, with a reason that says nothing about anybody."""
    context = {"reason": code_label(WithdrawalReason, reason)}
    return render(request, "410.html", context, status=410)
