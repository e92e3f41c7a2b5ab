"""An operator's PostgreSQL is asked whether it reads Cyrillic."""

import pytest

from tracker import checks


@pytest.mark.django_db
def test_a_server_that_reads_cyrillic_is_taken():
    assert checks.cyrillic_is_read(["default"]) == []


@pytest.mark.django_db
def test_one_that_does_not_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "ASK", """SELECT lower('Ў' COLLATE "C") = 'ў'""")
    assert checks.cyrillic_is_read(["default"]) == [checks.LETTERS]


def test_it_is_not_asked_where_no_database_is_checked():
    assert checks.cyrillic_is_read() == []
