import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from people.names import equivalents, transliteration
from people.names.roles import assign_roles
from people.names.words import SIGNS
from people.names.written import WrittenName

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z\u00c0-\u024f]")
_BELARUSIAN = re.compile("[іў]|шч|цц|[жшчр]э|[жшч]ы|дз[яеёю]|ц[яёю]", re.I)
_RUSSIAN = re.compile("[ищъ]", re.I)
_UKRAINIAN, _LACINKA = re.compile("[їєґЇЄҐ]"), re.compile("[čšžŭłśćźńČŠŽŬŁŚĆŹŃ]")
_RUSSIAN_ENDINGS = re.compile("(ов|ев|ёв|ий|ый|ой|ко|ова|ева)$")
_SCRIPTS = {"Cyrl": _CYRILLIC, "Latn": _LATIN}


class Form(NamedTuple):
    """One way to write a name. `scheme` names the rule by which it was derived, "" for as given."""

    text: str
    script: str
    language: str
    scheme: str

    @property
    def is_derived(self) -> bool:
        return bool(self.scheme)


@lru_cache(maxsize=4096)
def derive_forms(name: WrittenName) -> tuple[Form, ...]:
    """The name as written first, then every form that a rule derives from it, none twice.

    Rules derive the equivalent in the other of Belarusian and Russian. They derive the standard
    romanisations of both, and the habits of the Polish, German, French and English press. A name in
    another language has one form. So has a name in Latin letters that are no łacinka.
    """
    text = name.text[:SIGNS]
    language = language_of(name)
    found = {name.text: Form(name.text, script_of(text), language, "")}
    for form in _derive_all(name._replace(text=text), language):
        found.setdefault(form.text, form)
    return tuple(found.values())


def script_of(text: str) -> str:
    """ISO 15924: Cyrl or Latn, whichever has more letters, else Zyyy."""
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=lambda each: counts[each])
    return script if counts[script] else "Zyyy"


def language_of(name: WrittenName) -> str:
    """The language that the name gives, or that its letters show; "" where they show none."""
    text = name.text[:SIGNS]
    if name.language or not _CYRILLIC.search(text):
        return name.language or ("be" if _LACINKA.search(text) and _is_lacinka(text) else "")
    if _UKRAINIAN.search(text) or (_RUSSIAN.search(text) and re.search("[іІ]", text)):
        return "uk"
    if _RUSSIAN.search(text):
        return "ru"
    is_belarusian = _BELARUSIAN.search(text) or _has_given_name_in(text, "be", other_than="ru")
    is_russian = any(map(_RUSSIAN_ENDINGS.search, text.split()))
    return "ru" if is_russian and not is_belarusian else "be"


def _has_given_name_in(text: str, language: str, *, other_than: str) -> bool:
    """Whether a given name is spelt as in one language, and not as in another."""
    words = text.split()
    return any(
        word
        == equivalents.convert_given_name(word, language)
        != equivalents.convert_given_name(word, other_than)
        for word in words
    )


def _is_lacinka(text: str) -> bool:
    """Łacinka has v, c and š, and no letters of other Latin alphabets."""
    return not re.search("[ąęóőűäöüßéèqx]", text, re.I)


def _derive_all(name: WrittenName, language: str) -> Iterator[Form]:
    is_cyrillic = script_of(name.text) == "Cyrl"
    if not is_cyrillic and language == "be":
        text = transliteration.from_lacinka(name.text)
        yield Form(text, "Cyrl", "be", "be_from_lacinka")
        name = name._replace(text=text)
    elif not is_cyrillic or language not in ("be", "ru"):
        return
    belarusian = name if language == "be" else _convert_name(name, "be")
    russian = name if language == "ru" else _convert_name(name, "ru")
    yield Form(belarusian.text, "Cyrl", "be", "be_equivalent")
    yield Form(russian.text, "Cyrl", "ru", "ru_equivalent")
    for code, scheme in transliteration.FROM_BELARUSIAN.items():
        yield Form(scheme(belarusian.text), "Latn", "be", code)
    for code, scheme in transliteration.FROM_RUSSIAN.items():
        yield Form(scheme(russian.text), "Latn", "ru", code)
    yield from _derive_press_forms(belarusian, russian)


def _derive_press_forms(belarusian: WrittenName, russian: WrittenName) -> Iterator[Form]:
    """As the press of a country writes: its own given name where that is near, and its letters."""
    for code, name, letters in (
        ("pl", belarusian, _write_in_polish),
        ("de", russian, transliteration.to_german),
        ("fr", russian, transliteration.to_french),
        ("en", russian, transliteration.to_english),
    ):
        habit = partial(_write_in_press, language=code, letters=letters)
        yield Form(_convert_words(name, habit, letters), "Latn", code, f"{code}_press")


def _write_in_press(word: str, language: str, letters: Callable[[str], str]) -> str:
    written = letters(word)
    return equivalents.find_nearest_given_name(word, written, language) or written


def _write_in_polish(word: str) -> str:
    return equivalents.convert_surname(transliteration.to_classic_lacinka(word), "pl")


def _convert_name(name: WrittenName, language: str) -> WrittenName:
    known = partial(equivalents.convert_given_name, language=language)
    text = _convert_words(name, known, partial(equivalents.convert_surname, language=language))
    return WrittenName(text, language=language)


def _convert_words(
    name: WrittenName, given: Callable[[str], str], otherwise: Callable[[str], str]
) -> str:
    """The name word by word: given names where they are known, everything else by letters."""
    all_given = set(assign_roles(name).given)

    def convert_match(match: re.Match[str]) -> str:
        known = given(match[0]) if match[0] in all_given else ""
        return known or otherwise(match[0])

    return _WORD.sub(convert_match, name.text)
