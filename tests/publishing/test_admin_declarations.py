"""An admin declares what Django's documentation says, and needs nothing else."""

from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.test import RequestFactory

from publishing.admin import Queue, RecordAdmin, RecordPartInline
from publishing.admin.queues import QueueFilter
from releases.models import Side, Wave
from tests.factories import WaveFactory


class PlainSideInline(RecordPartInline):
    model = Side
    fields = ("number",)


class PlainWaveAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["slug", "country"]})]
    list_filter = (QueueFilter, "is_open")
    queues = (Queue("lithuanian", "Lithuanian", Q(country="LT")),)
    inlines = [PlainSideInline]


@pytest.fixture
def staff() -> PlainWaveAdmin:
    return PlainWaveAdmin(Wave, admin.site)


@pytest.fixture
def ask(administrator: Any) -> Any:
    def build(**query: str) -> HttpRequest:
        request = RequestFactory().get("/", query)
        request.user = administrator
        return request

    return build


def test_a_form_has_the_declared_fields(staff, ask):
    assert [*staff.get_form(ask()).base_fields] == ["slug", "country", "reason"]
    assert [*staff.get_form(ask(), WaveFactory(), change=True)().fields][:2] == ["slug", "country"]


def test_an_inline_has_the_declared_fields(staff, ask):
    (inline,) = staff.get_inline_instances(ask(), WaveFactory())
    names = [name for _title, group in inline.get_fieldsets(ask()) for name in group["fields"]]
    assert names == ["number", "own_page"]


@pytest.mark.parametrize("query", [{"is_open__exact": "1"}, {"queue": "lithuanian"}])
def test_a_list_filters_by_what_is_declared(query, staff, ask):
    found = WaveFactory(is_open=True, country="LT")
    WaveFactory(is_open=False, country="BY")
    assert list(staff.get_changelist_instance(ask(**query)).result_list) == [found]
