"""Rounds in which the contenders take turns, and what becomes of their figures."""

from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.cases import Case
from tests.bench.client import load
from tests.bench.contenders import Contender
from tests.bench.processor import spent

READERS = 8


class Round(NamedTuple):
    """Answers in a second to eight readers, and processor seconds for each, of the server and of
    PostgreSQL; `alone`: the answers in a second to one reader."""

    throughput: float
    processor: float
    alone: float


class Ratio(NamedTuple):
    """How many times as much as the other, the median of the rounds and their extremes."""

    median: float
    least: float
    most: float


def measure(
    case: Case, contenders: list[Contender], postgres: int, rounds: int, seconds: float
) -> dict[str, list[Round]]:
    taking_part = [each for each in contenders if each.name in case.addresses]
    for contender in taking_part:
        load(contender.socket, case.addresses[contender.name], seconds / 2, READERS)  # to warm up
    measured: dict[str, list[Round]] = {each.name: [] for each in taking_part}
    for _ in range(rounds):
        for contender in taking_part:
            addresses = case.addresses[contender.name]
            measured[contender.name].append(_round(contender, addresses, postgres, seconds))
    return measured


def _round(contender: Contender, addresses: list[str], postgres: int, seconds: float) -> Round:
    before = spent(contender.process, postgres)
    answers, took = load(contender.socket, addresses, seconds, READERS)
    used = spent(contender.process, postgres) - before
    one, alone = load(contender.socket, addresses, seconds / 3)
    return Round(answers / took, used / answers, one / alone)


def ratio(ours: list[Round], other: list[Round], figure: str) -> Ratio:
    """Of each round to the round of the other that was next to it in time.

    More is better in all: answers a second are ours to theirs, processor time theirs to ours.
    """
    each = [
        beside.processor / max(own.processor, 1e-6)
        if figure == "processor"
        else getattr(own, figure) / getattr(beside, figure)
        for own, beside in zip(ours, other, strict=True)
    ]
    return Ratio(median(each), min(each), max(each))


def sockets(contenders: list[Contender]) -> dict[str, Path]:
    return {each.name: each.socket for each in contenders}
