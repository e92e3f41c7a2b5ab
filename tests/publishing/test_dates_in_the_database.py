"""Inexact dates as columns: PostgreSQL reads them as Python does, and refuses the rest."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from publishing.dates import InexactDate, InexactDateField, not_certainly_after
from tests.publishing.dates import inexact_dates, points, values

COLUMNS = ["id", "began", "began_earliest", "began_latest", "ended", "ended_earliest"]
pieces = st.one_of(points, st.sampled_from(["~", "/", "..", "X", "-", "2025-02-30", "1899"]))
texts = st.one_of(values, st.lists(pieces, max_size=4).map("".join))


def stay_model() -> type[models.Model]:
    class Period(models.Model):
        began = InexactDateField("from")
        ended = InexactDateField("until")

        class Meta:
            app_label = "publishing"
            abstract = True

    class Stay(Period):
        class Meta:
            app_label = "publishing"
            constraints = [
                models.CheckConstraint(
                    condition=not_certainly_after("began", "ended"), name="stay_ends_after_it_began"
                )
            ]

        def __str__(self) -> str:
            return f"{self.began} – {self.ended}"

    return Stay


@pytest.fixture
def stay(db_as_owner):
    with isolate_apps():
        model = stay_model()
        with connection.schema_editor() as editor:
            editor.create_model(model)
        yield model


def database_reads(function: str, text: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT public.{function}(%s)", [text])
        return cursor.fetchone()[0]


def python_accepts(text: str) -> bool:
    try:
        return bool(InexactDate(text))
    except ValidationError:
        return False


@pytest.fixture(scope="module")
def some_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        yield


@given(value=inexact_dates)
def test_the_database_sees_the_same_bounds(some_database, value):
    assert database_reads("edtf_earliest", value.value) == value.earliest
    assert database_reads("edtf_latest", value.value) == value.latest


@given(text=texts)
def test_the_database_accepts_what_python_accepts(some_database, text):
    assert database_reads("edtf_is_valid", text) == python_accepts(text)


def test_a_date_comes_back_from_its_column(stay):
    stay.objects.create(began="2025-12", ended=date(2026, 1, 2))
    kept = stay.objects.get()
    assert (kept.began, kept.ended) == (InexactDate("2025-12"), InexactDate("2026-01-02"))
    assert (kept.began_earliest, kept.began_latest) == (date(2025, 12, 1), date(2025, 12, 31))


def test_bulk_writes_and_updates_carry_dates(stay):
    stay.objects.bulk_create([stay(began="2025"), stay(began=None)])
    stay.objects.filter(began="2025").update(ended="../2026-05")
    found = stay.objects.filter(ended_latest__lte=date(2026, 5, 31)).values_list("began", "ended")
    assert list(found) == [(InexactDate("2025"), InexactDate("../2026-05"))]


def test_raw_sql_cannot_write_what_is_no_date(stay):
    stay.objects.create(began="2025")
    with pytest.raises(IntegrityError, match="edtf_is_valid"), transaction.atomic():
        connection.cursor().execute("UPDATE publishing_stay SET began = '2025-02-30'")


def test_a_bad_text_never_gets_onto_a_record(stay):
    with pytest.raises(ValidationError):
        stay(began="soon")
    assert stay(began="2025").began.earliest == date(2025, 1, 1)


def test_an_order_that_is_certainly_broken_is_refused(stay):
    with pytest.raises(IntegrityError, match="stay_ends_after_it_began"), transaction.atomic():
        stay.objects.create(began="2025-12", ended="2025-11")
    with pytest.raises(ValidationError, match="stay_ends_after_it_began"):
        stay(began="2025-12", ended="2025-11").full_clean()


@pytest.mark.parametrize("ended", ["2025-12-01", "2025", "2025-11~", "XXXX", "../2026", None])
def test_an_order_that_may_hold_is_kept(stay, ended):
    stay(began="2025-12", ended=ended).full_clean()
    assert stay.objects.create(began="2025-12", ended=ended).pk


@isolate_apps()
def test_a_migration_holds_three_real_fields_and_then_nothing_changes():
    state = ModelState.from_model(stay_model())
    assert list(state.fields)[: len(COLUMNS)] == COLUMNS
    assert all("InexactDateField" not in MigrationWriter.serialize(field)[0]
               for field in state.fields.values())  # fmt: skip
    again = ModelState.from_model(rendered(state))
    assert changes(state, again) == changes(again, state) == {}


def rendered(state: ModelState) -> type[models.Model]:
    project = ProjectState()
    project.add_model(state)
    return project.apps.get_model("publishing", state.name)


def changes(before: ModelState, after: ModelState) -> dict:
    projects = ProjectState(), ProjectState()
    for project, state in zip(projects, (before, after), strict=True):
        project.add_model(state.clone())
    return MigrationAutodetector(*projects)._detect_changes()


def test_a_form_of_a_model_takes_words(stay):
    form = stay._meta.get_field("began").formfield()
    assert form.label == "From"
    assert form.clean("снежань 2025") == InexactDate("2025-12")
