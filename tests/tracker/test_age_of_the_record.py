"""A page is as old as the newest public change, never as the clock (public.md part two A 6)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils import timezone

from publishing.public_reads import last_changed_on
from tests.factories import WaveFactory, published
from tests.releases import pages
from tracker import context

TODAY = datetime.now(UTC).date()


def _age(monkeypatch: pytest.MonkeyPatch, changed: Callable, path: str = "/en/") -> dict:
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    monkeypatch.setattr(context, "last_changed_on", changed)
    return context.describe_age(request)


@pytest.mark.parametrize(("days", "said"), [(0, None), (31, None), (32, 32), (400, 400)])
def test_a_record_that_has_not_moved_for_a_month_says_so(monkeypatch, days, said) -> None:
    changed = TODAY - timedelta(days=days)
    found = _age(monkeypatch, lambda: changed)
    assert (found["on"].value, found["days"]) == (changed.isoformat(), said)


def test_a_page_that_tells_nothing_of_the_record_has_no_age(monkeypatch) -> None:
    assert _age(monkeypatch, lambda: date(2026, 1, 16), "/en/safety/") == {}


def test_a_record_without_a_change_has_no_age(monkeypatch) -> None:
    assert _age(monkeypatch, lambda: None) == {}


def test_a_database_that_is_away_leaves_the_age_out(monkeypatch) -> None:
    def break_off() -> None:
        raise OperationalError

    assert _age(monkeypatch, break_off) == {}


@pytest.mark.django_db
def test_a_draft_is_no_change_of_the_public_record(client: Client) -> None:
    WaveFactory()
    assert last_changed_on() is None
    published(WaveFactory())
    assert last_changed_on() == timezone.now().date()
    assert "The public record last changed:" in pages.text(pages.get(client, "/en/"))
