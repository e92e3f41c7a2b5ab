"""Presenters of published people and of what is known of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from people.persons.enums import (
    CitizenshipEnd,
    CustodyEnding,
    CustodyGround,
    EndWithoutFreedom,
    NameKind,
    PlacementKind,
    Script,
)
from publishing.dates import date_from_json as day
from publishing.labels import code_label, country_name, language_name
from publishing.languages import FALLBACKS, Text, text_from_json
from sources.presenters import present_sources

CYRILLIC = ("be", "ru", "uk")


def present_name(person: Any, language: str) -> Text:
    """The name for a page in `language`: preferred in it, else in the next best, else any.

    `person` has `name` and `names` of the published view, which puts preferred forms first. The
    language is empty where the record does not say in which the form is.
    """
    for wanted in dict.fromkeys((language, *FALLBACKS)):
        if found := _find_preferred(person.names, wanted):
            return Text(found, wanted)
    return Text(person.name, "")


def _find_preferred(names: Sequence[Mapping[str, Any]], language: str) -> str:
    forms = (each for each in names if each["language"] == language and each["is_preferred"])
    return next((each["text"] for each in forms), "")


def present_name_form(form: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "text": form["text"],
        "language_tag": _language_tag(form["language"], form["script"]),
        "language_name": language_name(form["language"], language),
        "script": code_label(Script, form["script"]),
        "kind": code_label(NameKind, form["kind"]),
        "scheme": form["scheme"],
    }


def _language_tag(language: str, script: str) -> str:
    """BCP 47: a script that a language is not usually written in is said, “be-Latn”."""
    is_usual = (script == Script.CYRILLIC) == (language in CYRILLIC)
    return language if is_usual or not language else f"{language}-{script}"


def present_role(of_person: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The public role that is the basis of naming somebody."""
    return {
        "title": text_from_json(of_person["title"], language),
        "since": day(of_person["since"]),
        "until": day(of_person["until"]),
        "sources": present_sources(of_person["sources"], language, of_person["unsourced_since"]),
    }


def present_citizenship(held: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "country": country_name(held["country"], language),
        "gained": day(held["gained"]),
        "ended": day(held["ended"]),
        "how_ended": code_label(CitizenshipEnd, held["how_ended"]),
        "sources": present_sources(held["sources"], language, held["unsourced_since"]),
    }


def present_custody(held: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "ground": code_label(CustodyGround, held["ground"]),
        "started": day(held["started"]),
        "ended": day(held["ended"]),
        "ending": code_label(CustodyEnding, held["ending"]),
        "without_freedom": code_label(EndWithoutFreedom, held["without_freedom"]),
        "placements": [present_placement(each, language) for each in held["placements"]],
        "sources": present_sources(held["sources"], language, held["unsourced_since"]),
    }


def present_placement(held: Mapping[str, Any], language: str) -> dict[str, Any]:
    facility = held["facility"] or {}
    return {
        "kind": code_label(PlacementKind, held["kind"]),
        "facility": text_from_json(facility.get("name"), language),
        "started": day(held["started"]),
        "ended": day(held["ended"]),
    }


def present_recognition(given: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Somebody's recognition as a political prisoner, perhaps withdrawn since."""
    return {
        "organisation": text_from_json(given["organisation"]["name"], language),
        "recognised_on": day(given["recognised_on"]),
        "withdrawn_on": day(given["withdrawn_on"]),
        "sources": present_sources(given["sources"], language, given["unsourced_since"]),
    }
