"""`python -m tracker.postgres`: see the package's own words."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

from tracker import postgres
from tracker.postgres.bootstrap import bootstrap_database
from tracker.postgres.database import DATABASE, open_database
from tracker.postgres.server import Server


def run_command(command: list[str], environment: dict[str, str]) -> int:
    """The exit code of the command, which gets our signals; Ctrl-C reaches it by itself."""
    with subprocess.Popen(command, env=os.environ | environment) as child:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda received, frame: child.send_signal(received))
        code = child.wait()
    return code if code >= 0 else 128 - code  # as a shell says it


def start_server(server: Server) -> int:
    server.start()
    server.kept.touch()
    bootstrap_database(server.make_url("postgres", DATABASE))
    print(server.make_url("tracker_app", DATABASE))
    return 0


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tracker.postgres",
        description=postgres.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, default=Path("var/postgres"))
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("start", help="start the server and leave it running; prints its address")
    does.add_parser("stop", help="stop it")
    does.add_parser("status", help="exit with 0 while it runs, and 3 otherwise")
    does.add_parser("url", help="print its address for tracker_app, or for --user")
    does.choices["url"].add_argument("--user", default="tracker_app")
    does.add_parser("run", help="run a command with a database")
    does.choices["run"].add_argument("--ephemeral", action="store_true")
    does.choices["run"].add_argument("command", nargs="+")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    asked = parse_arguments(arguments)
    for number in (signal.SIGTERM, signal.SIGHUP):  # ended by either, it still stops what it began
        signal.signal(number, lambda received, frame: sys.exit(128 + received))
    if asked.does == "run":
        with open_database(asked.folder, ephemeral=asked.ephemeral) as environment:
            return run_command(asked.command, environment)
    server = Server(asked.folder)
    if asked.does == "start":
        return start_server(server)
    if asked.does == "stop":
        server.stop()
    if asked.does == "url":
        print(server.make_url(asked.user, DATABASE))
    return 3 if asked.does == "status" and not server.is_running() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
