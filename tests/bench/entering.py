"""How long somebody who enters a person waits to see who is known already.

The whole way is measured: HTTP with a session, the form's own question, the page's fragment.
`figures` takes the environment of a world.
"""

import http.client
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

import psycopg

from tests.bench.client import Connection
from tests.bench.contenders import running

#: Milliseconds, for 95 questions in a hundred (ST8).
TARGET, QUESTIONS, WARMING_UP = 300, 400, 20
TOKEN = "a" * 32  # what the form and the session both say
ADDRESS = "/admin/people/person/likely/"
SESSION = """
from django.test import Client
from publishing.enums import Role
from publishing.models import Account
from tracker.management.commands.migrate import entered_as_owner
from tracker.roles import find_group
opened = {{"is_active": True, "is_staff": True}}
with entered_as_owner("default"):
    account, _ = Account.objects.get_or_create(username="bench", defaults=opened)
    account.groups.add(find_group(Role.EDITOR))
client = Client()
client.force_login(account)
session = client.session
session["_csrftoken"] = "{token}"
session.save()
print(session.session_key)
"""


def figures(environment: dict[str, str]) -> dict[str, Any]:
    """What each question cost: the median, 95 in 100 and the longest, in milliseconds; and the
    share of the questions that were answered with somebody."""
    with tempfile.TemporaryDirectory() as folder:
        measured = [*_waits(environment, Path(folder))][WARMING_UP:]
    waits = sorted(milliseconds for milliseconds, _ in measured)
    return {
        "questions": len(waits),
        "median": median(waits),
        "p95": waits[int(0.95 * (len(waits) - 1))],
        "longest": waits[-1],
        "answered": sum(b"<li>" in answer for _, answer in measured) / len(measured),
    }


def is_met(found: dict[str, Any]) -> bool:
    return found["p95"] <= TARGET


def told(people: int, found: dict[str, Any]) -> str:
    line = (
        f"{people:>7,}  duplicates while typing: p95 {found['p95']:.0f} ms (target ≤ {TARGET} ms),"
        f" median {found['median']:.0f} ms, longest {found['longest']:.0f} ms;"
        f" {found['answered']:.0%} of {found['questions']} questions show somebody"
    )
    return line if is_met(found) else f"{line}: MISSED"


def _waits(environment: dict[str, str], folder: Path) -> Iterator[tuple[float, bytes]]:
    """Ask the staff's server of this world what the form asks, one question after another."""
    cookie = f"sessionid={_session(environment)}"
    with running("ours", environment, folder) as ours:
        connection = Connection(ours.socket)
        for fields in questions(environment["BOOTSTRAP_DATABASE_URL"]):
            begun = time.perf_counter()
            answer = _ask(connection, cookie, fields)
            yield (time.perf_counter() - begun) * 1000, answer
        connection.close()


def questions(superuser: str) -> list[dict[str, str]]:
    """Names of people of the world as they are typed: whole, in part, with a slip, with a birth."""
    chance = random.Random(1)
    with psycopg.connect(superuser) as server:
        rows = server.execute(
            "SELECT text, birth::text FROM people_name JOIN people_person p ON p.id = person_id"
            " ORDER BY md5(people_name.id::text) LIMIT %s",
            [QUESTIONS + WARMING_UP],
        ).fetchall()
    return [_typed(text, birth, chance) for text, birth in rows]


def _typed(text: str, birth: str, chance: random.Random) -> dict[str, str]:
    at = chance.randrange(len(text) - 3, len(text))
    ways = (text, text[:at], text[:at] + text[at + 1 :], " ".join(reversed(text.split())))
    fields = {"names-0-text": chance.choice(ways), "csrfmiddlewaretoken": TOKEN}
    return fields | {"birth": birth} if chance.random() < 0.5 else fields


def _ask(connection: Connection, cookie: str, fields: dict[str, str]) -> bytes:
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", ADDRESS, urlencode(fields), headers)
    response: http.client.HTTPResponse = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise RuntimeError(f"{response.status} for {ADDRESS}: {body[:300]!r}")
    return body


def _session(environment: dict[str, str]) -> str:
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SESSION.format(token=TOKEN)],
        env=os.environ | environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return made.stdout.strip()
