"""B5, B11: no method, header or body breaks anything, and nothing is half-written."""

import time

import pytest
from django.test import Client

from publishing.models import Account
from tests.harness.routes import Route, public_routes
from tests.hostile.asking import NOBODY, anybody, ask, broken, deal, filled, rows, staff

pytestmark = pytest.mark.django_db

METHODS = ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "BREW")
HEADERS = (
    {"HTTP_ACCEPT": "a" * 10_000},
    {
        "HTTP_ACCEPT": ",".join(
            ["*/*;q=nan", "application/json;q=1e400;version=()", "/", ";", ""] * 99
        )
    },
    {"HTTP_ACCEPT_LANGUAGE": "x-" * 5_000},
    {"HTTP_ACCEPT_LANGUAGE": ",".join(f"be-{n};q={n}" for n in range(2_000))},
    {"HTTP_IF_NONE_MATCH": 'W/"' * 2_000 + "\xff"},
    {"HTTP_IF_MODIFIED_SINCE": "Sun, 99 Foo 99999999999 99:99:99 GMT"},
    {"HTTP_RANGE": "bytes=-999999999999999999-", "HTTP_IF_MATCH": "*"},
    {"HTTP_AUTHORIZATION": "Bearer \x80\xff" + "a" * 9_000},
    {"HTTP_REQUEST_ID": "\xff" * 64, "HTTP_X_REQUEST_ID": "a\x7fb"},
    {"HTTP_COOKIE": "sessionid=\xff; csrftoken=" + "a" * 5_000 + "; messages=x; ;=;"},
    {"CONTENT_LENGTH": "\xb2"},
    {"CONTENT_LENGTH": "-1"},
    {"CONTENT_TYPE": "multipart/form-data; boundary=" + "\xff" * 300},
    {"CONTENT_TYPE": "text/plain; charset=\xff"},
    {"HTTP_ORIGIN": "null", "HTTP_REFERER": "http://[::1"},
    {"HTTP_X_FORWARDED_PROTO": "https,http", "HTTP_X_FORWARDED_HOST": "elsewhere.example"},
)
HOSTS = ("elsewhere.example", "[::1", "a:b:c", "", "\xff", "." * 300)
FORM = "application/x-www-form-urlencoded"
BASE64 = (
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n\xff===\r\n--x--"
)
BODIES = {
    "deep": (b"[" * 100_000, "application/json"),
    "deep form": (b"a=" + b"[" * 100_000, FORM),
    "long number": (b"9" * 1_000_000, "application/json"),
    "long field": (b"username=" + b"9" * 1_000_000, FORM),
    "many keys": (b"&".join(b"a%d=1" % n for n in range(200_000)), FORM),
    "zero bytes": (b"username=%00&password=\x00&reason=%00", FORM),
    "no text": (b"username=%ff%fe&\xff=\xfe", FORM),
    "strange charset": (b"username=a", f"{FORM}; charset=utf-7"),
    "no charset": (b"username=a", f"{FORM}; charset=nonsense"),
    "broken parts": (
        b"--x\r\nContent-Disposition: form-data; name=",
        "multipart/form-data; boundary=x",
    ),
    "no boundary": (b"--x", "multipart/form-data"),
    "parts in base64": (BASE64, "multipart/form-data; boundary=x"),
    "many parts": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' * 2_000 + b"--x--",
        "multipart/form-data; boundary=x",
    ),
    "compressed": (b"\x1f\x8b\x08" + b"\x00" * 1_000, "application/gzip"),
}


@pytest.fixture
def inside(all_roles: Account) -> Client:
    client = anybody()
    client.force_login(all_roles)
    return client


def test_a_strange_method_is_refused_everywhere(inside: Client) -> None:
    urls = [*filled(public_routes(), "x"), *filled(staff(), NOBODY)]
    asked = [
        (url, method, ask(inside, url, method=method).status_code)
        for url, method in deal(urls, METHODS, each=2)
    ]
    assert [each for each in asked if not 400 <= each[2] < 500] == []


def test_no_header_breaks_an_address() -> None:
    for url, headers in deal(filled(public_routes(), "x"), HEADERS, each=5):
        assert broken(anybody(), [(url, "")], **headers) == []


@pytest.mark.parametrize("headers", HEADERS, ids=range(len(HEADERS)))
def test_no_header_breaks_the_staff_door(headers: dict[str, str], inside: Client) -> None:
    assert broken(inside, [("/admin/", ""), ("/admin/releases/wave/", "")], **headers) == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_strange_host_is_400(host: str) -> None:
    for url in ("/", "/en/", "/api/v1/waves/", "/admin/"):
        assert ask(anybody(), url, HTTP_HOST=host).status_code == 400


@pytest.mark.parametrize(("body", "kind"), BODIES.values(), ids=BODIES)
def test_a_hostile_body_is_refused_at_once(body: bytes, kind: str) -> None:
    before = dict(rows())
    urls = filled((route for route in public_routes() if not takes_forms(route)), "x")[::3]
    began = time.process_time()
    sent = {"method": "POST", "data": body, "content_type": kind}
    answers = {url: ask(anybody(), url, **sent).status_code for url in urls}
    assert [url for url, status in answers.items() if not 400 <= status < 500] == []
    assert (time.process_time() - began) / len(urls) < 0.25
    assert dict(rows()) == before


@pytest.mark.parametrize(("body", "kind"), BODIES.values(), ids=BODIES)
def test_a_hostile_body_breaks_no_form(body: bytes, kind: str, inside: Client) -> None:
    sent = {"method": "POST", "data": body, "content_type": kind}
    before = dict(rows())
    urls = ["/admin/login/", "/admin/sources/source/add/", "/admin/releases/claim/add/"]
    urls += filled(filter(takes_forms, public_routes()), "x")
    assert broken(inside, deal(urls, [""]), **sent) == []
    assert dict(rows()) == before


def takes_forms(route: Route) -> bool:
    """Whether the address is a page that reads a form, such as a search that no log keeps."""
    return not route.noun and getattr(route.view, "csrf_exempt", False)
