"""Text in seven languages, and which of them a reader gets."""

import pytest
from django.db import models
from django.db.migrations.state import ModelState
from django.test.utils import isolate_apps
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages import LANGUAGES, Text, Translated, in_language, text_from_json


@pytest.fixture
def place():
    with isolate_apps():

        class Named(models.Model):
            name = Translated(models.CharField(max_length=50))
            about = Translated(models.TextField("short description", help_text="Public."))

            class Meta:
                app_label = "publishing"
                abstract = True

        class Place(Named):
            class Meta:
                app_label = "publishing"

            def __str__(self) -> str:
                return self.name

        yield Place


def test_each_language_has_its_column(place):
    names = [field.name for field in place._meta.local_fields if field.name.startswith("name")]
    assert names == [f"name_{language}" for language in LANGUAGES]


def test_a_migration_holds_the_seven_columns_and_nothing_else(place):
    fields = ModelState.from_model(place).fields
    assert set(fields) == {"id"} | {f"{n}_{x}" for n in ("name", "about") for x in LANGUAGES}
    assert fields["name_be"].deconstruct()[1] == "django.db.models.CharField"


def test_a_column_is_blank_and_says_its_language(place):
    column = place._meta.get_field("about_be")
    assert (column.blank, column.default, column.help_text) == (True, "", "Public.")
    assert str(column.verbose_name) == "short description (be)"
    assert str(place._meta.get_field("name_lt").verbose_name) == "name (lt)"


def test_a_name_is_read_in_the_active_language(place):
    vilnius = place(name_be="Вільня", name_en="Vilnius")
    with translation.override("be"):
        assert vilnius.name == "Вільня"


def test_a_fallback_says_which_language_it_is_in(place):
    assert in_language(place(name_en="Vilnius"), "name", "be") == Text("Vilnius", "en")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name_de": "Wilna", "name_be": "Вільня", "name_en": "Vilnius"}, Text("Wilna", "de")),
        ({"name_ru": "Вильнюс", "name_be": "Вільня", "name_en": "Vilnius"}, Text("Vilnius", "en")),
        ({"name_ru": "Вильнюс", "name_be": "Вільня", "name_en": ""}, Text("Вільня", "be")),
        ({"name_lt": "Vilnius"}, Text("Vilnius", "lt")),
        ({"name_be": "", "name_en": None}, Text("", "")),
    ],
)
def test_the_next_best_language_is_english_belarusian_russian_then_any(row, expected):
    assert in_language(row, "name", "de") == expected


@given(st.dictionaries(st.sampled_from(LANGUAGES), st.text(max_size=3)), st.sampled_from(LANGUAGES))
def test_a_text_is_found_wherever_there_is_one(texts, language):
    row = {f"name_{code}": text for code, text in texts.items()}
    found = in_language(row, "name", language)
    assert found.text == texts.get(found.language, "")
    assert bool(found.text) == any(texts.values())


def test_the_name_itself_cannot_be_written(place):
    with pytest.raises(AttributeError, match="set name_be"):
        place().name = "Vilnius"
    with pytest.raises(TypeError, match="name"):
        place(name="Vilnius")


def test_a_text_that_came_as_json_has_the_same_next_best_language():
    assert text_from_json({"en": "Vilnius", "be": "Вільня"}, "be") == Text("Вільня", "be")
    assert text_from_json({"en": "Vilnius"}, "be") == Text("Vilnius", "en")
    assert text_from_json(None, "be") == Text("", "")
