"""Rounds in which the contenders take turns, and what becomes of their figures."""

from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.cases import Case
from tests.bench.client import load
from tests.bench.contenders import Contender
from tests.bench.processor import spent


class Round(NamedTuple):
    """Answers in a second, and processor seconds for each, of the server and of PostgreSQL."""

    throughput: float
    processor: float


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
        load(contender.socket, case.addresses[contender.name], seconds / 2)  # to warm up
    measured: dict[str, list[Round]] = {each.name: [] for each in taking_part}
    for _ in range(rounds):
        for contender in taking_part:
            addresses = case.addresses[contender.name]
            measured[contender.name].append(_round(contender, addresses, postgres, seconds))
    return measured


def _round(contender: Contender, addresses: list[str], postgres: int, seconds: float) -> Round:
    before = spent(contender.process, postgres)
    answers, took = load(contender.socket, addresses, seconds)
    used = spent(contender.process, postgres) - before
    return Round(answers / took, used / answers)


def ratio(ours: list[Round], other: list[Round], figure: str) -> Ratio:
    """Of each round to the round of the other that was next to it in time.

    More is better in both: throughput is ours to theirs, processor time is theirs to ours.
    """
    pairs = zip(ours, other, strict=True)
    each = [
        own.throughput / beside.throughput
        if figure == "throughput"
        else beside.processor / max(own.processor, 1e-6)
        for own, beside in pairs
    ]
    return Ratio(median(each), min(each), max(each))


def sockets(contenders: list[Contender]) -> dict[str, Path]:
    return {each.name: each.socket for each in contenders}
