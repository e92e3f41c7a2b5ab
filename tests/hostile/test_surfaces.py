"""C15: the staff's addresses are nowhere but in a process and under a host name of their own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.hostile.servers import find_free_port, run_gunicorn
from tracker.gunicorn import WITHHELD

SITE, STAFF = "site.example", "staff.example"
PATHS = ("/admin/", "/admin/login/", "/admin/jsi18n/", "/admin/publishing/account/", "/")
OTHERS = (SITE, f"{SITE}:443", "elsewhere.example", "x" * 300, "staff.example.evil.example")


@pytest.fixture
def serve(tmp_path: Path, transactional_db: None) -> Iterator:
    """A live process of a surface, and what a request with that host name is answered."""
    with ExitStack() as stack:

        def start(surface: str, host: str, **more: str):
            port, log = find_free_port(), tmp_path / surface
            more |= {"SURFACE": surface, "ALLOWED_HOSTS": host}
            process = stack.enter_context(run_gunicorn(port, log, "--workers", "1", **more))

            def ask(path: str, host: str) -> tuple[int, str]:
                with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                    connection.request("GET", path, headers={"Host": host})
                    answer = connection.getresponse()
                    return answer.status, answer.read().decode()

            ask.process = process
            return ask

        yield start


def test_C15_a_public_process_knows_no_staff_whatever_host_is_asked(serve):  # noqa: N802
    ask = serve("public", f"{SITE},{STAFF}", DATABASE_URL="")
    assert ask("/readyz", SITE) == (200, "ready\n")
    assert ask("/en/", SITE)[0] == ask("/api/v1/people/", SITE)[0] == 200
    for path in PATHS[:-1]:
        assert [ask(path, host)[0] for host in (SITE, STAFF)] == [404, 404]
    environment = Path(f"/proc/{ask.process.pid}/environ").read_text()
    assert "tracker_public" in environment
    assert not any(role in environment for role in ("tracker_app", "tracker_owner", "postgres@"))


def test_C15_a_staff_process_is_nowhere_but_under_its_own_host(serve):  # noqa: N802
    ask = serve("staff", STAFF)
    assert ask("/admin/login/", STAFF)[0] == 200
    for host in OTHERS:
        assert {(path, *ask(path, host)) for path in PATHS} == {
            (path, 404, "There is nothing here.\n") for path in PATHS
        }
    status, page = ask("/en/people/", STAFF)
    assert (status, "/en/people/" in page) == (404, False)


def test_C15_without_surfaces_one_host_leads_to_both(serve):  # noqa: N802
    """The negative control: the demo, where nobody else can reach the host."""
    ask = serve("both", SITE)
    assert ask("/en/", SITE)[0] == ask("/admin/login/", SITE)[0] == 200


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"SURFACE": "public", "DATABASE_URL": "postgresql:///x"}, "PUBLIC_DATABASE_URL alone"),
        ({"SURFACE": "public"}, "PUBLIC_DATABASE_URL"),
        ({"SURFACE": "everything"}, "public, staff or both"),
        ({"DATABASE_URL": "postgresql:///x", WITHHELD[0]: "postgresql:///x"}, WITHHELD[0]),
        ({"DATABASE_URL": "postgresql:///x", WITHHELD[1]: "postgresql:///x"}, WITHHELD[1]),
    ],
)
def test_C15_a_process_with_a_login_that_is_not_its_own_does_not_start(environment, sentence):  # noqa: N802
    command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--config"]
    said = subprocess.run(
        [*command, "python:tracker.gunicorn", "--bind", "127.0.0.1:0"],
        env={"SECRET_KEY": "x"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert said.returncode != 0
    assert sentence in said.stderr
