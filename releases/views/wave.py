"""One wave: what is claimed, who says what, who is shown, where people went."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from people.persons.presenters import present_name
from people.persons.projections import PublishedPerson
from publishing.dates import date_from_json
from publishing.labels import code_label, country_name
from publishing.languages import in_language, text_from_json
from releases import evidence
from releases.enums import Agreement, EventKind, PartyRole, StageKind
from releases.ledger import compute_ledger
from releases.presenters import journeys
from releases.presenters.event_links import phrase_link
from releases.presenters.held_counts import load_held_counts
from releases.presenters.ledger import present_questions
from releases.presenters.names import load_names_of_wave
from releases.presenters.routes import draw_route, word_route
from releases.presenters.side_counts import present_counts
from releases.presenters.sums import present_sums
from releases.projections import (
    PublishedEvent,
    PublishedMember,
    PublishedStatement,
    PublishedWave,
)
from releases.views.decorators import with_wave
from sources.presenters import name_speaker, present_sources, present_speaker


@with_wave
def wave_page(request: HttpRequest, language: str, wave: PublishedWave) -> HttpResponse:
    known = evidence.gather_for_wave(wave.id)
    ledger = compute_ledger(known)
    said = load_names_of_wave(wave, ledger, language)
    route = draw_route(ledger, known, said)
    sums, asked = present_sums(ledger, said), present_questions(ledger, said)
    context = {
        "crumbs": [(reverse("timeline", args=[language]), _("Timeline"))],
        "wave": _present_wave(wave, language),
        "counts": present_counts(ledger, wave.sides, said),
        "route": route,
        "way": [] if route else word_route(wave, ledger, known, said),
        "questions": [each for each in asked if each.has_number],
        "without_number": [each for each in asked if each.answers and not each.has_number],
        "sums": [each for each in sums if each["agreement"] != Agreement.AGREE],
        "other_sums": [each for each in sums if each["agreement"] == Agreement.AGREE],
        "held": load_held_counts(language, wave.country).figures_near(
            wave.began_on, wave.ended_on or wave.began_on
        ),
        "people": _load_people(wave.id, language),
        "events": _load_events(wave.id, language),
        "statements": _load_statements(wave.id, language),
    }
    return render(request, "waves/wave.html", context)


@with_wave
def wave_ledger_page(request: HttpRequest, language: str, wave: PublishedWave) -> HttpResponse:
    """Every single figure about a wave, with its times and what became of it."""
    ledger = compute_ledger(evidence.gather_for_wave(wave.id))
    title = in_language(wave, "title", language)
    context = {
        "crumbs": [
            (reverse("timeline", args=[language]), _("Timeline")),
            (reverse("wave", args=[language, wave.slug]), title.text),
        ],
        "title": title,
        "slug": wave.slug,
        "questions": present_questions(ledger, load_names_of_wave(wave, ledger, language)),
    }
    return render(request, "waves/ledger.html", context)


def _present_wave(wave: PublishedWave, language: str) -> dict[str, Any]:
    """Every public column of the wave; what a page words, dates or cites is presented."""
    return {
        **wave.as_dict(),
        "title": in_language(wave, "title", language),
        "summary": in_language(wave, "summary", language),
        "grouping_reason": in_language(wave, "grouping_reason", language),
        "decided_on": date_from_json(wave.decided_on),
        "released_on": date_from_json(wave.released_on),
        "crossed_on": date_from_json(wave.crossed_on),
        "sides": [
            {
                "releasing": [country_name(code, language) for code in side["releasing"]],
                "receiving": [country_name(code, language) for code in side["receiving"]],
            }
            for side in wave.sides
        ],
        "parties": [_present_party(each, language) for each in wave.parties],
        "sources": present_sources(wave.sources, language, wave.unsourced_since),
    }


def _present_party(party: dict[str, Any], language: str) -> dict[str, Any]:
    by = party["representative"]
    return {
        "role": code_label(PartyRole, party["role"]),
        "name": text_from_json(party["organisation"]["name"], language),
        "representative": present_speaker(by, language) if by else None,
        "side": party["side"],
        "sources": present_sources(party["sources"], language, party["unsourced_since"]),
    }


def _load_people(wave: UUID, language: str) -> list[dict[str, Any]]:
    members = list(PublishedMember.objects.filter(wave_id=wave).values())
    ids = [member["person_id"] for member in members]
    called = {each.id: each for each in PublishedPerson.objects.filter(id__in=ids)}
    shown = [
        {
            "id": member["person_id"],
            "name": present_name(called[member["person_id"]], language),
            "is_pseudonym": member["shown_as"] == "pseudonym",
            **journeys.present_member(member, {}, language),
        }
        for member in members
        if member["person_id"] in called
    ]
    return sorted(shown, key=lambda each: each["name"].text.casefold())


def _load_events(wave: UUID, language: str) -> list[dict[str, Any]]:
    found = PublishedEvent.objects.filter(wave_ids__contains=[wave])
    return [_present_event(each, wave, language) for each in found.order_by("began_on", "id")]


def _present_event(event: PublishedEvent, wave: UUID, language: str) -> dict[str, Any]:
    return {
        "kind": code_label(EventKind, event.kind),
        "title": in_language(event, "title", language),
        "summary": in_language(event, "summary", language),
        "speaker": present_speaker(event.speaker, language) if event.speaker else None,
        "excerpt": event.excerpt,
        "excerpt_language": event.excerpt_language,
        "is_excerpt_translated": event.is_excerpt_translated,
        "stages": [_present_stage(each, language) for each in event.stages],
        "links": [
            _present_link(each, event.kind, language)
            for each in event.links
            if each["wave"] == str(wave)
        ],
        "sources": present_sources(event.sources, language, event.unsourced_since),
    }


def _present_stage(stage: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "kind": code_label(StageKind, stage["kind"]),
        "on": date_from_json(stage["on"]),
        "speaker": present_speaker(stage["speaker"], language) if stage["speaker"] else None,
        "note": text_from_json(stage["note"], language),
        "sources": present_sources(stage["sources"], language, stage["unsourced_since"]),
    }


def _present_link(link: dict[str, Any], kind: str, language: str) -> dict[str, Any]:
    return {
        "sentence": phrase_link(link, kind, name_speaker(link["speaker"], language)),
        "sources": present_sources(link["sources"], language, link["unsourced_since"]),
    }


def _load_statements(wave: UUID, language: str) -> list[dict[str, Any]]:
    found = PublishedStatement.objects.filter(wave_id=wave)
    return [
        journeys.present_statement(each, language) for each in found.order_by("said_sort", "id")
    ]
