"""Translation catalogues: `python -m tracker.catalogues` compiles the .mo files (gettext).

A catalogue holds the texts of its own .po file and the labels of vocabularies. Labels stand in one
table for all languages, `locale/labels.yaml`: a new code needs one line for each language there.
What scripts say is a catalogue of its own, `djangojs`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "locale"
LABELS = LOCALE / "labels.yaml"


class Label(NamedTuple):
    """What gettext is asked for, and the translation in each language."""

    context: str | None
    english: str
    translations: dict[str, str]


def find_languages() -> list[str]:
    return sorted(path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def read_catalogue(language: str) -> Catalog:
    """All texts of the language. Raises ValueError where a label stands in its .po file too."""
    catalogue = read_texts(language, "django")
    for label in read_labels():
        if catalogue.get(label.english, label.context):
            raise ValueError(
                f"{label.english!r} stands in {LABELS.name} and in {language}/django.po"
            )
        catalogue.add(label.english, label.translations.get(language, ""), context=label.context)
    return catalogue


def read_texts(language: str, domain: str) -> Catalog:
    with find_file(language, domain, "po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def read_labels() -> Iterator[Label]:
    """Raises ValueError for a key that YAML takes for something other than a text: `No`."""
    for context, labels in yaml.safe_load(LABELS.read_text()).items():
        for english, translations in labels.items():
            if not all(isinstance(text, str) for text in (english, *translations.values())):
                raise ValueError(f"{LABELS.name}: {english!r} and its translations need quotes.")
            yield Label(context or None, english, translations)


def compile_catalogue(language: str) -> None:
    found = {"django": read_catalogue(language), "djangojs": read_texts(language, "djangojs")}
    for domain, catalogue in found.items():
        with find_file(language, domain, "mo").open("wb") as file:
            write_mo(file, catalogue)


def find_file(language: str, domain: str, suffix: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.{suffix}"


if __name__ == "__main__":
    for language in sys.argv[1:] or find_languages():
        compile_catalogue(language)
