"""Questions that readers ask, answered from the record."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from publishing.dates import InexactDate
from publishing.languages import in_language, text_from_json
from publishing.public_reads import keep_answer, public_snapshot
from releases.answers import AnswerNumber, fill_figures, to_html
from releases.presenters.claims import present_claims
from releases.projections import PublishedAnswer, PublishedClaim
from sources.presenters import present_sources


@keep_answer
@public_snapshot()
def questions_page(request: HttpRequest, language: str) -> HttpResponse:
    answers = list(PublishedAnswer.objects.order_by("number", "slug"))
    claims = _load_claims(answers, language)
    context = {"answers": [_present_answer(each, claims, language) for each in answers]}
    return render(request, "questions/questions.html", context)


def _load_claims(answers: Iterable[PublishedAnswer], language: str) -> dict[str, dict[str, Any]]:
    wanted = {claim for answer in answers for claim in answer.figures.values()}
    found = list(PublishedClaim.objects.filter(id__in=wanted).values())
    return {claim["key"]: claim for claim in present_claims(found, language)}


def _present_answer(
    answer: PublishedAnswer, claims: Mapping[str, dict[str, Any]], language: str
) -> dict[str, Any]:
    figures = {
        token: {"anchor": f"{answer.slug}-{token}", **claims[key]}
        for token, key in answer.figures.items()
        if key in claims
    }
    body = in_language(answer, "body", language)
    return {
        "slug": answer.slug,
        "question": in_language(answer, "question", language),
        "body": body,
        "html": _render_body(body.text, figures),
        "answered_on": InexactDate(answer.answered_on.isoformat()),
        "figures": figures.values(),
        "waves": [
            {"slug": each["slug"], "title": text_from_json(each["title"], language)}
            for each in answer.waves
        ],
        "sources": present_sources(answer.sources, language, answer.unsourced_since),
    }


def _render_body(body: str, figures: Mapping[str, dict[str, Any]]) -> SafeString:
    links = {
        token: AnswerNumber(each["value"], each["said_by"].text, f"#{each['anchor']}")
        for token, each in figures.items()
    }
    return mark_safe(to_html(fill_figures(body, links, _("not published"))))  # noqa: S308 cleaned
