"""The embedded PostgreSQL: started, killed, shared, and run by whoever calls."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tracker.postgres import identity, programs
from tracker.postgres.server import Server

ROOT = Path(__file__).parents[2]


@pytest.fixture
def server(tmp_path: Path):
    server = Server(tmp_path / "with spaces, and a comma")
    server.start()
    yield server
    server.stop()


def ask(server: Server, sql: str):
    with psycopg.connect(server.make_url("postgres", "postgres")) as connection:
        answer = connection.execute(sql)
        return answer.fetchone()[0] if answer.description else None


def postmaster(server: Server) -> int:
    return int((server.data / "postmaster.pid").read_text().split()[0])


def launch(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tracker.postgres", "--folder", str(folder), *arguments]


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}


def test_a_row_that_was_acknowledged_outlives_kill_9(server: Server):
    ask(server, "CREATE TABLE kept AS SELECT 1 AS n")
    os.kill(postmaster(server), signal.SIGKILL)
    server.start()
    assert ask(server, "SELECT n FROM kept") == 1


def test_disposable_data_are_kept_until_a_crash(tmp_path: Path):
    server = Server(tmp_path, is_disposable=True)
    with server.run_while():
        ask(server, "CREATE TABLE kept AS SELECT 1 AS n")
    with server.run_while():
        assert ask(server, "SELECT n FROM kept") == 1
        os.kill(postmaster(server), signal.SIGKILL)
        server.start()
        assert ask(server, "SELECT to_regclass('kept')") is None


def test_a_pid_file_whose_number_is_now_another_programs_is_forgotten(server: Server):
    server.stop()
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n")
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_a_zombie_is_no_server(server: Server):
    server.stop()
    with subprocess.Popen(["sleep", "0"]) as zombie:
        time.sleep(0.2)  # it has ended, and nobody has asked how
        (server.data / "postmaster.pid").write_text(f"{zombie.pid}\n")
        server.start()
    assert ask(server, "SELECT 1") == 1


def test_data_half_made_are_made_anew(tmp_path: Path):
    (tmp_path / "data.half").mkdir()
    (tmp_path / "data.half" / "PG_VERSION").write_text("15\n")
    server = Server(tmp_path, ephemeral=True)
    with server.run_while():
        assert ask(server, "SELECT 1") == 1


def test_checksums_are_on_and_cyrillic_is_compared(server: Server):
    assert ask(server, "SHOW data_checksums") == "on"
    assert ask(server, "SHOW fsync") == "on"
    assert ask(server, "SELECT lower('Ў')") == "ў"
    ask(server, "CREATE EXTENSION pg_trgm")
    assert ask(server, "SELECT similarity('Ціханоўская', 'Ціханоуская')") > 0.5


def test_it_listens_on_no_port(server: Server):
    assert ask(server, "SHOW listen_addresses") == ""


def test_a_long_path_gets_a_short_socket(tmp_path: Path):
    server = Server(tmp_path / ("long" * 30), ephemeral=True)
    with server.run_while():
        assert ask(server, "SELECT 1") == 1
    assert not server.socket.exists()


def test_the_last_command_stops_the_server(tmp_path: Path):
    first, second = (Server(tmp_path) for _ in range(2))
    with second.run_while():
        with first.run_while():
            pass
        assert second.is_running()
    assert not second.is_running()


def test_what_was_started_stays_until_it_is_stopped(tmp_path: Path):
    for words in (["start"], ["run", "--", "true"], ["status"]):
        done = subprocess.run(launch(tmp_path, *words), cwd=ROOT, env=environment())
        assert done.returncode == 0
    subprocess.run(launch(tmp_path, "stop"), cwd=ROOT, env=environment(), check=True)
    status = subprocess.run(launch(tmp_path, "status"), cwd=ROOT, env=environment())
    assert status.returncode == 3


def test_the_command_gives_its_exit_code(tmp_path: Path):
    command = launch(tmp_path, "run", "--ephemeral", "--", "sh", "-c", "exit 7")
    assert subprocess.run(command, cwd=ROOT, env=environment()).returncode == 7


def test_the_command_gets_the_signal_and_the_server_stops(tmp_path: Path):
    words = launch(tmp_path, "run", "--", "sh", "-c", "touch $0; exec sleep 60", tmp_path / "up")
    with subprocess.Popen(words, cwd=ROOT, env=environment()) as launcher:
        while not (tmp_path / "up").exists():
            time.sleep(0.05)
        launcher.terminate()
    assert launcher.returncode == 128 + signal.SIGTERM
    assert not Server(tmp_path).is_running()


def test_data_are_opened_by_programs_of_the_version_that_made_them(monkeypatch):
    monkeypatch.setattr(programs, "_list_candidates", lambda: iter([Path("new"), Path("old")]))
    monkeypatch.setattr(programs, "major_version", {Path("new"): 18, Path("old"): 15}.get)
    assert programs.find_programs() == Path("new")
    assert programs.find_programs(15) == Path("old")


def test_where_there_is_none_a_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PG_BINDIR", "/nowhere")
    with pytest.raises(SystemExit, match="Set DATABASE_URL or PG_BINDIR"):
        programs.find_programs()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must become somebody else")
def test_root_becomes_nobody_where_there_is_no_user_namespace(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(identity, "_can_run", lambda namespace: False)
    server = Server(tmp_path, ephemeral=True)
    with server.run_while():
        assert Path(f"/proc/{postmaster(server)}").stat().st_uid == server.identity.owner.pw_uid
        assert ask(server, "SELECT 1") == 1
    assert not server.folder.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs every other test here")
def test_an_ordinary_user_runs_it_as_themselves(tmp_path: Path):
    """In a child that gives up being root; its programs are where everybody reaches them."""
    nobody = identity.pwd.getpwnam("nobody").pw_uid
    as_root = identity.Identity(owner=identity.pwd.getpwnam("nobody"))
    reachable = as_root.reachable_programs(programs.find_programs())
    home = as_root.make_home(tmp_path)
    child = os.fork()
    if child == 0:
        os.setuid(nobody)
        os.environ["PG_BINDIR"] = str(reachable)
        with Server(home, ephemeral=True).run_while():
            pass
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
