"""The fast path says what the serializers say, and both what the document promises."""

import json

import pytest
from jsonschema import Draft202012Validator
from rest_framework.settings import api_settings

from publishing.api.encoding import to_json
from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import LISTS, NOUNS
from tracker.api.docs import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]


@pytest.mark.parametrize("name", NOUNS)
def test_the_fast_path_says_what_the_serializer_says(get: Get, name: str) -> None:
    noun = NOUNS[name]
    rows = {str(row.pk): row for row in noun().get_queryset()}
    for shown in get(f"{name}/", page_size=100).json()["results"]:
        oracle = noun.serializer_class(rows[shown["id"]], context={"noun": noun}).data
        assert json.loads(to_json(plain(oracle))) == shown


def plain(data):
    """Serializers' own dicts as plain ones."""
    return json.loads(json.dumps(data, default=str))


def promised(address: str) -> Draft202012Validator:
    whole = make_document()
    answer = whole["paths"][address]["get"]["responses"]["200"]["content"]["application/json"]
    return Draft202012Validator({**answer["schema"], "components": whole["components"]})


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_as_the_document_promises(get: Get, name: str) -> None:
    body = get(f"{name}/", page_size=100).json()
    assert list(promised(f"/api/v1/{name}/").iter_errors(body)) == []


def test_every_ledger_is_as_the_document_promises(get: Get) -> None:
    validator = promised("/api/v1/waves/{id}/ledger/")
    for wave in get("waves/", page_size=100).json()["results"]:
        body = get(f"waves/{wave['id']}/ledger/").json()
        assert list(validator.iter_errors(body)) == []


def test_a_shape_that_is_not_promised_is_noticed(get: Get) -> None:
    """The negative control."""
    body = get("waves/", page_size=1).json()
    body["results"][0]["country"] = 7
    assert list(promised("/api/v1/waves/").iter_errors(body))


def test_what_settings_name_stands_in_leaf_modules() -> None:
    assert api_settings.EXCEPTION_HANDLER.__module__ == "publishing.api.problems"
    modules = [each.__module__ for each in api_settings.DEFAULT_AUTHENTICATION_CLASSES]
    assert modules == ["publishing.api.authentication"]


def test_every_parameter_that_works_is_in_the_document_and_no_other(get: Get) -> None:
    for name, noun in NOUNS.items():
        listed = make_document()["paths"][f"/api/v1/{name}/"]["get"]["parameters"]
        every = {
            "format",
            "fields",
            "page_size",
            "cursor",
            "ordering",
            *noun.filterset_class.base_filters,
        }
        assert {each["name"] for each in listed} == every
