"""B1, B6, B11: no address breaks anything, whatever stands in it."""

import pytest
from django.test import Client

from publishing.models import Account
from tests.harness.routes import public_routes
from tests.hostile.asking import PROBLEM, anybody, ask, broken, deal, filled, something, staff

pytestmark = pytest.mark.django_db

TOO_LONG = (
    "search=" + "a" * 9_000,
    "search=" + "a" * 70_000,
    "&".join(f"a{n}=1" for n in range(10_000)),
)
NO_TEXT = (
    "search=%00",
    "search=%ff%fe",
    "%ff=1",
    "%00",
    "cursor=a%00b",
    "search=%ed%a0%80",
    "search=\xff",
)
STRANGE = (
    "&".join(["a"] * 2_000),
    "page_size=1000000000",
    "page_size=-1&p=99999999999999999999",
    "cursor=AAAA&after=x",
    "ordering=__class__&o=99.-.x&ordering=-note",
    "__class__=1&__proto__[x]=1&constructor=1",
    "person__note=x&pk__in=1,2&id__regex=(((((&names__text__contains=a",
    "since=9999-99-99&from=31.02.2025&to=0000-00-00&year=\xd9\xa2\xd9\xa0&as_of=x",
    "wave=not-a-uuid&person=1&speaker=%27%20or%201=1--&country=%25",
    "fields=id,password&format=../../etc/passwd&format=json",
    "search=" + "%25_" * 300 + "&q=" + "%27%22%5c" * 300,
    "search=" + "%E2%80%AE%F0%9F%92%A9" * 100,
    "queue=x&state__exact=x&state=x&_to_field=password&_popup=1&e=1&all=",
    "next=//elsewhere.example/&_changelist_filters=%25&_facets=x",
    ";=;&&&=&==&%",
)
WORDS = (
    "%00",
    "%ff%fe",
    "..%2f..",
    "a" * 700,
    "%E2%80%AE",
    "1e9",
    "-1",
    "9" * 60,
    "_00_5F%0a",
    "'",
)


@pytest.fixture
def inside(all_roles: Account) -> Client:
    client = anybody()
    client.force_login(all_roles)
    return client


def test_an_address_that_is_too_long_is_414_everywhere() -> None:
    urls = filled([*public_routes(), *staff()], "x")
    asked = [(url, ask(anybody(), url, query)) for url, query in deal(urls, TOO_LONG)]
    assert [url for url, answer in asked if answer.status_code != 414] == []
    kinds = {answer["Content-Type"] for url, answer in asked if url.startswith("/api/")}
    assert kinds == {PROBLEM}


def test_a_path_that_is_too_long_is_414() -> None:
    for start in ("/", "/en/waves/", "/api/v1/waves/", "/admin/"):
        assert ask(anybody(), start + "a" * 9_000).status_code == 414


def test_a_query_that_is_no_text_is_400_everywhere() -> None:
    urls = filled([*public_routes(), *staff()], "x")
    asked = deal(urls, NO_TEXT)
    assert {ask(anybody(), url, query).status_code for url, query in asked} == {400}


def test_no_query_breaks_a_public_list() -> None:
    something()
    lists = filled(
        route for route in public_routes() if not route.blanks or "feeds" in route.template
    )
    assert broken(anybody(), deal(lists, STRANGE, each=len(STRANGE))) == []


def test_no_query_breaks_what_stands_at_a_public_address() -> None:
    assert broken(anybody(), deal(filled(public_routes(), *something()), STRANGE)) == []


def test_no_word_in_a_public_address_breaks_it() -> None:
    urls = filled((route for route in public_routes() if route.blanks), *WORDS)
    assert broken(anybody(), deal(urls, [""])) == []


def test_no_word_in_an_address_breaks_the_staff_door(inside: Client) -> None:
    templates = [route for route in staff() if route.blanks]
    urls = [filled([route], word)[0] for route, word in deal(templates, WORDS, each=3)]
    assert broken(inside, deal(urls, [""])) == []


def test_no_query_breaks_a_list_of_the_staff(inside: Client) -> None:
    lists = filled(each for each in staff() if not each.blanks and "/add/" not in each.template)
    assert broken(inside, deal(lists, STRANGE, each=6)) == []


def test_no_list_has_more_rows_than_a_page() -> None:
    for url in filled(each for each in public_routes() if each.noun and not each.blanks):
        assert ask(anybody(), url, "page_size=1000000000").status_code == 400
