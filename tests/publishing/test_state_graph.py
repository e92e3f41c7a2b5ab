# ruff: noqa: N802
"""G5: a record moves along the graph of its states, whatever SQL the app's login sends."""

from functools import partial
from itertools import product

import pytest
from django.apps import apps
from django.utils import timezone

from publishing.enums import Role, State
from publishing.models import Record
from sources.models import Organisation
from tests.accounts import account
from tests.factories import OrganisationFactory
from tests.factories.life import cited
from tests.repository.constraints.acts import stands
from tests.repository.constraints.holding import is_held_by, refusal, run, settle
from tests.repository.constraints.rows import FACTORIES

STEPS = {
    ("draft", "in_review"),
    ("in_review", "draft"),
    ("in_review", "approved"),
    ("approved", "draft"),
    ("approved", "published"),
    ("published", "withdrawn"),
}
GRAPH = "record_state_follows_the_graph"
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]
WAY = ("in_review", "approved", "published", "withdrawn")


def standing(state: str) -> Organisation:
    organisation = OrganisationFactory()
    stands(organisation, *(WAY[: WAY.index(state) + 1] if state in WAY else ()))
    return Organisation.objects.get(pk=organisation.pk)


def moved(record: Record, state: str) -> None:
    """In plain SQL. Only the state is in the way: each moment and account asked for is there."""
    by, now = account(Role.REVIEWER).pk, timezone.now()
    ends = ["approved", "published", *(["withdrawn"] if state == "withdrawn" else [])]
    values = {"state": state} | {f"{end}_at": now for end in ends}
    values |= {f"{end}_by_id": by for end in ends}
    if state == "withdrawn":
        values["withdrawal_reason"] = "other"
    columns = ", ".join(f"{name} = %s" for name in values)
    run(
        f"UPDATE {record._meta.db_table} SET {columns} WHERE id = %s", [*values.values(), record.pk]
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("here", "there"),
    [(a, b) for a, b in product(("draft", *WAY), State.values) if a != b],
)
def test_G5_the_state_follows_the_graph(here, there):
    record = standing(here)
    expected = "" if (here, there) in STEPS else GRAPH
    assert refusal(lambda: moved(record, there)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_G5_no_sql_of_the_app_moves_a_record_off_the_graph(model):
    run("SELECT 1 / (current_user = 'tracker_app')::int")
    record, refused = cited(FACTORIES[model]()), set()
    for here in ("draft", *WAY):
        stands(record, *([here] if here in WAY else []))
        refused |= {
            (here, to) for to in State.values if refusal(partial(moved, record, to)) == GRAPH
        }
    pairs = {pair for pair in product(("draft", *WAY), State.values) if pair[0] != pair[1]}
    assert refused == pairs - STEPS


def test_G5_without_the_guard_a_withdrawn_record_is_published_again(db_as_owner):
    """The negative control: it is the guard that refused."""
    record = standing("withdrawn")
    settle()
    lifted = "ALTER TABLE sources_organisation DISABLE TRIGGER USER"
    is_held_by(GRAPH, lifted, partial(moved, record, "published"))
