"""The guards that every table of a kind carries, broken by rule.

Each is a generator: it makes something lawful, yields, and then does what must be refused.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.db import connection, models
from django.utils import timezone

from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import Record
from releases.models import DerivedTerm, IntakeLine, Release, Statement, SumPart
from tests.accounts import account
from tests.factories import (
    DerivedTermFactory,
    IntakeLineFactory,
    PersonFactory,
    ReleaseFactory,
    StatementFactory,
    SumPartFactory,
)
from tests.factories.record import author
from tests.repository.constraints import catalogue
from tests.repository.constraints.acts import accepted, moves, stands
from tests.repository.constraints.holding import run, settle
from tests.repository.constraints.rows import valid, where

Breach = Iterator[None]
#: Tables of numbers and references alone: no text of theirs could be unclean.
WITHOUT_TEXT = {
    "releases_answerwave",
    "releases_intakecandidate",
    "releases_derivedterm",
    "releases_sumpart",
    "people_recognition",
    "people_notthesame",
    "support_programmefunder",
}


def text(model: type[models.Model]) -> Breach:
    row = valid(model)
    table = row._meta.db_table
    column = [name for name, (kind, _length) in catalogue.columns(table).items() if is_text(kind)][
        -1
    ]
    for one in catalogue.held(table):
        if one.kind == "c" and column in one.columns:
            settle()
            run(one.lifted)
    yield
    unclean = "{\u200b}" if catalogue.columns(table)[column][0].endswith("[]") else "\u200b"
    run(f"UPDATE {table} SET {column} = '{unclean}' WHERE {where(row)}")


def is_text(kind: str) -> bool:
    return kind.removesuffix("[]") in ("character varying", "text")


def state(model: type[Record]) -> Breach:
    record = valid(model)
    yield
    stands(record, "approved")


def content(model: type[Record]) -> Breach:
    record = valid(model)
    stands(record, "in_review")
    yield
    run(f"UPDATE {record._meta.db_table} SET visible_until = '2999-01-01' WHERE {where(record)}")


def second_person(model: type[Record]) -> Breach:
    record = valid(model)
    with attribute_changes(by=account(Role.REVIEWER)):
        type(record).objects.filter(pk=record.pk).update(visible_until=timezone.now())
    stands(record, "in_review")
    yield
    stands(record, "approved")


def cites(model: type[Record]) -> Breach:
    citation = valid(model._meta.get_field("citations").related_model)
    stands(citation.record, "in_review", "approved")
    yield
    moves(citation.record, "published")


def part(model: type[models.Model]) -> Breach:
    row, record = (part := valid(model)), part.record
    if isinstance(row, DerivedTerm):
        DerivedTermFactory(claim=row.claim)  # without which the formula would be empty
    kept = as_json(row)
    row.delete()
    settle()
    stands(record, "in_review")
    yield
    written_again(row._meta.db_table, kept)


def written_again(table: str, kept: Any) -> None:
    columns = ", ".join(f'"{name}"' for name in catalogue.columns(table))
    run(
        f"INSERT INTO {table} ({columns}) SELECT {columns}"
        f" FROM jsonb_populate_record(NULL::{table}, %s::jsonb)",
        [kept],
    )


def sourced(model: type[Record]) -> Breach:
    record = valid(model)
    yield
    moves(record, "in_review")


def last_source(model: type[models.Model]) -> Breach:
    citation = valid(model)
    stands(citation.record, "in_review", "approved", "published")
    yield
    accepted(citation, "delete")
    citation.delete()


def as_json(row: models.Model) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(t)::text FROM {row._meta.db_table} t WHERE {where(row)}")
        return cursor.fetchone()[0]


def of_nobody_merged(model: type[models.Model]) -> Breach:
    row = OF_A_PERSON.get(model, partial(valid, model))()
    who, kept = row.person, as_json(row)
    row.delete()
    settle()
    type(who).objects.filter(pk=who.pk).update(merged_into=PersonFactory())
    settle()
    yield
    written_again(row._meta.db_table, kept)


def of_a_name(model: type[models.Model]) -> Breach:
    row = OF_A_PERSON.get(model, partial(valid, model))()
    pseudonym = PersonFactory(named_record=row.person_id)
    yield
    model._default_manager.filter(pk=row.pk).update(person=pseudonym)


#: Rows that are not of a person unless it is asked for, or that are of somebody's member too.
OF_A_PERSON = {
    Release: ReleaseFactory,
    Statement: lambda: StatementFactory(wave=None, person=PersonFactory()),
    SumPart: lambda: SumPartFactory(claim=None, person=PersonFactory()),
    IntakeLine: lambda: IntakeLineFactory(
        person=PersonFactory(), decision="person", decided_at=timezone.now(), decided_by=author()
    ),
}


#: Trigger: the name that it refuses under, and its breach.
FAMILIES: dict[str, tuple[str, Callable[[Any], Breach]]] = {
    "text_is_clean": ("text_is_clean", text),
    "state_follows_the_graph": ("record_state_follows_the_graph", state),
    "content_changes_by_proposal": ("published_content_changes_by_proposal", content),
    "second_person_is_another": ("record_is_approved_by_somebody_else", second_person),
    "cites_what_is_public": ("published_record_cites_what_is_public", cites),
    "changes_by_proposal": ("published_parts_change_by_proposal", part),
    "published_has_a_source": ("published_record_has_a_source", sourced),
    "people_person_id_is_of_nobody_merged": ("people_row_is_of_nobody_merged", of_nobody_merged),
    "people_row_of_a_name_passes_to_no_pseudonym": (
        "people_row_of_a_name_passes_to_no_pseudonym",
        of_a_name,
    ),
    "last_source_stays": ("published_record_has_a_source", last_source),
}
