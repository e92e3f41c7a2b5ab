"""What a page says, read without its markup."""

import html
import re

from django.test import Client


def text(markup: str) -> str:
    """The words, with one space between them."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.text


def section(markup: str, heading: str) -> str:
    """From a heading to the next of its rank."""
    found = re.search(rf"<h2>{re.escape(heading)}</h2>(.*?)(<h2>|</main>)", markup, re.S)
    assert found, heading
    return found[1]


def rows(markup: str, attribute: str = "data-claim") -> dict[str, str]:
    """The markup of each table row by its key."""
    pattern = rf'<tr[^>]* {attribute}="([^"]*)"[^>]*>(.*?)</tr>'
    return dict(re.findall(pattern, markup, re.S))


def cells(row: str) -> list[str]:
    return [text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]


def drawn(markup: str) -> list[set[str]]:
    """The keys of what each drawing draws."""
    drawings = re.findall(r"<svg.*?</svg>", markup, re.S)
    keys = (re.findall(r'data-flow="([^"]*)"', drawing) for drawing in drawings)
    return [set(map(html.unescape, found)) for found in keys]


def figure_in_words(low: int | None, high: int | None, *, is_strict: bool = False) -> str:
    """How an English page words a figure."""
    if low is None and high is None:
        return "some, without a number"
    if low is None or high is None:
        least = "more than" if is_strict else "at least"
        return f"at most {high:,}" if low is None else f"{least} {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def row_in_words(row: dict[str, str]) -> str:
    """The same of a row of a picture's CSV."""
    low, high = (int(row[end]) if row[end] else None for end in ("low", "high"))
    return figure_in_words(low, high, is_strict=row["strict"] == "true")
