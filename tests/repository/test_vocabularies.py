"""The closed vocabularies: codes that stay put, rules for every measure, labels in be and ru."""

import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from django.apps import apps
from django.db.models import TextChoices
from django.utils.functional import Promise

from people.persons.enums import Script
from releases.enums import (
    COUNTRY_DIMENSIONS,
    MEASURES,
    PLACE_DIMENSIONS,
    SCOPE_VALUES,
    SCOPE_VOCABULARIES,
    Measure,
    ScopeDimension,
)
from tests.repository.messages import LANGUAGES, catalogue
from tracker.catalogues import read_labels

ROOMS = ("publishing", "sources", "people", "support", "releases")
ROOT = Path(__file__).parents[2]
KEYWORDS = {"_": None, "pgettext_lazy": ((1, "c"), 2)}
FOREIGN_LETTERS = {"be": re.compile("[ищъИЩЪ]"), "ru": re.compile("[іўІЎ]")}
VOWELS = "аеёіоуыэюяАЕЁІОУЫЭЮЯ"
SHORT_U_MISSING = re.compile(f"[{VOWELS}] у")
SHORT_U_MISPLACED = re.compile("[бвгджзйклмнпрстўфхцчшь] ў")


def walk() -> Iterator[type[TextChoices]]:
    for room in ROOMS:
        for path in enums_of(room):
            module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            for _name, member in getmembers(module, isclass):
                if issubclass(member, TextChoices) and member is not TextChoices:
                    yield member


def enums_of(room: str) -> list[Path]:
    """The modules of vocabularies of a room and of its sub-packages."""
    return sorted(p for p in ROOT.glob(f"{room}/**/enums*") if p.suffix != ".pyc")


VOCABULARIES = tuple(walk())


def messages() -> set[tuple[str | None, str]]:
    """Every (context, English text) that the vocabularies' files hand to gettext."""
    files = [path for room in ROOMS for path in enums_of(room)]
    modules = [m for p in files for m in ([p] if p.is_file() else sorted(p.glob("*.py")))]
    return {
        (context, text)
        for module in modules
        for _line, text, _comments, context in extract_from_file(
            "python", str(module), keywords=KEYWORDS
        )
    }


def texts(language: str) -> list[str]:
    """Every translation of a catalogue, each plural form apart."""
    strings = [message.string for message in catalogue(language) if message.id]
    return [t for s in strings for t in (s if isinstance(s, tuple | list) else (s,))]


def untranslated(wanted: set[tuple[str | None, str]], language: str) -> list:
    found = catalogue(language)
    return [key for key in wanted if not (m := found.get(key[1], key[0])) or not m.string]


def test_every_label_is_handed_to_gettext() -> None:
    members = [member for vocabulary in VOCABULARIES for member in vocabulary]
    assert [str(each) for each in members if not isinstance(each.label, Promise)] == []


def test_every_label_stands_in_the_table_of_labels() -> None:
    assert messages() - {(label.context, label.english) for label in read_labels()} == set()


def test_what_else_stands_in_the_table_of_labels_is_the_name_of_a_field() -> None:
    others = {(label.context, label.english) for label in read_labels()} - messages()
    fields = {(None, str(f.verbose_name)) for m in apps.get_models() for f in m._meta.fields}
    assert others - fields == set()


def test_the_walk_over_the_vocabularies_sees_all_rooms() -> None:
    assert {v.__module__.split(".")[0] for v in VOCABULARIES} == set(ROOMS)
    assert ("measure", "Released") in messages()


def test_codes_are_short_and_in_snake_case() -> None:
    assert {code for vocabulary in VOCABULARIES for code in ill_formed(vocabulary)} == set()


def test_a_code_in_another_case_is_seen() -> None:
    assert ill_formed(TextChoices("Wrong", {"A": "camelCase", "B": "x" * 61})) != []


def ill_formed(vocabulary: type[TextChoices]) -> list[str]:
    pattern = "[A-Z][a-z]{3}" if vocabulary is Script else "[a-z][a-z0-9_]{1,59}"
    return [code for code in vocabulary.values if not re.fullmatch(pattern, code)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_translated(language: str) -> None:
    assert untranslated(messages(), language) == []


def test_a_label_without_translation_is_seen() -> None:
    assert untranslated({("measure", "Abducted by aliens")}, "be")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_fuzzy(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_has_a_letter_of_the_other_language(language: str) -> None:
    assert [text for text in texts(language) if FOREIGN_LETTERS[language].search(text)] == []


def test_a_letter_of_the_other_language_is_seen() -> None:
    assert FOREIGN_LETTERS["be"].search("Жилло")
    assert FOREIGN_LETTERS["ru"].search("Жіллё")


def test_belarusian_writes_short_u_after_vowels_only() -> None:
    wrong = [t for t in texts("be") if SHORT_U_MISSING.search(t) or SHORT_U_MISPLACED.search(t)]
    assert wrong == []


def test_a_wrong_short_u_is_seen() -> None:
    assert SHORT_U_MISSING.search("Памылка у даце")
    assert SHORT_U_MISPLACED.search("Допіс ў сетцы")


def test_every_measure_has_a_rule() -> None:
    assert set(MEASURES) == set(Measure)


def test_every_rule_allows_a_unit_and_a_dimension() -> None:
    assert [each for each, rule in MEASURES.items() if not (rule.units and rule.dimensions)] == []


def test_every_dimension_has_its_kind_of_value() -> None:
    assert set(SCOPE_VALUES) | PLACE_DIMENSIONS | COUNTRY_DIMENSIONS == set(ScopeDimension)
    assert not set(SCOPE_VALUES) & PLACE_DIMENSIONS


def test_two_vocabularies_of_one_dimension_share_no_code() -> None:
    for parts in SCOPE_VOCABULARIES.values():
        codes = [code for part in parts for code in part.values]
        assert len(codes) == len(set(codes))
