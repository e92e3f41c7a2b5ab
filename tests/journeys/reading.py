"""What a reader reads."""

import re
from html import unescape

from django.test import Client


def words_of(client: Client, url: str) -> str:
    """The text of a page's main part, one space between any two words."""
    page = client.get(url)
    assert page.status_code == 200
    main = re.search(r"<main.*</main>", page.content.decode(), re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())
