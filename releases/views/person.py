"""One person who is shown, with what each fact stands on."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from people.persons import presenters as people
from people.persons.enums import Category
from people.persons.projections import GonePerson, PublishedPerson
from publishing.labels import code_label
from publishing.languages import in_language
from publishing.public_reads import keep_answer, public_snapshot
from publishing.tombstones import MergedRedirect, render_tombstone
from releases.presenters import journeys
from releases.projections import (
    PublishedLeg,
    PublishedMember,
    PublishedRelease,
    PublishedStatement,
)
from releases.situation import compute_situation
from sources.presenters import present_sources


@keep_answer
@public_snapshot()
def person_page(request: HttpRequest, language: str, key: UUID) -> HttpResponse:
    found = PublishedPerson.objects.filter(id=key).first()
    if found is None:
        return _answer_gone(request, language, key)
    context = {**_present_person(found, language), **_present_events(found, language)}
    return render(request, "people/person.html", context)


def _answer_gone(request: HttpRequest, language: str, key: UUID) -> HttpResponse:
    once = GonePerson.objects.filter(id=key).first()
    if once is None:
        raise Http404
    if once.merged_into_id:
        return MergedRedirect(reverse("person", args=[language, once.merged_into_id]))
    return render_tombstone(request, once.reason)


def _present_person(found: PublishedPerson, language: str) -> dict[str, Any]:
    return {
        "person": found,
        "name": people.present_name(found, language),
        "summary": in_language(found, "summary", language),
        "names": [people.present_name_form(each, language) for each in found.names],
        "roles": [people.present_role(each, language) for each in found.public_roles],
        "categories": [code_label(Category, code) for code in found.categories],
        "citizenships": [people.present_citizenship(each, language) for each in found.citizenships],
        "custodies": [people.present_custody(each, language) for each in found.custodies],
        "recognitions": [people.present_recognition(each, language) for each in found.recognitions],
        "sources": present_sources(found.sources, language, found.unsourced_since),
    }


def _present_events(found: PublishedPerson, language: str) -> dict[str, Any]:
    of_person = {"person_id": found.id}
    members = list(PublishedMember.objects.filter(**of_person).values())
    releases = list(PublishedRelease.objects.filter(**of_person).order_by("released_sort").values())
    legs = list(PublishedLeg.objects.filter(**of_person).order_by("number").values())
    waves = journeys.load_wave_links([*members, *releases, *legs], language)
    now = compute_situation(found, releases, legs)
    return {
        "situation": now,
        "place": journeys.present_place(now.place, language),
        "members": [journeys.present_member(each, waves, language) for each in members],
        "releases": [journeys.present_release(each, waves, language) for each in releases],
        "legs": [journeys.present_leg(each, waves, language) for each in legs],
        "statements": _load_statements(found.id, releases, legs, language),
    }


def _load_statements(
    key: UUID,
    releases: Iterable[Mapping[str, Any]],
    legs: Iterable[Mapping[str, Any]],
    language: str,
) -> list[dict[str, Any]]:
    """What is said of the person, of their releases and of their journey, oldest first."""
    about = Q(person_id=key)
    about |= Q(release_id__in=[row["id"] for row in releases])
    about |= Q(leg_id__in=[row["id"] for row in legs])
    found = PublishedStatement.objects.filter(about).order_by("said_sort", "id")
    return [journeys.present_statement(each, language) for each in found]
