"""D6: what a browser is told with every answer of every address, in every status."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from tests.harness.routes import public_routes
from tests.hostile.asking import NOBODY, anybody, ask, filled, staff

pytestmark = pytest.mark.django_db

DUE = {
    "Strict-Transport-Security": "max-age=63072000",
    "Content-Security-Policy": "default-src 'none'",
    "Permissions-Policy": "geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-",  # no-store; of the API's JSON no-cache
}
OF_STAFF = DUE | {"Referrer-Policy": "same-origin"}


def find_unsaid(answer: HttpResponse) -> list[str]:
    """The headers that an answer lacks."""
    due = OF_STAFF if answer.get("Referrer-Policy") == "same-origin" else DUE
    return [name for name, word in due.items() if word not in answer.get(name, "")]


def test_D6_every_address_says_them() -> None:  # noqa: N802
    urls = [*filled(public_routes(), "x", NOBODY), *filled(staff(), NOBODY)]
    lacking = {url: find_unsaid(ask(anybody(), url, secure=True)) for url in dict.fromkeys(urls)}
    assert {url: unsaid for url, unsaid in lacking.items() if unsaid} == {}
    assert len(lacking) > 100


STATUSES: dict[str, tuple[int, dict[str, Any]]] = {
    "/en/": (200, {}),
    "/static/img/favicon.svg": (200, {}),
    "/": (302, {}),
    "/en/people/ with no name": (303, {"method": "POST", "data": {"search": ""}}),
    "/en": (308, {}),
    "/en/ in bytes": (400, {"QUERY_STRING": "search=%ff"}),
    "/en/ of another host": (400, {"HTTP_HOST": "elsewhere.example"}),
    "/en/nowhere/": (404, {}),
    "/static/nowhere.css": (404, {}),
    "/api/v1/nowhere/": (404, {}),
    "/en/ changed": (405, {"method": "PUT"}),
    "/en/figures/ sent": (405, {"method": "POST"}),
    "/api/v1/waves/ as a page": (406, {"HTTP_ACCEPT": "text/html"}),
    "/api/v1/match/ of a book": (413, {"method": "POST", "CONTENT_LENGTH": "9999999"}),
    "/en/ at length": (414, {"QUERY_STRING": "a" * 9_000}),
    "/api/v1/match/ of a form": (415, {"method": "POST", "data": {"a": 1}}),
}


@pytest.mark.parametrize("case", STATUSES)
def test_D6_every_status_says_them(case: str) -> None:  # noqa: N802
    status, asked = STATUSES[case]
    method = getattr(anybody(), asked.get("method", "GET").lower())
    sent = {name: value for name, value in asked.items() if name != "method"}
    answer = method(case.split()[0], secure=True, **sent)
    assert b"".join(answer) is not None  # a static file is closed once it is read
    assert (answer.status_code, find_unsaid(answer)) == (status, [])


def test_D6_an_answer_that_is_not_modified_says_them(client: Client) -> None:  # noqa: N802
    tag = client.get("/api/v1/waves/", secure=True)["ETag"]
    answer = client.get("/api/v1/waves/", secure=True, headers={"if-none-match": tag})
    assert (answer.status_code, find_unsaid(answer)) == (304, [])


@pytest.mark.parametrize(("error", "status"), [(OperationalError, 503), (ZeroDivisionError, 500)])
def test_D6_an_answer_that_breaks_says_them(monkeypatch, error, status) -> None:  # noqa: N802
    monkeypatch.setattr("tracker.views.prose.choose_text", raise_(error))
    answer = anybody().get("/en/about/", secure=True)
    assert (answer.status_code, find_unsaid(answer)) == (status, [])


def raise_(error: type[Exception]) -> Callable[..., None]:
    def broken(*args: Any) -> None:
        raise error

    return broken


def test_D6_a_redirect_to_tls_says_them(client: Client, settings: Any) -> None:  # noqa: N802
    settings.SECURE_SSL_REDIRECT = True  # as it is served
    answer = client.get("/admin/")
    assert answer["Location"].startswith("https://")
    assert find_unsaid(answer) == ["Strict-Transport-Security"]  # which is for TLS alone
    assert client.get("/healthz").status_code == 200  # the probe speaks none


@pytest.mark.parametrize(
    ("middleware", "names"),
    [
        ("tracker.middleware.nothing_is_kept", ["Cache-Control"]),
        (
            "tracker.middleware.nothing_is_shared",
            ["Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"],
        ),
        ("django.middleware.clickjacking.XFrameOptionsMiddleware", ["X-Frame-Options"]),
    ],
)
def test_D6_a_header_that_is_set_too_far_inside_is_missed(settings, middleware, names) -> None:  # noqa: N802
    """The negative control: an answer that is refused before it is not told."""
    inner = [each for each in settings.MIDDLEWARE if each != middleware]
    settings.MIDDLEWARE = [*inner, middleware]
    assert find_unsaid(Client().put("/en/", secure=True)) == names


def test_a_static_file_is_served_and_not_kept(client: Client) -> None:
    assert finders.find("admin/css/base.css")
    style = client.get("/static/admin/css/base.css", secure=True)
    assert b"".join(style.streaming_content)
    assert (style.status_code, style.headers["Cache-Control"]) == (200, "no-store")
    assert not {"ETag", "Last-Modified", "Access-Control-Allow-Origin"} & set(style.headers)


def test_a_page_runs_no_script_and_loads_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/en/", secure=True).headers["Content-Security-Policy"]
    sources = {word for rule in policy.split(";") for word in rule.split()[1:]}
    assert sources == {"'none'", "'self'"}
    assert "script-src" not in policy  # so that default-src speaks for it


def test_every_feature_of_the_browser_is_off(client: Client) -> None:
    policy = client.get("/healthz", secure=True).headers["Permissions-Policy"]
    assert all(feature.endswith("=()") for feature in policy.split(", "))


def test_no_cookie_is_set(client: Client) -> None:
    assert not client.get("/healthz", secure=True).cookies
