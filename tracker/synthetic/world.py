"""A whole world: made from a seed, copied, and published in one transaction."""

from datetime import date, timedelta
from random import Random

from django.db import connection, transaction

from publishing import actions
from publishing.enums import Role
from publishing.models import Account, Record
from tracker.reference.accounts import make_unusable_account
from tracker.synthetic import APPROVER, SYNTHESISER, claims
from tracker.synthetic.people import add_named_person, add_person
from tracker.synthetic.setting import furnish_setting
from tracker.synthetic.tables import WRITTEN_AT, Tables
from tracker.synthetic.waves import add_membership, add_wave

LEAST_WAVES, LEAST_VOICES = 18, 3
#: State and the moment and account that go with it, step by step.
STEPS = (("in_review", "submitted"), ("approved", "approved"), ("published", "published"))


@transaction.atomic
def synthesise_world(people: int, seed: int, *, is_bare: bool = False) -> dict[str, int]:
    """Write and publish a world of `people`; gives the number of rows by table.

    The same seed gives the same rows and ids. The database must hold no record. In a bare world
    nothing happens: people have names and consents, and that is all.
    """
    author, approver = (
        make_unusable_account(SYNTHESISER, Role.EDITOR),
        make_unusable_account(APPROVER, Role.REVIEWER),
    )
    tables = Tables(Random(seed), author)  # noqa: S311 -- it must be repeatable
    (_populate_bare if is_bare else _populate_world)(tables, people)
    reason = f"synthetic world of {people} people, seed {seed}"
    with actions.action(by=author, reason=reason):
        tables.copy_rows()
    records = [model for model in tables.rows if issubclass(model, Record)]
    for state, act in STEPS:
        by = author if act == "submitted" else approver
        with actions.action(by=by, reason=reason):
            for model in records:
                _move_records(model, state, act, by)
    return {model._meta.db_table: len(rows) for model, rows in tables.rows.items()}


def _populate_world(tables: Tables, people: int) -> None:
    """Three in four were freed in a wave; the first waves are the largest. As many claims of the
    waves as a tenth of the people: 20,000 people, 50 waves and some 2,000 claims."""
    setting = furnish_setting(tables, people)
    waves = max(LEAST_WAVES, people // 400)
    opened = [
        add_wave(
            tables, setting, number, date(2021, 1, 15) + timedelta(days=number * 1750 // waves)
        )
        for number in range(waves)
    ]
    freed = [0] * waves
    for number in range(people):
        of = min(int(tables.chance.expovariate(3) * waves), waves - 1)
        is_freed = tables.chance.random() < 0.75
        one = add_person(tables, setting, number, opened[of].on if is_freed else None)
        if is_freed:
            add_membership(tables, setting, opened[of], one)
            freed[of] += 1
    voices = max(LEAST_VOICES, people // 10 // (2 * waves))
    for number, here in enumerate(opened):
        claims.add_wave_claims(tables, setting, here, number, freed[number], voices)
    claims.add_held_claims(tables, setting, people)


def _populate_bare(tables: Tables, people: int) -> None:
    setting = furnish_setting(tables, people)
    for number in range(people):
        add_named_person(tables, setting, number)


def _move_records(model: type[Record], state: str, act: str, by: Account) -> None:
    """One step of the whole table at once: the guards ask every row all the same."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {model._meta.db_table} SET state = %s, {act}_at = %s, {act}_by_id = %s",  # noqa: S608
            [state, WRITTEN_AT, by.pk],
        )
