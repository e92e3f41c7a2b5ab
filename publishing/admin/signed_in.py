"""Who sent a request to the admin."""

from typing import cast

from django.http import HttpRequest

from publishing.models import Account


def get_account(request: HttpRequest) -> Account:
    """The account that sent the request: the admin lets nobody else in."""
    return cast(Account, request.user)
