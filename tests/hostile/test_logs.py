"""No byte that a server writes down tells who read what, or what a form held (D5, A18, K9).

The real parts run here: gunicorn with two processes, the proxy of `deploy/` and PostgreSQL. Each is
broken while marked words pass through it, and everything that it wrote is searched for them.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tests.hostile.servers import find_free_port, run_gunicorn, run_server
from tracker.postgres.bootstrap import bootstrap_database
from tracker.postgres.server import Server

CADDYFILE = Path("deploy/Caddyfile")
MARKS = ["MARKEDAGENT", "MARKEDNAME", "MARKEDPHONE", "127.0.7.7"]


def find_marks(written: str) -> list[str]:
    return [mark for mark in MARKS if mark in written]


# --- PostgreSQL, on a server that nobody else uses: a killed process ends all its sessions


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"), ephemeral=True)
    with server.run_while():
        bootstrap_database(server.make_url("postgres", "tracker"))
        with psycopg.connect(server.make_url("tracker_owner", "tracker")) as owner:
            owner.execute("CREATE TABLE contact (phone text PRIMARY KEY, number integer)")
        with psycopg.connect(server.make_url("postgres", "tracker"), autocommit=True) as superuser:
            superuser.execute("CHECKPOINT")  # a quick server loses what it has not written
        yield server


def break_statements(server: Server) -> str:
    """What PostgreSQL writes of a refused row, a wrong value and a killed process."""
    address = server.make_url("tracker_app", "tracker")
    with psycopg.connect(address, autocommit=True) as app:
        for _ in range(2):  # the second one is a duplicate
            with suppress(psycopg.Error):
                app.execute("INSERT INTO contact VALUES ('MARKEDPHONE')")
        with suppress(psycopg.Error):
            app.execute("SELECT 'MARKEDNAME'::integer")
    kill_process(server, address)
    return server.log.read_text()


def kill_process(server: Server, address: str) -> None:
    with closing(psycopg.connect(address, autocommit=True)) as app:
        app.execute("SELECT 'MARKEDNAME', count(*) FROM contact")
        kill = ["kill", "-9", str(app.info.backend_pid)]
        subprocess.run([*server.identity.prefix, *kill], check=True, **server.identity.popen)
        with suppress(psycopg.Error):
            app.execute("SELECT 1")
    for _ in range(100):
        with suppress(psycopg.Error), psycopg.connect(address):
            return
        time.sleep(0.1)


def test_D5_postgresql_writes_down_no_word_of_a_form_or_a_search(server):  # noqa: N802
    written = break_statements(server)
    assert "was terminated by signal 9" in written
    assert find_marks(written) == []


def test_D5_without_the_settings_of_the_roles_it_would(server):  # noqa: N802
    with psycopg.connect(server.make_url("postgres", "tracker")) as superuser:
        superuser.execute("ALTER ROLE tracker_app RESET ALL")
    assert {"MARKEDPHONE", "MARKEDNAME"} <= {*find_marks(break_statements(server))}


# --- gunicorn and the proxy


def caddy(caddyfile: Path, port: int, upstream: int, log: Path) -> AbstractContextManager[None]:
    site = {
        "SITE": f"http://127.0.0.1:{port}",
        "STAFF_SITE": f"http://staff.localhost:{port}",
        "UPSTREAM": f"127.0.0.1:{upstream}",
    }
    home = {"HOME": str(log.parent), "XDG_DATA_HOME": str(log.parent)}
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(caddyfile)]
    return run_server(command, port, log, site | home)


def ask(port: int, path: str, form: str = "") -> tuple[int, dict[str, str]]:
    """Status and headers of an answer to the marked reader."""
    headers = {"User-Agent": "MARKEDAGENT", "X-Forwarded-For": "127.0.7.7"}
    request = Request(f"http://127.0.0.1:{port}{path}", form.encode() or None, headers)
    try:
        with urlopen(request, timeout=30) as answer:
            answer.read()
            return answer.status, dict(answer.headers)
    except HTTPError as error:
        return error.code, dict(error.headers)


@contextmanager
def locked_names() -> Iterator[None]:
    """While inside, whatever reads names waits until its time is over."""
    name = connections["default"].settings_dict["NAME"]
    address = make_conninfo(os.environ["BOOTSTRAP_DATABASE_URL"], dbname=name)
    with psycopg.connect(address) as superuser:
        superuser.execute(sql.SQL("LOCK TABLE people_name, people_person"))
        yield


SLOW = [
    ("/en/people/", "search=MARKEDNAME"),
    ("/en/people/?search=MARKEDNAME", ""),
    ("/api/v1/people/?search=MARKEDNAME", ""),
    ("/api/v1/people/?format=jsonl&search=MARKEDNAME", ""),
    ("/api/v1/people/?format=csv&search=MARKEDNAME", ""),
]


@pytest.mark.django_db(transaction=True)
def test_K9_what_takes_too_long_is_a_503_and_gunicorn_writes_down_nothing_of_it(tmp_path):  # noqa: N802
    port, log = find_free_port(), tmp_path / "gunicorn"
    with run_gunicorn(port, log), locked_names():
        for path, form in SLOW:
            status, headers = ask(port, path, form)
            assert (path, status, "Retry-After" in headers) == (path, 503, True)
    assert find_marks(log.read_text()) == []


HAS_CADDY = pytest.mark.skipif(not shutil.which("caddy"), reason="caddy is not installed")


@HAS_CADDY
def test_D5_the_proxy_writes_down_no_reader_whom_the_site_does_not_answer(tmp_path):  # noqa: N802
    port, log = find_free_port(), tmp_path / "caddy"
    with caddy(CADDYFILE, port, find_free_port(), log):
        status, headers = ask(port, "/api/v1/people/?search=MARKEDNAME")
        assert (status, headers["Content-Type"]) == (502, "application/problem+json")
        assert headers["Cache-Control"] == "no-store"
        assert "Server" not in headers
    assert find_marks(log.read_text()) == []


#: Without notes of who came, and yet not silent where the site does not answer.
NAIVE = """{$SITE} {
	reverse_proxy {$UPSTREAM}
	log {
		output discard
	}
}
"""


@HAS_CADDY
def test_D5_a_proxy_that_only_keeps_no_access_log_would(tmp_path):  # noqa: N802
    port, log, caddyfile = find_free_port(), tmp_path / "caddy", tmp_path / "Caddyfile"
    caddyfile.write_text(NAIVE)
    with caddy(caddyfile, port, find_free_port(), log):
        ask(port, "/api/v1/people/?search=MARKEDNAME")
    assert {"MARKEDAGENT", "MARKEDNAME"} <= {*find_marks(log.read_text())}


def broken_application(environ: dict[str, str], start_response: object) -> Iterator[bytes]:
    """An application whose answer breaks on somebody's name before its first byte."""
    raise ValueError("MARKEDPHONE")
    yield b""


@pytest.mark.parametrize(
    ("options", "is_ours"),
    [((), True), (("--logger-class", "gunicorn.glogging.Logger"), False)],
    ids=["ours", "control"],
)
def test_D5_gunicorn_writes_down_no_request_that_breaks(tmp_path, options, is_ours):  # noqa: N802
    port, log = find_free_port(), tmp_path / "gunicorn"
    with run_gunicorn(
        port, log, *options, application="tests.hostile.test_logs:broken_application"
    ):
        assert ask(port, "/en/people/?search=MARKEDNAME")[0] == 500
    assert "ValueError" in log.read_text()
    assert bool(find_marks(log.read_text())) is not is_ours
