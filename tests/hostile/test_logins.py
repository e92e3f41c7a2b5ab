# ruff: noqa: N802
"""B8: many who try passwords at once, at a staff's server as it is served, with two processes."""

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.enums import Role
from publishing.models import Account
from tests.accounts import account
from tests.hostile.servers import find_free_port, run_gunicorn
from tracker.login import factors, limits

pytestmark = pytest.mark.django_db(transaction=True)
TRIES, AT_ONCE = int(os.environ.get("LOGINS", "200")), 16
PASSWORD, LOGIN = "three unusual words", "/admin/login/?next=/admin/"
#: Where each request comes from.
MARK = "127.0.7.9"


@pytest.fixture
def member() -> Account:
    found = account(Role.EDITOR, "member")
    found.set_password(PASSWORD)
    found.save()
    TOTPDevice.objects.create(user=found, name="authenticator")
    return found


@pytest.fixture
def hashed(tmp_path: Path) -> Path:
    file = tmp_path / "hashed"
    file.touch()
    return file


@pytest.fixture
def port(tmp_path: Path, hashed: Path) -> Iterator[int]:
    port = find_free_port()
    more = {"SURFACE": "staff", "SECOND_FACTOR": "on", "HASHED": str(hashed)}
    more |= {"DJANGO_SETTINGS_MODULE": "tests.hostile.counted"}
    options = ("--workers", "2", "--threads", "8")
    with run_gunicorn(port, tmp_path / "log", *options, **more):
        yield port


class Visitor:
    """A browser as far as a form of login needs one."""

    def __init__(self, port: int) -> None:
        self.port = port
        page, cookie = self.ask("GET")
        self.cookie = cookie.partition(";")[0]
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]

    def ask(self, method: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """The page, or where it leads; and the cookie that came with it."""
        wire = HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=(MARK, 0))
        with closing(wire) as wire:
            headers = {"Cookie": self.cookie} if form else {}
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
            wire.request(method, LOGIN, urlencode(form or {}), headers)
            answer = wire.getresponse()
            page = answer.read().decode()
            return answer.headers.get("Location", page), answer.headers.get("Set-Cookie", "")

    def log_in(self, name: str, password: str, code: str = "") -> str:
        form = {"username": name, "password": password, "code": code, "next": "/admin/"}
        return self.ask("POST", form | {"csrfmiddlewaretoken": self.token})[0]


def flood(port: int, names: list[str]) -> list[str]:
    """One wrong password for each of these names, so many at once."""
    visitors = [Visitor(port) for _ in range(AT_ONCE)]

    def try_each(number: int) -> list[str]:
        own = names[number::AT_ONCE]
        return [visitors[number].log_in(name, f"wrong {n}") for n, name in enumerate(own)]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [page for pages in pool.map(try_each, range(AT_ONCE)) for page in pages]


READABLE = """SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'
    AND relnamespace = 'public'::regnamespace AND has_table_privilege(oid, 'SELECT')"""


def read_database() -> str:
    """Every row that the staff's login reads, and what the sessions hold, as text."""
    with connection.cursor() as cursor:
        cursor.execute(READABLE)
        texts = []
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT t::text FROM {table} t")
            texts += [text for (text,) in cursor.fetchall()]
    return "\n".join([*texts, *(str(each.get_decoded()) for each in Session.objects.all())])


def test_B8_of_a_flood_ten_are_hashed_and_the_owner_gets_in(port, hashed, member, tmp_path):
    recovery = factors.make_recovery_codes(member)[0]
    pages = flood(port, ["member"] * TRIES)
    assert len(hashed.read_bytes()) == limits.BY_ONE_NAME
    refused = ["Too many attempts" in page for page in pages]
    assert (len(pages), sum(refused)) == (TRIES, TRIES - limits.BY_ONE_NAME)
    assert "Too many attempts" in Visitor(port).log_in("member", PASSWORD)
    assert Visitor(port).log_in("member", PASSWORD, recovery) == "/admin/"
    written = read_database()
    assert "member" in written
    assert MARK not in written + (tmp_path / "log").read_text()


def test_B8_what_is_no_flood_of_one_name_is_hashed(port, hashed):
    """The negative control: the same visitors, and a name each."""
    flood(port, [f"name-{n}" for n in range(3 * AT_ONCE)])
    assert len(hashed.read_bytes()) == 3 * AT_ONCE
