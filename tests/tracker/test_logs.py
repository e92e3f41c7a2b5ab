"""The log says where something broke, and not on whose name."""

import io
import logging
import sys

import pytest
from django.test import Client

from tracker.logs import WithoutWords


def broken() -> tuple:
    try:
        raise ValueError("Iryna Kavalenka")
    except ValueError:
        return sys.exc_info()


@pytest.mark.parametrize(
    ("formatter", "is_said"), [(WithoutWords(), False), (logging.Formatter(), True)]
)
def test_k9_a_name_in_an_error_is_not_in_the_log(formatter, is_said):
    record = logging.LogRecord("x", logging.ERROR, "", 0, "broke", (), broken())
    text = formatter.format(record)
    assert ("Kavalenka" in text) is is_said
    assert "ValueError" in text
    assert " broken" in text


@pytest.fixture
def written(monkeypatch) -> io.StringIO:
    """What the log of Django writes while the test runs, in our words."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(WithoutWords())
    monkeypatch.setattr(logging.getLogger("django"), "handlers", [handler])
    return text


@pytest.mark.django_db
def test_the_log_has_the_number_of_a_request_that_broke_and_nothing_of_who_asked(
    monkeypatch, written
):
    monkeypatch.setattr("releases.api.wave.WaveResource.get_order", lambda *_: 1 / 0)
    reader = {"user-agent": "MARKEDAGENT", "request-id": "MARKEDNUMBER"}
    client = Client(raise_request_exception=False, REMOTE_ADDR="127.0.7.7")
    answer = client.get("/api/v1/waves/?search=MARKEDNAME", headers=reader)
    assert answer["Request-Id"] in written.getvalue()
    assert answer.json()["instance"].endswith(answer["Request-Id"])
    assert "MARKED" not in written.getvalue()
    assert "127.0.7.7" not in written.getvalue()


@pytest.mark.django_db
def test_a_page_has_no_number(monkeypatch, written):
    monkeypatch.setattr("tracker.views.prose.choose_text", lambda *_: 1 / 0)
    Client(raise_request_exception=False).get("/en/about/")
    assert "ZeroDivisionError" in written.getvalue()
    assert "request " not in written.getvalue()
