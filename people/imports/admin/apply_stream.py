"""A page that grows while a long list is applied, and tells each step without a script."""

import logging
from collections.abc import Generator, Iterator
from contextlib import closing

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from people.imports.models import Import
from people.imports.plan_application import apply_by_steps, count_rows_to_apply
from publishing.actions import Refused
from publishing.models import Account

#: Where the steps go in templates/admin/imports/applying.html.
STEPS = "<!-- steps -->"
logger = logging.getLogger(__name__)


def stream_apply(page: str, listing: Import, *, by: Account, reason: str) -> StreamingHttpResponse:
    """Apply the list while the page is sent: up to STEPS, a line for each step, the end, the rest.

    A reader who leaves early closes the page and its transaction: nothing has changed.
    """
    # The page is sent after the request was answered, outside the language of the request.
    answer = StreamingHttpResponse(
        _insert_steps(page, get_language(), _render_steps(listing, by, reason))
    )
    # Packed with those that follow, a step would be sent long after it was done.
    answer["Content-Encoding"] = "identity"
    return answer


def _insert_steps(page: str, language: str | None, steps: Generator[str]) -> Iterator[str]:
    head, foot = page.split(STEPS)
    yield head
    with override(language), closing(steps):
        yield from steps
    yield foot


def _render_steps(listing: Import, by: Account, reason: str) -> Generator[str]:
    total = count_rows_to_apply(listing)
    try:
        with closing(apply_by_steps(listing, by=by, reason=reason)) as steps:
            for step in steps:
                yield render_to_string("admin/imports/_step.html", {"step": step, "total": total})
    except Refused as refused:
        yield _render_end(listing, refused.messages)
    except Exception:  # the page has begun: there is no other that could tell of it
        logger.exception("An import broke off.")
        yield _render_end(
            listing, [_("The import broke off. Look at the plan before you try again.")]
        )
    else:
        yield _render_end(listing, [])


def _render_end(listing: Import, refusals: list[str]) -> str:
    return render_to_string("admin/imports/_end.html", {"listing": listing, "refusals": refusals})
