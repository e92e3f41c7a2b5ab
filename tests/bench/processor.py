"""Processor time of a server and of everything that it started, from /proc."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg

TICKS = os.sysconf("SC_CLK_TCK")


def spent(*roots: int) -> float:
    """Seconds of user and system time of these processes and their descendants.

    A root's own count of children that ended is in it, so that helpers which came and went are
    not lost.
    """
    ticks = 0
    for root in roots:
        user, system, ended_user, ended_system = _times(root)
        ticks += user + system + ended_user + ended_system
        ticks += sum(sum(_times(child)[:2]) for child in _descendants(root))
    return ticks / TICKS


def postmaster(url: str) -> int:
    """The process that starts the backends of the server at `url`, which runs on this machine."""
    with psycopg.connect(url) as connection:
        backend = connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        return int(_fields(backend)[1])


def _times(process: int) -> list[int]:
    fields = _fields(process)
    return [int(field) for field in fields[11:15]] if fields else [0, 0, 0, 0]


def _fields(process: int) -> list[str]:
    """What follows the name in /proc/…/stat: state, parent, …; empty where it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _descendants(root: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from _descendants(child)
