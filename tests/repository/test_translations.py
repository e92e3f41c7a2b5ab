"""Whatever a reader or an editor meets is in Belarusian and in Russian."""

import re
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.catalog import Message as CatalogEntry
from django.template import engines
from django.utils.translation import gettext, override

from tests.repository.messages import (
    DJANGO,
    LANGUAGES,
    ROOT,
    Message,
    catalogue,
    messages,
    of_django,
    of_template,
)
from tracker.catalogues import read_texts

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else string


def entries(language: str, *, replacing: bool) -> list[CatalogEntry]:
    """Our own entries, or those that replace an entry of Django's."""
    return [
        each
        for each in catalogue(language)
        if each.id and replacing == any(file.startswith(DJANGO) for file, _ in each.locations)
    ]


def untranslated(wanted: frozenset[Message], language: str) -> list[Message]:
    found = catalogue(language)
    return [
        (context, text)
        for context, text in wanted
        if not (message := found.get(forms(text)[0], context))
        or message.fuzzy
        or not all(forms(message.string))
        or forms(message.id) != forms(text)
    ]


def torn(language: str) -> list[str]:
    """Translations that lost a placeholder, or have one too many."""
    return [
        translation
        for message in catalogue(language)
        if message.id
        for translation in forms(message.string)
        if sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
        != sorted(PLACEHOLDER.findall(translation))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_code_and_templates_is_translated(language: str) -> None:
    assert untranslated(messages(), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_translation_is_seen(language: str) -> None:
    page = engines["django"].from_string("{% load i18n %}{% translate 'Nobody wrote this' %}")
    (new,) = of_template(page.template)
    assert untranslated(messages() | {new}, language) == [(None, "Nobody wrote this")]


def test_texts_are_found_in_code_in_templates_and_in_the_staff_door() -> None:
    wanted: set[Message] = {
        ("measure", "Released"),
        (None, "Leave this page"),
        (None, "Send to review"),
        (None, ("%(number)s source", "%(number)s sources")),
    }
    assert wanted <= messages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_placeholder(language: str) -> None:
    assert torn(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_form_for_each_number(language: str) -> None:
    plurals = [each for each in catalogue(language) if each.pluralizable]
    assert plurals
    assert all(len(each.string) == catalogue(language).num_plurals for each in plurals)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_of_a_text_that_nobody_says(language: str) -> None:
    said = {(context, forms(text)[0]) for context, text in messages()}
    kept = {(each.context, forms(each.id)[0]) for each in entries(language, replacing=False)}
    assert kept - said == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_django_is_replaced_only_by_another_one(language: str) -> None:
    theirs = of_django(language)
    replaced = entries(language, replacing=True)
    assert [each.id for each in replaced if (each.context, each.id) not in theirs] == []
    assert [each.id for each in replaced if theirs[each.context, each.id] == {each.string}] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_scripts_of_the_passkeys_say_is_translated(language: str) -> None:
    said, translated = scripts_of_passkeys(), read_texts(language, "djangojs")
    assert "Verifying..." in said
    assert {each.id for each in translated if each.id} == said
    assert all(each.string for each in translated)


def scripts_of_passkeys() -> set[str]:
    static = Path(find_spec("django_otp_webauthn").origin).parent / "static"
    scripts = [each.read_text() for each in static.rglob("*.js")]
    return {text for script in scripts for text in re.findall(r'gettext\("([^"]+)"\)', script)}


def test_the_staff_door_speaks_belarusian_in_the_official_orthography() -> None:
    with override("be"):
        assert (gettext("Log in"), gettext("Today")) == ("Увайсці", "Сёння")


def said_twice(text: str) -> list[tuple[str, str]]:
    """The entries of a catalogue of which the last one would win."""
    found = re.findall(r'^(?:msgctxt (".*")\n)?msgid (""\n(?:".*"\n)+|".+"\n)', text, re.MULTILINE)
    return [entry for entry, times in Counter(found).items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_twice_in_a_catalogue(language):
    text = (ROOT / f"locale/{language}/LC_MESSAGES/django.po").read_text()
    assert said_twice(text) == []
    assert said_twice(text + text)


@pytest.mark.parametrize("language", ["be", "ru"])
def test_a_translation_ends_in_a_colon_only_where_the_english_does(language: str) -> None:
    """LG2, public.md part two C: "паводле::"; a day, in the nominative, follows a label."""
    doubled = [
        each.id
        for each in catalogue(language)
        if each.id
        and forms(each.string)[0].endswith(":")
        and not forms(each.id)[0].endswith(":")
        and each.context != "day"
        and each.id != "Answered on"
    ]
    assert doubled == []


@pytest.mark.parametrize("language", ["be", "ru"])
def test_no_label_is_glued_to_a_place_or_a_speaker(language: str) -> None:
    """LG2, public.md part two C: "Дастаўлена, куды: Літва", "Паводле: Офіс"."""
    glued = re.compile(
        r", (?:куды|адкуль|дзе|куда|откуда|где): %|(?:паводле|по данным): %|менш на %|меньше на %",
        re.IGNORECASE,
    )
    assert [each.id for each in catalogue(language) if glued.search(forms(each.string)[0])] == []


@pytest.mark.parametrize("language", ["be", "ru"])
def test_people_are_not_delivered_and_no_label_counts_in_digits(language: str) -> None:
    """U13, public.md part two C: "Доставлено", "Цифра не заявлена"."""
    stiff = re.compile(
        r"дастаўлен|доставлен|даставілі|доставили|^(?:лічба|цифра) не", re.IGNORECASE
    )
    assert [each.id for each in catalogue(language) if stiff.search(forms(each.string)[0])] == []
