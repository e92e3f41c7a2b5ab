"""Sources are numbered once per page, and the warning before dangerous ones is said once (B 9)."""

from dataclasses import replace

from django.template import RequestContext, Template
from django.test import RequestFactory

from publishing.dates import InexactDate
from sources.presenters import ShownSource, ShownSources

PLAIN = ShownSource("A title", "en", "", "", None, "https://one.example/", "", False, "", "")
RISKY = replace(PLAIN, title="Another", address="https://two.example/", is_risky=True)
PAGE = Template("{% load cited %}{% cite first %} {% cite second %} {% list_sources %}")
WARNING = "Opening an address with this sign"


def _render(*cited: ShownSources) -> str:
    first, second = cited
    return PAGE.render(
        RequestContext(RequestFactory().get("/en/"), {"first": first, "second": second})
    )


def test_a_source_that_is_cited_twice_has_one_number_and_stands_once_in_the_list() -> None:
    page = _render(ShownSources((PLAIN, RISKY)), ShownSources((RISKY,)))
    assert page.count('href="#source-2"') == 2
    assert page.count('id="source-2"') == page.count(RISKY.address) == 1


def test_two_places_of_one_source_are_two_entries() -> None:
    page = _render(ShownSources((PLAIN,)), ShownSources((replace(PLAIN, excerpt="words"),)))
    assert page.count('id="source-') == 2


def test_the_warning_is_said_once_and_each_dangerous_source_has_its_sign() -> None:
    other = replace(RISKY, title="Third")
    page = _render(ShownSources((PLAIN, RISKY)), ShownSources((other,)))
    assert (page.count(WARNING), page.count('role="img"')) == (1, 2)


def test_without_a_dangerous_source_nobody_is_warned() -> None:
    assert WARNING not in _render(ShownSources((PLAIN,)), ShownSources())


def test_what_lost_its_last_source_says_so_and_cites_nothing() -> None:
    page = _render(ShownSources(unsourced_since=InexactDate("2026-01-16")), ShownSources())
    assert "withdrawn on 16 January 2026" in page
    assert "source-1" not in page


def test_a_title_is_no_markup() -> None:
    page = _render(ShownSources((replace(PLAIN, title="<b>", locator="<i>"),)), ShownSources())
    assert "<b>" not in page
    assert "<i>" not in page
