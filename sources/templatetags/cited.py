"""Sources as a page cites them: a number where something is said, and one list at the end."""

from django.http import HttpRequest
from django.template import Context, Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sources.presenters import ShownSource, ShownSources

register = Library()


@register.simple_tag(takes_context=True)
def cite(context: Context, sources: ShownSources) -> SafeString:
    """The numbers of these sources, each leading to its place in the list of the page.

    Where the last source was withdrawn, since when; nothing where there never was one.
    """
    if sources.unsourced_since:
        return format_html('<span class="gap">{}</span>', _tell_lost(sources))
    numbered = _numbered_on_page(context)
    numbers = [numbered.setdefault(each, len(numbered) + 1) for each in sources.cited]
    links = format_html_join(
        " ",
        '<a href="#source-{0}" aria-label="{1}">{0}</a>',
        ((number, _("Source %(number)s") % {"number": number}) for number in numbers),
    )
    return format_html('<span class="cited">{}</span>', links) if numbers else SafeString()


@register.inclusion_tag("_components/sources.html", takes_context=True)
def list_sources(context: Context) -> dict[str, object]:
    """All that the page has cited until here, by number."""
    numbered = _numbered_on_page(context)
    return {"sources": numbered, "has_risky": any(each.is_risky for each in numbered)}


def _numbered_on_page(context: Context) -> dict[ShownSource, int]:
    """The numbers of one answer: an `include … only` passes on its request and nothing else."""
    request: HttpRequest = context.request  # type: ignore[attr-defined]
    return request.__dict__.setdefault("numbered_sources", {})


def _tell_lost(sources: ShownSources) -> str:
    day = sources.unsourced_since.in_words() if sources.unsourced_since else ""
    said = _("The last source of this was withdrawn on %(day)s. Nothing public supports it now.")
    return said % {"day": day}
