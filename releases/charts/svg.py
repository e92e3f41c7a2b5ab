"""SVG as text: escaped, integer coordinates, attributes only (the CSP refuses styles inside)."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from releases.charts.labels import SIZE

HATCH = (
    '<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path d="M0 5 5 0" stroke="currentColor" stroke-width="2"/></pattern>'
)


def svg_element(tag: str, content: str = "", **attributes: str | int | None) -> str:
    """One element; `class_` is class, `data_key` is data-key, an attribute of None is left out.

    `content` is markup already; use `text` for words.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def svg_text(
    words: str,
    x: int,
    y: int,
    *,
    anchor: str | None = None,
    bold: bool = False,
    quiet: bool = False,
) -> str:
    """A line of words whose baseline starts (or, by anchor, ends or centres) at x, y."""
    return svg_element(
        "text",
        escape(words),
        x=x,
        y=y,
        text_anchor=anchor,
        font_weight="600" if bold else None,
        class_="quiet" if quiet else None,
    )


def svg_lines(words: Iterable[str], x: int, y: int, step: int, **kind: Any) -> str:
    """Lines of words under one another, the first baseline at y."""
    return "".join(svg_text(line, x, y + step * index, **kind) for index, line in enumerate(words))


def svg_path(d: str, **attributes: Any) -> str:
    return svg_element("path", d=d, **attributes) if d else ""


def svg_drawing(
    body: Iterable[str],
    *,
    name: str,
    kind: str,
    width: int,
    height: int,
    title: str,
    description: str,
) -> SafeString:
    """The whole picture. `kind` is wide or narrow; `name` is unique on its page.

    The pattern named `{name}-hatch` fills what is claimed but not certain.
    """
    named = svg_element("title", escape(title), id=f"{name}-title")
    named += svg_element("desc", escape(description), id=f"{name}-desc")
    hatch = svg_element("defs", HATCH.format(name=f"{name}-hatch"))
    picture = svg_element(
        "svg",
        named + hatch + "".join(body),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"drawing drawing--{kind}",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family="sans-serif",
        font_size=SIZE,
        fill="currentColor",
    )
    return mark_safe(picture)  # noqa: S308 - every word in it went through escape
