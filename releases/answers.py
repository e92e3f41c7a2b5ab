"""An answer's Markdown with its figures in place, as HTML that cannot script. Pure.

A figure stands in the text as `{token}` and is never typed: it is the number of a claim, and a
token whose claim is not public reads as `missing`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

import nh3
from markdown_it import MarkdownIt

TOKEN = re.compile(r"\{([a-z][a-z0-9_]*)\}")
SYNTAX = re.compile(r"""([\\`*_{}\[\]()<>#+.!|~"&-])""")
#: An answer stands under the question, which is its heading; pictures would be another host's.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading", "image"])
TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"}


class AnswerNumber(NamedTuple):
    """A number in words, who says so, and the address where that is told in full."""

    text: str
    said_by: str
    address: str


def fill_figures(body: str, figures: Mapping[str, AnswerNumber], missing: str) -> str:
    """The Markdown with each figure as a link to its claim."""

    def link_figure(token: re.Match[str]) -> str:
        figure = figures.get(token[1])
        if figure is None:
            return _escape_markdown(missing)
        text, said_by = _escape_markdown(figure.text), _escape_markdown(figure.said_by)
        return f'[{text}]({figure.address} "{said_by}")'

    return TOKEN.sub(link_figure, body)


def fill_plainly(body: str, figures: Mapping[str, AnswerNumber], missing: str) -> str:
    """The Markdown with each figure as bare words, for whoever has no page to link to."""
    return TOKEN.sub(lambda token: figures[token[1]].text if token[1] in figures else missing, body)


def _escape_markdown(text: str) -> str:
    return SYNTAX.sub(r"\\\1", text)


def to_html(markdown: str) -> str:
    """HTML of a few harmless elements; links keep http, https and places on the page."""
    return nh3.clean(
        MARKDOWN.render(markdown),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https"},
        link_rel="noreferrer noopener",
    )
