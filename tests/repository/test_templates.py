"""Every template is rendered by something."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib import admin

TEMPLATES = settings.BASE_DIR / "templates"
DJANGOS_OWN = Path(admin.__file__).parent / "templates"

#: The name of a template as code and templates write it; `{…}` in an f-string is any one word.
NAME = re.compile(r"""["']([\w/{}.]+\.html)["']""")

#: Pages that Django renders by their number.
STATUS_PAGE = re.compile(r"[45]\d\d\.html")


def read_names(text: str) -> set[re.Pattern]:
    return {
        re.compile(re.sub(r"\\\{\w+\\\}", r"[\\w-]+", re.escape(name)))
        for name in NAME.findall(text)
    }


def list_readers() -> Iterator[Path]:
    yield from TEMPLATES.rglob("*.html")
    for room in ("publishing", "sources", "people", "support", "releases", "tracker"):
        yield from (settings.BASE_DIR / room).rglob("*.py")


def list_unused(templates: set[str], names: set[re.Pattern]) -> set[str]:
    return {
        template
        for template in templates
        if not STATUS_PAGE.fullmatch(template)
        and not (DJANGOS_OWN / template).exists()
        and not any(name.fullmatch(template) for name in names)
    }


def test_every_template_is_used() -> None:
    templates = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    names = set().union(*(read_names(path.read_text()) for path in list_readers()))
    assert list_unused(templates, names) == set()


def test_a_template_that_nothing_names_is_unused() -> None:
    names = read_names("""render(request, f"about/{language}.html") {% include 'a/card.html' %}""")
    templates = {"about/be.html", "a/card.html", "a/notice.html", "404.html", "admin/login.html"}
    assert list_unused(templates, names) == {"a/notice.html"}
