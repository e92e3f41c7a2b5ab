"""How a published person is called on a page."""

from collections.abc import Sequence
from typing import Any

from publishing.languages import FALLBACKS, Text


def name(person: Any, language: str) -> Text:
    """The name for a page in `language`: preferred in it, else in the next best, else any.

    `person` has `name` and `names` of the published view, which puts preferred forms first. The
    language is empty where the record does not say in which the form is.
    """
    for wanted in dict.fromkeys((language, *FALLBACKS)):
        if found := _preferred(person.names, wanted):
            return Text(found, wanted)
    return Text(person.name, "")


def _preferred(names: Sequence[dict[str, Any]], language: str) -> str:
    forms = (each for each in names if each["language"] == language and each["is_preferred"])
    return next((each["text"] for each in forms), "")
