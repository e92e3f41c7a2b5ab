"""A bad row for each check, key, reference and unique index, by rule where a rule will do."""

import re
import uuid
from functools import partial

from django.db import models

from releases.models import Destination, Release
from tests import factories
from tests.factories import DestinationFactory, MemberFactory, ReleaseFactory
from tests.factories.record import author
from tests.repository.constraints import catalogue
from tests.repository.constraints.catalogue import Held
from tests.repository.constraints.checks import CHECKS, COPIED, OF_EVERY_RECORD
from tests.repository.constraints.holding import is_held_by, run, settle, undone

FACTORIES = {
    factory._meta.model: factory
    for name in factories.__all__
    if name.endswith("Factory") and name != "DerivedClaimFactory"
    for factory in [getattr(factories, name)]
}
#: Rows that need more than the least, for a key of theirs to hold something.
FULL = {
    Release: lambda: ReleaseFactory(member=MemberFactory()),
    Destination: lambda: DestinationFactory(within=DestinationFactory()),
}
#: The check of one column: a code of a vocabulary, or a number from nought as Django has it.
OF_A_COLUMN = re.compile(r"_(is_known|is_of_a_page|check\d*)$")


def valid(model: type[models.Model]) -> models.Model:
    """A row of this table, with every unique column filled."""
    if model._meta.auto_created:
        target = model._meta.get_fields()[2]
        related = target.related_model.objects.first()
        return model.objects.get_or_create(account=author(), **{target.name: related})[0]
    return FULL.get(model, FACTORIES.get(model))()


def by_hand(name: str) -> str:
    """The bad values written for this check; empty where there are none."""
    ends = (bad for end, bad in OF_EVERY_RECORD.items() if name.endswith(end))
    return CHECKS.get(name) or next(ends, "")


def is_mapped(one: Held) -> bool:
    return one.kind != "c" or bool(by_hand(one.name) or OF_A_COLUMN.search(one.name))


def holds(one: Held, row: models.Model, beside: list[Held]) -> None:
    """It refuses its bad row, and it alone: triggers and what says the same are out of the way."""
    with undone():
        if one.name in COPIED:
            run(f"UPDATE {one.table} SET {COPIED[one.name]} WHERE {where(row)}")
            settle()
        run(f"ALTER TABLE {one.table} DISABLE TRIGGER USER")
        for other in beside:
            if other != one and says_the_same(one, other):
                run(other.lifted)
        is_held_by(one.name, one.lifted, partial(run, offence(one, row)))


def says_the_same(one: Held, other: Held) -> bool:
    """A copy offends every unique index, a bad code every check that reads its column."""
    if one.is_unique:
        return other.is_unique and other.kind != "p"
    return other.kind == "c" and not by_hand(one.name) and bool({*one.columns} & {*other.columns})


def offence(one: Held, row: models.Model) -> str:
    if one.is_unique:
        return copied(one, row)
    values = by_hand(one.name) or f"{one.columns[0]} = '{nonsense(one)}'"
    return f"UPDATE {one.table} SET {values} WHERE {where(row)}"


def where(row: models.Model) -> str:
    keys = row._meta.pk_fields
    return " AND ".join(f"{key.column} = '{getattr(row, key.attname)}'" for key in keys)


def nonsense(one: Held) -> object:
    """A value of the column's type that no vocabulary has and no row is called."""
    kind, length = catalogue.columns(one.table)[one.columns[0]]
    if kind == "uuid":
        return uuid.uuid4()
    if kind.endswith("[]"):
        return "{?}"
    return "?" * min(length or 9, 9) if kind in ("character varying", "text") else -1


def copied(one: Held, row: models.Model) -> str:
    """An INSERT of the row once more, under another id unless the id is what must be unique."""
    written = catalogue.columns(one.table)
    values = {column: column for column in written}
    key = row._meta.pk_fields[-1].column
    if one.kind != "p":
        fresh = {"uuid": "gen_random_uuid()", "character varying": f"{key} || 'x'"}
        values[key] = fresh.get(written[key][0], f"{key} + 1000")
    return (
        f"INSERT INTO {one.table} ({', '.join(map(quoted, values))})"
        f" SELECT {', '.join(v if v != c else quoted(c) for c, v in values.items())}"
        f" FROM {one.table} WHERE {where(row)}"
    )


def quoted(column: str) -> str:
    return f'"{column}"'
