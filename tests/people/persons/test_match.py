"""POST /api/v1/match/: whom a name may mean, of those who are shown, with the reasons."""

from typing import Any
from unittest import mock

import orjson
import pytest
from django.db import OperationalError, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import NameFactory, PersonFactory, published

pytestmark = pytest.mark.django_db
AT = "/api/v1/match/"


def post(body: Any, kind: str = "application/json") -> Any:
    sent = body if isinstance(body, bytes) else orjson.dumps(body)
    return Client(raise_request_exception=False).post(AT, sent, content_type=kind)


def shown(*texts: str) -> Any:
    """Somebody invented who is shown by these names."""
    person = PersonFactory(named=True, name__text=texts[0])
    for text in texts[1:]:
        NameFactory(person=person, text=text)
    return published(person)


def asked(*names: str, **more: Any) -> list[dict[str, Any]]:
    return post({"queries": {"a": {"names": list(names), **more}}}).json()["results"]["a"]


def test_a_name_in_another_script_finds_the_person():
    person = shown("Выдуманка Сінтэтычная")
    (found,) = asked("Vydumanka Sintetychnaya")
    assert (found["id"], found["names"]) == (str(person.pk), ["Выдуманка Сінтэтычная"])
    assert found["score"] > 0.8
    assert {reason["code"] for reason in found["reasons"]} >= {"surname_spelt_differently"}


def test_reasons_are_told_in_the_language_that_is_asked_for():
    shown("Выдуманка Сінтэтычная")
    query = {"queries": {"a": {"names": ["Выдуманка Сінтэтычная"]}}, "language": "en"}
    (found,) = post(query).json()["results"]["a"]
    assert found["reasons"][0] == {"code": "surname_same", "text": "the same surname"}
    with mock.patch(
        "people.persons.api.match.describe_reason", side_effect=lambda reason: get_language()
    ):
        (found,) = post({**query, "language": "be"}).json()["results"]["a"]
    assert {reason["text"] for reason in found["reasons"]} == {"be"}


def test_each_question_has_its_own_answer():
    person = shown("Выдуманка Сінтэтычная")
    names = {"x": "Выдуманка Сінтэтычная", "y/~": "Нехта Іншы"}
    found = post({"queries": {key: {"names": [name]} for key, name in names.items()}}).json()
    assert {key: [one["id"] for one in people] for key, people in found["results"].items()} == {
        "x": [str(person.pk)],
        "y/~": [],
    }


def test_A7_who_is_hidden_is_not_found():  # noqa: N802
    person = shown("Выдуманка Сінтэтычная")
    hidden = published(NameFactory(text="Выдуманка Сінтэтычная").person)
    found = asked("Выдуманка Сінтэтычная", birth_year=1985)
    assert [one["id"] for one in found] == [str(person.pk)] != [str(hidden.pk)]


def test_what_is_asked_is_kept_by_nobody():
    answer = post({"queries": {"a": {"names": ["Нехта"]}}})
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


QUERY = {"names": ["Нехта"]}
WRONG = {
    "nothing": ({}, "#/queries"),
    "a list": ([], "#"),
    "a member that is unknown": ({"queries": {"a": QUERY}, "x": 1}, "#/x"),
    "no question": ({"queries": {}}, "#/queries"),
    "too many questions": ({"queries": {str(n): QUERY for n in range(101)}}, "#/queries"),
    "too many names": ({"queries": {str(n): {"names": ["a"] * 6} for n in range(20)}}, "#/queries"),
    "too many words": (
        {"queries": {str(n): {"names": ["а б в г д"]} for n in range(81)}},
        "#/queries",
    ),
    "no name": ({"queries": {"a": {"names": []}}}, "#/queries/a/names"),
    "a name that is a number": ({"queries": {"a": {"names": [1]}}}, "#/queries/a/names/0"),
    "a name that is too long": ({"queries": {"a": {"names": ["ы" * 201]}}}, "#/queries/a/names/0"),
    "a key with a slash": ({"queries": {"a/b~": {"names": [1]}}}, "#/queries/a~1b~0/names/0"),
    "a year of nobody": ({"queries": {"a": {**QUERY, "birth_year": 1}}}, "#/queries/a/birth_year"),
    "no year": ({"queries": {"a": {**QUERY, "birth_year": True}}}, "#/queries/a/birth_year"),
    "a day that is none": ({"queries": {"a": {**QUERY, "born": "2025-02-30"}}}, "#/queries/a/born"),
    "two births": (
        {"queries": {"a": {**QUERY, "born": "1985", "birth_year": 1985}}},
        "#/queries/a/birth_year",
    ),
    "a limit of none": ({"queries": {"a": QUERY}, "limit": 0}, "#/limit"),
    "a language of nobody": ({"queries": {"a": QUERY}, "language": "xx"}, "#/language"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_pointed_at(case):
    body, pointer = WRONG[case]
    answer = post(body)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 415),
        (b"{", "application/json", 400),
        (b'{"queries": NaN}', "application/json", 400),
        (b'{"queries": {"a": {"names": ["\\ud800"]}}}', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b'{"a":' * 16_000 + b"1" + b"}" * 16_000, "application/json", 400),
        (b'"' + b"a" * 100_000 + b'"', "application/json", 413),
        (b"queries=1", "application/x-www-form-urlencoded", 415),
        (b"{}", "text/plain", 415),
    ],
)
def test_B3_a_hostile_body_is_refused_at_once(body, kind, status):  # noqa: N802
    assert post(body, kind).status_code == status


def test_B3_the_largest_question_is_answered():  # noqa: N802
    shown("Выдуманка Сінтэтычная")
    names = ["Выдуманка " * 3 + str(n) for n in range(100)]
    queries = {str(n): {"names": [name]} for n, name in enumerate(names)}
    assert post({"queries": queries}).status_code == 200


def count_statements(questions: int) -> int:
    queries = {str(n): {"names": ["Выдуманка Сінтэтычная"]} for n in range(questions)}
    with CaptureQueriesContext(connections["public"]) as asked:
        assert post({"queries": queries}).status_code == 200
    return len(asked)


def test_questions_cost_the_same_statements_until_they_fill_one():
    """No statement grows with the batch: PostgreSQL would end it, and the batch is permitted."""
    shown("Выдуманка Сінтэтычная")
    assert 3 < count_statements(1) == count_statements(20) < 10
    assert count_statements(100) == count_statements(1) + 4


def test_B3_a_batch_that_takes_too_long_is_told_to_come_again(monkeypatch):  # noqa: N802
    monkeypatch.setattr(
        "people.persons.api.match.find_candidates", mock.Mock(side_effect=OperationalError)
    )
    answer = post({"queries": {"a": QUERY}})
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer["Retry-After"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["queries", "names", "born", "held", "limit", "a"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


class Any_body(TestCase):  # noqa: N801
    @settings(max_examples=150, derandomize=True, database=None)
    @given(body=JSON, inside=st.booleans())
    def test_breaks_nothing(self, body, inside):
        sent = {"queries": {"a": {"names": body}}} if inside else body
        assert post(sent).status_code in (200, 400)
