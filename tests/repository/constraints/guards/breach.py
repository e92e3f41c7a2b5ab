"""A breach is a generator: it makes something lawful, yields, and then does what is refused."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db import models


class Breach(NamedTuple):
    """What `act` does at last is refused by `trigger` on `table`, under the name `refusal`."""

    table: str
    trigger: str
    refusal: str
    act: Callable[[], Iterator[None]]


BREACHES: list[Breach] = []


def breaks(trigger: str, on: str, refused: str = "") -> Callable:
    def keep(act: Callable[[], Iterator[None]]) -> Callable[[], Iterator[None]]:
        BREACHES.append(Breach(on, trigger, refused or trigger, act))
        return act

    return keep


def put(row: models.Model, **values: object) -> None:
    type(row).objects.filter(pk=row.pk).update(**values)
