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
