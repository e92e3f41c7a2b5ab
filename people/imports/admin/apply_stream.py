"""The commit of a long list, told while it goes on by a page that grows; no script is needed."""

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


def told(page: str, listing: Import, *, by: Account, reason: str) -> StreamingHttpResponse:
    """Apply the list while the page is sent: up to STEPS, a line for each step, the end, the rest.

    Whoever leaves before the end closes the page, and with it the transaction: nothing has changed.
    """
    # The page is sent after the request was answered, outside the language of the request.
    answer = StreamingHttpResponse(_grown(page, get_language(), _steps(listing, by, reason)))
    # Packed with those that follow, a step would be sent long after it was done.
    answer["Content-Encoding"] = "identity"
    return answer


def _grown(page: str, language: str | None, steps: Generator[str]) -> Iterator[str]:
    head, foot = page.split(STEPS)
    yield head
    with override(language), closing(steps):
        yield from steps
    yield foot


def _steps(listing: Import, by: Account, reason: str) -> Generator[str]:
    total = count_rows_to_apply(listing)
    try:
        with closing(apply_by_steps(listing, by=by, reason=reason)) as steps:
            for step in steps:
                yield render_to_string("admin/imports/_step.html", {"step": step, "total": total})
    except Refused as refused:
        yield _end(listing, refused.messages)
    except Exception:  # the page has begun: there is no other that could tell of it
        logger.exception("An import broke off.")
        yield _end(listing, [_("The import broke off. Look at the plan before you try again.")])
    else:
        yield _end(listing, [])


def _end(listing: Import, refusals: list[str]) -> str:
    return render_to_string("admin/imports/_end.html", {"listing": listing, "refusals": refusals})
