"""The first page: how many are held, how many were released, and the waves, newest first."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from publishing.labels import country_name
from publishing.public_reads import keep_answer, public_snapshot
from releases import wave_list
from releases.presenters.held_charts import draw_defined_counters, load_chart_ledger
from releases.presenters.held_counts import is_before, load_held_counts
from releases.presenters.wave_cards import load_card_ledger, present_cards
from releases.projections import PublishedWave

PAGE = 10
ANY = ("", _("All"))


class WaveChoiceForm(forms.Form):
    year = forms.ChoiceField(label=_("Year"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, data: QueryDict, waves: Sequence[PublishedWave], language: str) -> None:
        super().__init__(data or None)
        years = sorted({wave.began_on.year for wave in waves if wave.began_on.year > 1})[::-1]
        codes = sorted({wave.country for wave in waves})
        self._set_choices("year", [(str(year), str(year)) for year in years])
        self._set_choices("country", [(code, country_name(code, language)) for code in codes])

    def _set_choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [ANY, *choices]


@keep_answer
@public_snapshot()
def timeline_page(request: HttpRequest, language: str) -> HttpResponse:
    """Every filter of waves stands in the address; an unknown one, or a bad value, is a 400."""
    page = wave_list.paginate_waves(wave_list.filter_waves(request.GET), request.GET, PAGE)
    waves = wave_list.load_waves()
    newest = waves[:1]
    ledger = load_card_ledger({wave.id: wave for wave in (*newest, *page.waves)}.values())
    counted = load_held_counts(language)
    last = next(iter(present_cards(newest, ledger, language)), None)
    released_on = last["on"] if last else None
    held = [
        {**each, "is_before_last": is_before(each["as_of"] or each["said_on"], released_on)}
        for each in counted.latest_figures()
    ]
    context = {
        "form": WaveChoiceForm(request.GET, waves, language),
        "is_filtered": any(request.GET.get(name) for name in request.GET),
        "held": held,
        "last": last,
        "chart": draw_defined_counters(waves, load_chart_ledger(waves), counted),
        "waves": present_cards(page.waves, ledger, language),
        **page_addresses(request.GET, page),
    }
    return render(request, "timeline/timeline.html", context)


def page_addresses(query: QueryDict, page: wave_list.WavePage) -> dict[str, str]:
    """Of the first page, the one before and the one after, with the same filters."""
    kept = query.copy()
    for name in wave_list.PAGING:
        kept.pop(name, None)

    def encode_address(**place: str) -> str:
        asked = kept.copy()
        asked.update(place)
        return f"?{asked.urlencode()}" if asked else "."

    found = {"feed_query": f"?{kept.urlencode()}" if kept else ""}
    if not page.waves:
        return found
    if page.has_newer:
        found["first_url"] = encode_address()
        found["previous_url"] = encode_address(before=wave_list.format_place(page.waves[0]))
    if page.has_older:
        found["next_url"] = encode_address(after=wave_list.format_place(page.waves[-1]))
    return found
