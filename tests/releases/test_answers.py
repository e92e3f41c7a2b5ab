"""Answers: their figures come from claims, and their Markdown cannot script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.answers import AnswerNumber, fill_figures, fill_plainly, to_html

FIGURE = AnswerNumber("1,104", "According to Viasna", "#why-held")
SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](  JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](https://elsewhere.example/pixel.png)",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '[x](https://a.example "\\" onmouseover=alert(1)")',
    '<https://a.example/" onclick="alert(1)>',
    "[a]: javascript:alert(1)\n\n[a]",
    "# <style>*{display:none}</style>",
    "<details open ontoggle=alert(1)>",
]
DANGER = re.compile(r"<(?!/?(?:p|a|em|strong|ul|ol|li|blockquote|code|pre|br|hr)\b)", re.I)
ATTRIBUTE = re.compile(r"<\w+[^>]*\s(\w+)=")


def html(body: str, **figures: AnswerNumber) -> str:
    return to_html(fill_figures(body, figures, "not published"))


def test_a_figure_is_the_number_of_its_claim_and_leads_to_it() -> None:
    shown = html("Still held: {held}.", held=FIGURE)
    assert 'href="#why-held"' in shown
    assert ">1,104</a>." in shown
    assert 'title="According to Viasna"' in shown


def test_a_figure_whose_claim_is_not_public_is_said_to_be() -> None:
    assert "Held: 1,104" in fill_plainly("Held: {held}", {"held": FIGURE}, "not published")
    assert html("Held: {held}") == "<p>Held: not published</p>\n"


def test_words_of_a_claim_are_words_and_no_markdown() -> None:
    figure = AnswerNumber("*1*_2_ [x](y)", 'He said "no" \\ <b>', "#a-b")
    assert ">*1*_2_ [x](y)</a>" in html("{n}", n=figure)


@pytest.mark.parametrize("payload", SCRIPTS)
def test_markdown_cannot_script(payload: str) -> None:
    assert is_harmless(html(payload))


@given(st.lists(st.sampled_from(SCRIPTS) | st.text(max_size=8), max_size=4).map("".join))
def test_no_mixture_of_payloads_scripts(payload: str) -> None:
    assert is_harmless(html(payload, held=FIGURE))


def test_the_check_sees_what_scripts() -> None:
    assert not is_harmless("<script>alert(1)</script>")
    assert not is_harmless('<p onclick="x()">')
    assert not is_harmless('<a href="javascript:x()">')


def is_harmless(shown: str) -> bool:
    tags = re.findall(r"<[^>]*>", shown)
    names = {name for tag in tags for name in ATTRIBUTE.findall(tag)}
    links = [link for tag in tags for link in re.findall(r'href="([^"]*)"', tag)]
    return (
        not DANGER.search(shown)
        and names <= {"href", "title", "rel"}
        and all(re.match(r"https?:|#|/|\?|[^:]*$", link) for link in links)
    )


def test_a_link_to_another_site_says_nothing_of_the_reader() -> None:
    assert 'rel="noreferrer noopener"' in html("[source](https://a.example/)")
