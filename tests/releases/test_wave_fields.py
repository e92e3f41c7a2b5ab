"""Whatever a wave shows the public stands on its page, in its CSV and in the form of staff."""

import csv

import pytest
from django.db import models
from django.test import Client

from publishing.enums import Role
from publishing.languages import LANGUAGES
from releases.projections import PublishedWave
from tests.accounts import account
from tests.factories import WaveFactory
from tests.factories.life import published

#: A text of each column, in English where it has a column for each language. The page names the
#: countries of the sides, and none of the wave.
WORDS = {
    field.name: f"word-of-{field.name.replace('_', '-')}"
    for field in PublishedWave._meta.fields
    if isinstance(field, models.CharField | models.TextField)
    and field.name != "country"
    and field.name.removesuffix("_en").rpartition("_")[2] not in LANGUAGES
}
pytestmark = pytest.mark.django_db


def test_the_page_of_a_wave_shows_each_of_its_texts(client: Client) -> None:
    published(WaveFactory(**WORDS))
    page = client.get(f"/en/waves/{WORDS['slug']}/").text
    assert [word for word in WORDS.values() if word not in page] == []


def test_the_csv_of_waves_has_each_text(client: Client) -> None:
    published(WaveFactory(**WORDS))
    lines = b"".join(client.get("/api/v1/waves/?format=csv")).decode().splitlines()
    (row,) = csv.DictReader(lines)
    assert {name: row[name] for name in WORDS} == WORDS


def test_staff_enter_each_text_of_a_wave(client: Client) -> None:
    client.force_login(account(Role.EDITOR))
    form = client.get("/admin/releases/wave/add/").text
    assert [name for name in WORDS if f'name="{name}"' not in form] == []
