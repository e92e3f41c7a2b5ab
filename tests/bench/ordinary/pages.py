"""The ledger and the two pages over staff models, with the product's own words and templates."""

from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from people.models import Person
from people.persons.enums import PersonVisibility
from people.persons.presenters import present_name
from publishing.languages import Text, in_language
from releases import ledger, wave_list
from releases.enums import PLACE_DIMENSIONS, Measure
from releases.models import (
    Destination,
    Member,
    MemberCitation,
    Party,
    PartyCitation,
    Side,
    Wave,
    WaveCitation,
)
from releases.presenters import held_counts, journeys, side_counts, wave_cards
from releases.presenters.held_charts import draw_defined_counters
from releases.presenters.ledger import present_questions
from releases.presenters.names import PageNames, side_names
from releases.presenters.routes import draw_route
from releases.presenters.sums import present_sums
from releases.projections import PublishedWave
from releases.views import timeline as listed
from releases.views import wave as page
from sources.models import Organisation
from tests.bench.ordinary import evidence
from tests.bench.ordinary.serializers import NameSerializer, PersonSerializer
from tests.bench.ordinary.shown import shown, visible
from tests.bench.ordinary.views import citations
from tests.bench.ordinary.wave_serializers import MemberSerializer, WaveSerializer

FORMS, PERSON, WAVE = NameSerializer(many=True), PersonSerializer(), WaveSerializer()
PARTIES = (
    Party.objects.filter(visible("organisation"))
    .select_related("organisation", "representative__organisation", "side")
    .order_by("role", "organisation__code", "id")
    .prefetch_related(citations(PartyCitation))
)


def waves() -> QuerySet:
    return Wave.objects.filter(visible()).prefetch_related(
        Prefetch("sides", Side.objects.order_by("number")),
        Prefetch("parties", PARTIES),
        citations(WaveCitation),
    )


def of_wave(wave: Wave) -> ledger.Evidence:
    return evidence.gather(Q(wave=wave) | Q(side__wave=wave), [wave])


@api_view()
def ledger_of(request: Request, key: UUID) -> Response:
    known = of_wave(get_object_or_404(waves(), pk=key))
    return Response(ledger.as_json(ledger.compute_ledger(known)))


def timeline(request: HttpRequest, language: str) -> HttpResponse:
    found = list(waves())
    rows = [PublishedWave(**WAVE.to_representation(each)) for each in found]
    rows.sort(key=lambda each: (-each.began_on.toordinal(), each.slug))
    told = rows[: listed.PAGE]
    about = Q(wave__in=found) | Q(side__wave__in=found)
    known = evidence.gather(about & Q(measure__in=wave_cards.MEASURES_ON_CARDS), found)
    reckoned = ledger.compute_ledger(known)
    said, counted = names(reckoned.claims, rows, language), held_in(language)
    first = wave_list.WavePage(told, has_newer=False, has_older=len(rows) > listed.PAGE)
    shown_waves = [wave_cards.present_card(each, reckoned, said) for each in told]
    context = {
        "form": listed.WaveChoiceForm(request.GET, rows, language),
        "held": counted.latest_figures(),
        "last": next(iter(shown_waves), None),
        "chart": draw_defined_counters(rows, reckoned, counted),
        "waves": shown_waves,
        **listed.page_addresses(request.GET, first),
    }
    return render(request, "timeline/timeline.html", context)


def wave(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    found = get_object_or_404(waves(), slug=slug)
    row, known = PublishedWave(**WAVE.to_representation(found)), of_wave(found)
    reckoned = ledger.compute_ledger(known)
    said = names(reckoned.claims, [row], language)
    asked = present_questions(reckoned, said)
    context = {
        "crumbs": [(reverse("timeline", args=[language]), _("Timeline"))],
        "wave": page._present_wave(row, language),
        "counts": side_counts.present_counts(reckoned, row.sides, said),
        "route": draw_route(row, reckoned, known, said),
        "disputed": [each for each in asked if each.is_agreed is False],
        "questions": asked,
        "sums": present_sums(reckoned, said),
        "held": held_in(language, row.country).figures_after(row.ended_on or row.began_on),
        "people": people(found, language),
    }
    return render(request, "waves/wave.html", context)


def people(wave: Wave, language: str) -> list[dict[str, Any]]:
    who = shown(Person.objects.filter(memberships__side__wave=wave)).prefetch_related("names")
    called = {person.pk: person for person in who}
    members = Member.objects.filter(side__wave=wave, person__in=called).select_related("side")
    rows = MemberSerializer(members.prefetch_related(citations(MemberCitation)), many=True).data
    found = [
        {
            "id": row["person_id"],
            "name": _name(called[row["person_id"]], language),
            "is_pseudonym": called[row["person_id"]].visibility == PersonVisibility.PSEUDONYM,
            **journeys.present_member(row, {}, language),
        }
        for row in rows
    ]
    return sorted(found, key=lambda each: each["name"].text.casefold())


def _name(person: Person, language: str) -> Text:
    is_named = person.visibility == PersonVisibility.NAMED
    forms = FORMS.to_representation(person.names.all()) if is_named else []
    return present_name(SimpleNamespace(name=PERSON.get_name(person), names=forms), language)


def names(claims: Iterable[Any], waves: Sequence[PublishedWave], language: str) -> PageNames:
    """What `releases.presenters.names` reads from the published rows."""
    keys = [each.key for each in claims]
    scopes = [pair for key in keys for pair in key.scope if pair[0] in PLACE_DIMENSIONS]
    codes = {code for _dimension, values in scopes for code in values}
    codes |= {code.lower() for each in waves for s in each.sides for code in s["releasing"]}
    places = Destination.objects.filter(visible(), code__in=codes)
    yardsticks = Organisation.objects.filter(visible(), code__in={key.yardstick for key in keys})
    return PageNames(
        language,
        {each.code: in_language(each, "name", language) for each in places},
        {each.code: in_language(each, "name", language) for each in yardsticks},
        {side: text for each in waves for side, text in side_names(each, language)},
    )


def held_in(language: str, country: str = "") -> held_counts.HeldCounts:
    """What `releases.presenters.held_counts` reads from the published rows."""
    about = Q(country=country) if country else ~Q(country="")
    claims = evidence.claims(about & Q(measure=Measure.HELD))
    claims = tuple(each for each in claims if held_counts._counts_all(each))
    known = names(claims, [], language)
    found = [
        held_counts._build_counter(each, known)
        for each in ledger.build_series(claims)
        if each.points
    ]
    found.sort(key=lambda each: (not each.has_yardstick, -len(each.series.points)))
    return held_counts.HeldCounts(claims, known, tuple(found))
