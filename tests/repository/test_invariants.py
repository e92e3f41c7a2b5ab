"""What the database holds is told to staff, and is what Python holds."""

import re
import unicodedata
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models

from publishing import text
from publishing.models import BaseModel, Record, RecordPart
from publishing.violations import UNNAMED, sentences_by_name
from releases.enums import MEASURES, Measure, ScopeDimension
from tests.repository.constraints import catalogue

ROOT = Path(__file__).parents[2]
#: A number from nought, as Django has it checked under a name of PostgreSQL's.
NUMBER = re.compile(r"_check\d*$")
REFUSED = re.compile(r"publishing_refuse(?:_circle)?\(\s*'(\w+)'")
TABLES = {
    table: model for table, model in catalogue.tables().items() if issubclass(model, BaseModel)
}


def ask(sql: str, parameters: list | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def refused() -> set[str]:
    """Every name under which a guard refuses."""
    files = [
        *ROOT.glob("*/sql/*.sql"),
        *ROOT.glob("*/invariants/*.sql"),
        *ROOT.glob("*/schema/*.py"),
    ]
    return {name for path in files for name in REFUSED.findall(path.read_text())}


def test_every_guard_has_a_sentence():
    assert len(refused()) > 30
    assert refused() - sentences_by_name().keys() == set()


def test_no_sentence_is_about_a_guard_that_is_gone():
    named = {c.name for model in apps.get_models() for c in model._meta.constraints}
    assert sentences_by_name().keys() - refused() - named == {"edtf_is_valid"}


@pytest.mark.django_db
def test_every_named_constraint_has_a_sentence():
    held = {one.name for one in catalogue.held() if one.kind in ("c", "x")}
    unnamed = {name for name in held if not NUMBER.search(name)} - sentences_by_name().keys()
    assert unnamed == set()


def test_every_constraint_of_a_model_says_what_is_wrong():
    ours = [model for model in apps.get_models() if model._meta.app_label in catalogue.ROOMS]
    silent = (models.CheckConstraint.default_violation_error_message, UNNAMED)
    held = [constraint for model in ours for constraint in model._meta.constraints]
    assert held
    assert [one.name for one in held if one.violation_error_message in silent] == []


@pytest.mark.django_db
def test_every_table_carries_the_guards_of_its_kind():
    held = {(one.table, one.name) for one in catalogue.held() if one.kind == "trigger"}
    assert {(table, name) for table in TABLES for name in guards_due(table)} - held == set()


def guards_due(table: str) -> set[str]:
    # fmt: off
    kinds = {
        BaseModel: {"history", "history_of_update", "history_of_delete", "text_is_clean"},
        Record: {"state_follows_the_graph", "content_changes_by_proposal",
                 "second_person_is_another", "writers_of_insert", "writers_of_update"},
        RecordPart: {"changes_by_proposal", "writers_of_insert", "writers_of_update",
                     "writers_of_delete"},
    }
    # fmt: on
    return set().union(*(due for kind, due in kinds.items() if issubclass(TABLES[table], kind)))


@pytest.mark.django_db
def test_a_published_record_that_needs_a_source_is_held_to_it():
    held = {one.table for one in catalogue.held() if one.name == "published_has_a_source"}
    sourced = {t for t, m in TABLES.items() if issubclass(m, Record) and m.is_sourced}
    assert held == sourced


def test_a_moment_and_the_account_that_acted_come_in_pairs():
    fields = {(table, field.name) for table in TABLES for field in TABLES[table]._meta.fields}
    moments = {
        (table, f"{field.name.removesuffix('_by')}_at")
        for table in TABLES
        for field in TABLES[table]._meta.fields
        if field.is_relation
        and field.related_model._meta.label == "publishing.Account"
        and field.name.endswith("_by")
    }
    assert moments
    assert moments - fields == set()


@pytest.mark.django_db
def test_the_database_allows_the_scopes_that_the_measures_do():
    pairs = [(m.value, d.value) for m in Measure for d in ScopeDimension]
    allowed = ask(
        "SELECT m, d FROM unnest(%s::text[], %s::text[]) pairs (m, d)"
        " WHERE releases_measure_allows(m, d)",
        [list(column) for column in zip(*pairs, strict=True)],
    )
    assert set(allowed) == {(m, d) for m, d in pairs if d in MEASURES[Measure(m)].dimensions}


@pytest.mark.django_db
def test_the_database_sees_every_character_as_python_does():
    characters = [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code <= 0xDFFF]
    clean = ask(
        "SELECT c FROM unnest(%s::text[]) c WHERE publishing_text_is_clean(c)", [characters]
    )
    assert {c for (c,) in clean} == {
        c for c in characters if not text.UNSEEN.search(c) and unicodedata.is_normalized("NFC", c)
    }


def test_unseen_text_is_refused_in_forms_with_its_code():
    with pytest.raises(ValidationError, match="200B"):
        text.clean_text("Viasna\u200b")
