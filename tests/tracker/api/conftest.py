"""Asking the API as anybody may."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

Get = Callable[..., Any]


@pytest.fixture
def get(client: Client) -> Get:
    def ask(address: str, /, **parameters: Any) -> Any:
        headers = parameters.pop("headers", {})
        return client.get(f"/api/v1/{address}", parameters, headers=headers)

    return ask
