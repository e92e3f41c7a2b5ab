"""Who helps released people, with what, and how. Never who was helped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publishing.labels import code_label, country_name, language_name
from publishing.languages import in_language, text_from_json
from publishing.public_reads import keep_answer, public_snapshot
from sources.presenters import present_sources
from support.enums import KindOfHelp
from support.projections import PublishedProgramme


@keep_answer
@public_snapshot()
def help_(request: HttpRequest, language: str) -> HttpResponse:
    found = PublishedProgramme.objects.order_by("code")
    programmes = [_programme(each, language) for each in found]
    context = {"programmes": programmes, "kinds": _by_kind(programmes)}
    return render(request, "help/help.html", context)


def _by_kind(programmes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each kind of help that somebody offers, with who does."""
    kinds = [
        {
            "label": kind.label,
            "programmes": [each for each in programmes if kind in each["kinds"]],
        }
        for kind in KindOfHelp
    ]
    return [kind for kind in kinds if kind["programmes"]]


def _programme(programme: PublishedProgramme, language: str) -> dict[str, Any]:
    organisation = programme.organisation or {}
    return {
        "code": programme.code,
        "name": in_language(programme, "name", language),
        "about": in_language(programme, "about", language),
        "organisation": text_from_json(organisation.get("name"), language),
        "website": organisation.get("website", ""),
        "is_risky": bool(organisation.get("risky_in")),
        "kinds": programme.kinds_of_help,
        "kind_labels": [code_label(KindOfHelp, code) for code in programme.kinds_of_help],
        "countries": [country_name(code, language) for code in programme.countries],
        "languages": [language_name(code, language) for code in _codes(programme.languages)],
        "contact": programme.public_contact,
        "donation_address": programme.donation_address,
        "funders": [text_from_json(each["name"], language) for each in programme.funders],
        "sources": present_sources(programme.sources, language, programme.unsourced_since),
    }


def _codes(languages: str) -> list[str]:
    return languages.replace(",", " ").split()
