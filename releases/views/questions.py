"""Questions that readers ask, answered from the record."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from publishing.dates import InexactDate
from publishing.dates import of_json as day
from publishing.languages import in_language, of_texts
from publishing.reading import one_moment
from releases import showing
from releases.answers import Figure, filled, to_html
from releases.projections import PublishedAnswer, PublishedClaim
from releases.wording import amount, said_by, what
from sources.showing import sources

Row = dict[str, Any]


@one_moment()
def questions(request: HttpRequest, language: str) -> HttpResponse:
    answers = list(PublishedAnswer.objects.order_by("number", "slug"))
    claims = _claims(answers)
    waves = showing.waves(claims.values(), language)
    context = {"answers": [_answer(each, claims, waves, language) for each in answers]}
    return render(request, "questions/questions.html", context)


def _claims(answers: Iterable[PublishedAnswer]) -> dict[str, Row]:
    wanted = {claim for answer in answers for claim in answer.figures.values()}
    return {str(row["id"]): row for row in PublishedClaim.objects.filter(id__in=wanted).values()}


def _answer(
    answer: PublishedAnswer,
    claims: Mapping[str, Row],
    waves: Mapping[UUID, Row],
    language: str,
) -> Row:
    stated = {token: claims[key] for token, key in answer.figures.items() if key in claims}
    body = in_language(answer, "body", language)
    return {
        "slug": answer.slug,
        "question": in_language(answer, "question", language),
        "body": body,
        "html": _html(body.text, answer.slug, stated, language),
        "answered_on": InexactDate(answer.answered_on.isoformat()),
        "figures": [
            {"anchor": _anchor(answer.slug, token), **_figure(claim, waves, language)}
            for token, claim in stated.items()
        ],
        "waves": [
            {"slug": each["slug"], "title": of_texts(each["title"], language)}
            for each in answer.waves
        ],
        "sources": sources(answer.sources, language),
    }


def _html(body: str, slug: str, stated: Mapping[str, Row], language: str) -> SafeString:
    figures = {
        token: Figure(
            amount(claim, language), said_by(claim, language).text, f"#{_anchor(slug, token)}"
        )
        for token, claim in stated.items()
    }
    return mark_safe(to_html(filled(body, figures, _("not published"))))  # noqa: S308 cleaned


def _anchor(slug: str, token: str) -> str:
    return f"{slug}-{token}"


def _figure(claim: Row, waves: Mapping[UUID, Row], language: str) -> Row:
    return {
        "amount": amount(claim, language),
        "what": what(claim, language),
        "said_by": said_by(claim, language),
        "as_of": day(claim["as_of"]),
        "said_on": day(claim["said_on"]),
        "wave": waves.get(claim["wave_id"]),
        "sources": sources(claim["sources"], language),
    }
