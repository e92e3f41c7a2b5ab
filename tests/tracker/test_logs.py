"""The log says where something broke, and not on whose name."""

import logging
import sys

import pytest

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
