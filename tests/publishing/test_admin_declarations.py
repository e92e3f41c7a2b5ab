"""An admin declares what Django's documentation says, and needs nothing else."""

from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model, Q
from django.http import HttpRequest
from django.test import RequestFactory

from people.models import Person
from publishing.admin import Queue, RecordAdmin, RecordPartInline
from publishing.admin.queues import QueueFilter
from releases.admin.people import LegInline
from releases.models import Side, Wave
from tests.factories import PersonFactory, WaveFactory


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
    assert [*staff.get_form(ask()).base_fields] == ["slug", "country", "version", "reason"]
    assert [*staff.get_form(ask(), WaveFactory(), change=True)().fields][:2] == ["slug", "country"]


def test_an_inline_has_the_declared_fields(staff, ask):
    (inline,) = staff.get_inline_instances(ask(), WaveFactory())
    names = [name for _title, group in inline.get_fieldsets(ask()) for name in group["fields"]]
    assert names == ["number", "version", "own_page"]


@pytest.mark.parametrize("query", [{"is_open__exact": "1"}, {"queue": "lithuanian"}])
def test_a_list_filters_by_what_is_declared(query, staff, ask):
    found = WaveFactory(is_open=True, country="LT")
    WaveFactory(is_open=False, country="BY")
    assert list(staff.get_changelist_instance(ask(**query)).result_list) == [found]


def find_foreign_admins(registry: dict[type[Model], Any]) -> list[str]:
    """Admins of ours that stand in another room than their model."""
    return [
        type(staff).__name__
        for model, staff in registry.items()
        if type(staff).__module__.partition(".")[0] != model._meta.app_label
    ]


def test_no_room_replaces_the_admin_of_another_room(staff):
    assert find_foreign_admins(admin.site._registry) == []
    assert find_foreign_admins({Wave: staff}) == ["PlainWaveAdmin"]


def test_a_room_above_adds_to_the_admin_of_a_room_below(ask):
    staff, person = admin.site.get_model_admin(Person), PersonFactory()
    assert LegInline in staff.get_inlines(ask(), person)
    assert LegInline not in staff.inlines
    titles = {str(related.title) for related in staff.get_related_records(person)}
    assert titles == {"Releases", "Statements"}


def list_bases(model_admin: type[admin.ModelAdmin]) -> list[str]:
    """The classes of ours between an admin and Django's."""
    return [
        base.__name__
        for base in model_admin.__mro__[1:]
        if issubclass(base, admin.ModelAdmin) and not base.__module__.startswith("django.")
    ]


def test_at_most_two_bases_of_ours_stand_between_an_admin_and_django():
    bases = {type(each).__name__: list_bases(type(each)) for each in admin.site._registry.values()}
    assert len(bases) > 30
    assert {name: found for name, found in bases.items() if len(found) > 2} == {}
