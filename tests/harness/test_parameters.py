"""A4, A5, A6: what an address may ask about, found by looking at every route of the API."""

import uuid

import django_filters
import pytest

from tests.harness.asking import ask
from tests.harness.requests import UNKNOWN, filters_of
from tests.harness.routes import Route, public_routes
from tests.harness.worlds import STATES

LISTS = {
    route.template: route
    for route in public_routes()
    if hasattr(route.noun, "ordering_fields") and not route.blanks
}
NOUNS = {template: route.noun for template, route in LISTS.items()}


def test_every_list_of_the_api_is_looked_at():
    assert len(LISTS) >= 10


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_A4_order_is_by_listed_columns_that_are_shown(noun):  # noqa: N802
    columns = {field.name for field in noun.projection._meta.concrete_fields}
    assert set(noun.ordering_fields.values()) <= columns
    assert noun.ordering.removeprefix("-") in noun.ordering_fields


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_A5_filters_are_declared_one_by_one(noun):  # noqa: N802
    declared = noun.filterset_class.declared_filters
    assert noun.filterset_class.base_filters.keys() == declared.keys()
    assert not any("__" in name for name in declared)


@pytest.mark.parametrize("template", LISTS)
def test_A5_an_unknown_parameter_is_refused(world, template):  # noqa: N802
    for name in UNKNOWN:
        answer = ask(f"/{template}?{name}=1")
        assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("template", LISTS)
def test_A4_no_other_column_gives_an_order(world, template):  # noqa: N802
    for column in ("created_at", "birth", "note", "state", "code", "?", "-", "id,id", "moment"):
        if column not in LISTS[template].noun.ordering_fields:
            assert ask(f"/{template}?ordering={column}").status == 400


def by_id(route: Route) -> list[str]:
    filters = filters_of(route).items()
    return [name for name, filter_ in filters if isinstance(filter_, django_filters.UUIDFilter)]


RELATED = [(template, name) for template, route in LISTS.items() for name in by_id(route)]


def said(template: str, name: str, key: object) -> str:
    """The whole answer about one id, without the id itself."""
    return str(ask(f"/{template}?{name}={key}").said).replace(str(key), "")


@pytest.mark.parametrize(("template", "name"), RELATED)
def test_A6_a_hidden_id_answers_like_one_that_never_was(world, template, name):  # noqa: N802
    never = said(template, name, uuid.UUID(int=7))
    hidden = {one.noun: one.row.pk for one in world.planted if STATES[one.state]["detail"] != 200}
    assert [noun for noun, key in hidden.items() if said(template, name, key) != never] == []


def test_A6_a_visible_id_answers_otherwise(world):  # noqa: N802
    """The visible twin: the filter does filter."""
    wave = world.anchors.wave.pk
    never = said("api/v1/claims/", "wave", uuid.UUID(int=7))
    assert said("api/v1/claims/", "wave", wave) != never
