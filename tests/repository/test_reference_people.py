"""The reference data about people, places, help and answers: readable, sourced, nobody extra."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

REFERENCE = Path(__file__).parents[2] / "tracker" / "reference" / "data"
OURS = ("destinations", "facilities", "articles", "people", "programmes", "answers")
NAMED = {
    "babaryka-v",
    "bialiatski",
    "kalesnikava",
    "poczobut",
    "statkevich",
    "stefanovic",
    "tsikhanouski",
}
MONTHS = (
    "January February March April May June July August September October November December"
    " студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада"
    " снежня января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
DATE = re.compile(rf"(\b\d{{1,2}}\s+)?\b({'|'.join(MONTHS)})\s+20\d\d\b|\b20[0-3]\d\b(?=\D)")
TOKEN = re.compile(r"\{([a-z][a-z0-9_]*)\}")
RUSSIAN_ONLY = re.compile("[ищъ]", re.IGNORECASE)
BELARUSIAN_ONLY = re.compile("[іў]", re.IGNORECASE)


def read(name: str) -> dict[str, Any]:
    return yaml.safe_load((REFERENCE / f"{name}.yaml").read_text())


def claims() -> set[str]:
    return {
        key
        for path in sorted((REFERENCE / "claims").glob("*.yaml"))
        for key in yaml.safe_load(path.read_text()) or {}
    }


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within, the value itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from walk(inner)


def texts(value: Any) -> list[dict[str, str]]:
    """The translated texts within: mappings of languages."""
    return [each for each in walk(value) if "en" in each]


def typed_figures(body: str) -> list[str]:
    """Digits that are neither in a date nor in a token."""
    return re.findall(r"\d+", TOKEN.sub("", DATE.sub("", body)))


def wrong_letters(text: dict[str, str]) -> list[str]:
    return RUSSIAN_ONLY.findall(text["be"]) + BELARUSIAN_ONLY.findall(text["ru"])


ANSWERS = read("answers")


def test_only_those_the_record_lets_us_name_are_people():
    assert set(read("people")) == NAMED


def test_a_named_person_has_a_public_role_with_a_source():
    for key, person in read("people").items():
        assert person["visibility"] == "named", key
        assert person["public_roles"], key
        assert all(role["citations"] for role in person["public_roles"]), key


def test_one_name_is_preferred_per_language():
    for key, person in read("people").items():
        preferred = [name["language"] for name in person["names"] if name.get("is_preferred")]
        assert {"be", "ru", "en"} <= set(preferred), key
        assert len(preferred) == len(set(preferred)), key


def test_every_text_stands_in_three_languages():
    found = [(name, text) for name in OURS for text in texts(read(name))]
    assert {name for name, _ in found} == set(OURS)
    written = [(name, text, {k for k, v in text.items() if v}) for name, text in found]
    assert [(name, text) for name, text, have in written if not {"be", "ru", "en"} <= have] == []


def test_no_text_has_letters_of_the_other_language():
    assert [text for name in OURS for text in texts(read(name)) if wrong_letters(text)] == []


def test_a_foreign_letter_would_be_seen():
    assert wrong_letters({"be": "Вязни", "ru": "Узники"})
    assert wrong_letters({"be": "Вязні", "ru": "Узнікі"})


def test_there_are_twelve_answers_in_order():
    assert [answer["number"] for answer in ANSWERS.values()] == list(range(1, 13))


def test_no_answer_types_a_figure():
    bodies = {
        (key, language): body
        for key, answer in ANSWERS.items()
        for language, body in answer["body"].items()
    }
    assert [place for place, body in bodies.items() if typed_figures(body)] == []


@pytest.mark.parametrize("body", ["123 people", "On 13 December 2025 there were 8", "1,104", "89"])
def test_a_typed_figure_would_be_seen(body):
    assert typed_figures(body)


def test_the_same_tokens_stand_in_every_language_and_are_bound():
    for key, answer in ANSWERS.items():
        bound = set(answer.get("figures", {}))
        assert all(set(TOKEN.findall(body)) == bound for body in answer["body"].values()), key


def test_a_figure_is_a_claim_of_the_record():
    used = {claim for answer in ANSWERS.values() for claim in answer.get("figures", {}).values()}
    assert used
    assert used - claims() == set()


def test_an_answer_names_its_sources():
    assert [key for key, answer in ANSWERS.items() if not answer["citations"]] == []


def test_every_key_that_is_used_is_there():
    known = {
        "source": set(read("sources")),
        "wave": set(read("waves")),
        "organisation": set(read("organisations")),
        "invited_by": set(read("organisations")),
        "origin": set(read("destinations")),
        "destination": set(read("destinations")),
    }
    rows = [row for name in ("people", "programmes", "answers") for row in walk(read(name))]
    used = [(field, row[field]) for row in rows for field in known if field in row]
    assert [(field, key) for field, key in used if key not in known[field]] == []


def test_a_place_lies_within_a_place_that_is_there():
    places = read("destinations")
    assert {place["within"] for place in places.values() if "within" in place} <= set(places)
