"""Where released people were taken, where they went on, and where they stayed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from people.persons import presenters as people
from people.persons.projections import PublishedPerson
from publishing.labels import code_label
from publishing.languages import in_language
from publishing.projections import Change
from publishing.public_reads import keep_answer, public_snapshot
from publishing.tombstones import render_tombstone
from releases.enums import DestinationKind, Measure, ScopeDimension
from releases.presenters import journeys
from releases.presenters.claims import present_claims
from releases.projections import PublishedClaim, PublishedDestination, PublishedLeg

#: What of people who come to a place is told there, in this order.
TOLD = (
    Measure.TAKEN_TO,
    Measure.CROSSED,
    Measure.MOVED_ON,
    Measure.STAYED_IN,
    Measure.APPLIED_FOR_PROTECTION,
    Measure.REFUSED_BY_RECEIVING_STATE,
    Measure.NATURALISED,
)


@keep_answer
@public_snapshot()
def destinations_page(request: HttpRequest, language: str) -> HttpResponse:
    places = _load_places(language)
    figures = Counter(
        code for claim in _load_claims_about(places) for code in _destination_codes(claim)
    )
    legs = Counter(PublishedLeg.objects.values_list("destination_id", flat=True))
    for place in places:
        place |= {"figures": figures[place["code"]], "legs": legs[place["id"]]}
    return render(request, "destinations/destinations.html", {"countries": _nest_places(places)})


def _load_places(language: str) -> list[dict[str, Any]]:
    found = PublishedDestination.objects.order_by("code")
    return [_present_place(each, language) for each in found]


def _present_place(published: PublishedDestination, language: str) -> dict[str, Any]:
    return {
        "id": published.id,
        "code": published.code,
        "within": published.within_code,
        "kind": code_label(DestinationKind, published.kind),
        "name": in_language(published, "name", language),
    }


def _nest_places(places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The places that lie in no other, each with those within it, by name."""
    for place in places:
        place["places"] = _sort_by_name(each for each in places if each["within"] == place["code"])
    codes = {place["code"] for place in places}
    return _sort_by_name(place for place in places if place["within"] not in codes)


def _sort_by_name(places: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(places, key=lambda place: place["name"].text)


def _answer_gone(request: HttpRequest, key: UUID) -> HttpResponse:
    once = Change.objects.filter(pk=key, noun="destinations").exclude(reason=None).first()
    if once is None:
        raise Http404
    return render_tombstone(request, once.reason or "")


@keep_answer
@public_snapshot()
def destination_page(request: HttpRequest, language: str, key: UUID) -> HttpResponse:
    places = _load_places(language)
    here = next((each for each in places if each["id"] == key), None)
    if here is None:
        return _answer_gone(request, key)
    _nest_places(places)
    inside = _places_inside(here)
    claims = present_claims(_load_claims_about(inside), language)
    context = {
        "place": here,
        "around": [each for each in places if each["code"] == here["within"]],
        "measures": _group_by_measure(claims),
        "legs": _load_legs({each["id"] for each in inside}, language),
    }
    return render(request, "destinations/destination.html", context)


def _places_inside(place: dict[str, Any]) -> list[dict[str, Any]]:
    """The place and every place within it, at any depth."""
    return [place, *(deeper for each in place["places"] for deeper in _places_inside(each))]


def _load_claims_about(places: list[dict[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Figures of people who came to one of the places, the latest first."""
    if not places:
        return []
    came = Q()
    for place in places:
        came |= Q(scope__contains=[{"dimension": ScopeDimension.TO, "value": place["code"]}])
    found = PublishedClaim.objects.filter(came, measure__in=TOLD)
    return list(found.order_by("-sort_on", "-is_preferred", "id").values())


def _destination_codes(claim: Mapping[str, Any]) -> list[str]:
    return [pair["value"] for pair in claim["scope"] if pair["dimension"] == ScopeDimension.TO]


def _group_by_measure(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told = [
        {
            "label": code_label(Measure, measure),
            "claims": [each for each in claims if each["measure"] == measure],
        }
        for measure in TOLD
    ]
    return [each for each in told if each["claims"]]


def _load_legs(places: set[UUID], language: str) -> list[dict[str, Any]]:
    """The recorded journeys of people who are shown, that ended at one of the places."""
    rows = list(
        PublishedLeg.objects.filter(destination_id__in=places)
        .order_by("departed_sort", "person_id", "number")
        .values()
    )
    waves = journeys.load_wave_links(rows, language)
    found = PublishedPerson.objects.in_bulk({row["person_id"] for row in rows})
    return [
        {
            **journeys.present_leg(row, waves, language),
            "person_id": row["person_id"],
            "person": people.present_name(found[row["person_id"]], language),
        }
        for row in rows
    ]
