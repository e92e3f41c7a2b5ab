"""The directory of people who are shown: searched, filtered, page by page."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from people.persons.enums import Category
from people.persons.name_search import search_names
from people.persons.presenters import present_name
from people.persons.projections import PublishedPerson
from publishing.filters import LONGEST_SEARCH
from publishing.labels import code_label
from publishing.languages import in_language, text_from_json
from publishing.public_reads import first_rows, id_in, keep_answer, public_snapshot
from releases.filters import PersonOfWaveFilters
from releases.projections import PublishedWave
from releases.views.sealed_search import SearchIsOver, seal_search, unseal_search

PAGE = 50
ANY = ("", _("All"))


class DirectoryForm(forms.Form):
    search = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=LONGEST_SEARCH,
        # What is typed is neither kept for the next time nor sent away to be spelt.
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    category = forms.ChoiceField(
        label=_("Category"), required=False, choices=[ANY, *Category.choices]
    )

    def __init__(self, data: QueryDict, language: str) -> None:
        super().__init__(data or None)
        self.fields["wave"] = forms.ChoiceField(  # said when it is asked: waves come and go
            label=_("Wave"), required=False, choices=[ANY, *_wave_choices(language)]
        )


def _wave_choices(language: str) -> list[tuple[str, str]]:
    waves = PublishedWave.objects.order_by("-began_on", "slug")
    return [(str(wave.id), in_language(wave, "title", language).text) for wave in waves]


@keep_answer
@csrf_exempt  # it changes nothing, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@public_snapshot()
def people_page(request: HttpRequest, language: str) -> HttpResponse:
    """A name is sent by POST and found at a sealed address: no address, history or log holds it."""
    if request.method == "POST":
        address = reverse("people", args=[language]) + _encode_sent(request.POST)
        return HttpResponseRedirect(address, status=303)
    is_search = "q" in request.GET
    try:
        asked = unseal_search(request.GET["q"]) if is_search else request.GET
    except SearchIsOver:
        over = {"form": DirectoryForm(QueryDict(), language), "is_over": True}
        return render(request, "people/people.html", over, status=410)
    form = DirectoryForm(asked, language)
    context = {"form": form, **_find_people(form, asked, is_search, language)}
    return render(request, "people/people.html", context, status=200 if context["is_read"] else 400)


def _encode_sent(sent: QueryDict) -> str:
    """The address of what the form sends: only a name makes it a search that is sealed."""
    if "search" not in sent:
        raise BadRequest("This is not what the form on this page sends.")
    asked = QueryDict(mutable=True)
    fields = ("search", "wave", "category")
    asked.update({field: sent[field] for field in fields if sent.get(field, "").strip()})
    if "search" in asked:
        return f"?q={seal_search(asked)}"
    return f"?{asked.urlencode()}" if asked else ""


def _find_people(
    form: DirectoryForm, asked: QueryDict, is_search: bool, language: str
) -> dict[str, Any]:
    """The people of this page, with the addresses of those before and after it."""
    filters = PersonOfWaveFilters(asked, PublishedPerson.objects.all())
    if form.is_bound and not (form.is_valid() and filters.is_valid()):
        form.errors.update(filters.errors)
        return {"is_read": False, "people": []}
    if is_search:
        return _find_likeliest(asked, language)
    after = _load_place(asked)
    chosen = filters.qs if form.is_bound else filters.queryset
    rows = list(first_rows(_order_people(chosen, after), PAGE + 1))
    has_more = len(rows) > PAGE
    return {
        "is_read": True,
        "is_filtered": any(asked.get(field) for field in form.fields),
        "people": [_present_entry(person, language) for person in rows[:PAGE]],
        "next_url": _encode_page_after(asked, rows[PAGE - 1]) if has_more else "",
        "first_url": _encode_page_after(asked, None) if after else "",
    }


def _find_likeliest(asked: QueryDict, language: str) -> dict[str, Any]:
    """Those whom a search finds, the likeliest first, on one page."""
    others = asked.copy()
    keys, are_more = _find_best(others.pop("search")[-1], others)
    people = PublishedPerson.objects.filter(id_in(keys[:PAGE])).in_bulk()
    return {
        "is_read": True,
        "is_filtered": True,
        "people": [_present_entry(people[key], language) for key in keys[:PAGE]],
        "is_cut": are_more or len(keys) > PAGE,
    }


def _find_best(text: str, others: QueryDict) -> tuple[list[UUID], bool]:
    """The likeliest first, and whether there are more than these."""
    found = search_names(text)
    if not any(others.get(name) for name in PersonOfWaveFilters.base_filters):
        return found.rank_by_likeness(text), found.are_common
    chosen = found.filter_people(PersonOfWaveFilters(others, PublishedPerson.objects.all()).qs)
    fitting = set(chosen.values_list("id", flat=True))
    order = sorted(fitting) if found.are_common else found.rank_by_likeness(text)
    return [key for key in order if key in fitting], False


def _load_place(asked: QueryDict) -> PublishedPerson | None:
    """Whom the page begins after. The address holds an id, never a name."""
    if not (after := asked.get("after")):
        return None
    try:
        return PublishedPerson.objects.get(id=UUID(after))
    except (ValueError, PublishedPerson.DoesNotExist):
        raise BadRequest(_("This page of the list is no more. Begin with the first one.")) from None


def _order_people(
    people: QuerySet[PublishedPerson], after: PublishedPerson | None
) -> QuerySet[PublishedPerson]:
    people = people.order_by("name_sort", "id")
    if after is None:
        return people
    # The first condition is implied by the second, and is the one that an index can answer.
    return people.filter(
        Q(name_sort__gt=after.name_sort) | Q(name_sort=after.name_sort, id__gt=after.id),
        name_sort__gte=after.name_sort,
    )


def _encode_page_after(asked: QueryDict, last: PublishedPerson | None) -> str:
    page = asked.copy()
    page.pop("after", None)
    if last is not None:
        page["after"] = str(last.id)
    return f"?{page.urlencode()}"


def _present_entry(person: PublishedPerson, language: str) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": present_name(person, language),
        "is_pseudonym": person.shown_as == "pseudonym",
        "roles": [text_from_json(role["title"], language) for role in person.public_roles],
        "categories": [code_label(Category, code) for code in person.categories],
    }
