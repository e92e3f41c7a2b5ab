"""What a browser is told with every answer."""

import pytest
from django.contrib.staticfiles import finders


@pytest.fixture
def style(client):
    assert finders.find("admin/css/base.css")
    answer = client.get("/static/admin/css/base.css", secure=True)
    assert b"".join(answer.streaming_content)
    return answer


def test_a_static_file_is_served_and_not_kept(style):
    assert style.status_code == 200
    assert style.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified", "Access-Control-Allow-Origin"} & set(style.headers)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
    ],
)
def test_every_answer_says(client, style, header, value):
    for answer in (style, client.get("/healthz", secure=True)):
        assert answer.headers[header] == value


def test_nothing_is_loaded_from_elsewhere(client):
    policy = client.get("/healthz", secure=True).headers["Content-Security-Policy"]
    sources = {word for rule in policy.split(";") for word in rule.split()[1:]}
    assert "default-src 'none'" in policy
    assert sources == {"'none'", "'self'"}


def test_every_feature_of_the_browser_is_off(client):
    policy = client.get("/healthz", secure=True).headers["Permissions-Policy"]
    assert all(feature.endswith("=()") for feature in policy.split(", "))
    assert "geolocation=()" in policy


def test_no_cookie_is_set(client):
    assert not client.get("/healthz", secure=True).cookies


def test_without_tls_a_reader_is_sent_to_it_but_the_probe_is_not(client, settings):
    settings.SECURE_SSL_REDIRECT = True  # as it is served
    assert client.get("/admin/").headers["Location"].startswith("https://")
    assert client.get("/healthz").status_code == 200
