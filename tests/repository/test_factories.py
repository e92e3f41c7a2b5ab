"""Every model has a factory, and what a factory makes is valid."""

import pytest
from django.apps import apps
from django.db import connection

from publishing.models import (
    BaseModel,
    Boundary,
    ChangedRecord,
    Edition,
    History,
    ReadyDocument,
    RecordWriter,
    Seal,
    Tombstone,
)
from tests import factories
from tests.factories import PersonFactory, published

ROOMS = ("publishing", "sources", "people", "support", "releases")
FACTORIES = [getattr(factories, name) for name in factories.__all__ if name.endswith("Factory")]
#: What no login that serves may write; the constraints' test makes it as the owner.
WRITTEN_BY_THE_DATABASE = (
    Boundary,
    ChangedRecord,
    Edition,
    History,
    ReadyDocument,
    RecordWriter,
    Seal,
    Tombstone,
)
ENTERED = [each for each in FACTORIES if each._meta.model not in WRITTEN_BY_THE_DATABASE]


def test_every_model_has_a_factory():
    models = {m for room in ROOMS for m in apps.get_app_config(room).get_models()}
    managed = {model for model in models if model._meta.managed}
    assert managed == {factory._meta.model for factory in FACTORIES}


@pytest.mark.django_db
@pytest.mark.parametrize("factory", ENTERED, ids=lambda factory: factory._meta.model.__name__)
def test_a_factory_makes_a_row_that_the_forms_and_the_database_accept(factory):
    row = factory()
    if isinstance(row, BaseModel):  # the others are never written by a form
        row.full_clean()
    connection.check_constraints()
    assert type(row).objects.get(pk=row.pk)


@pytest.mark.django_db
def test_a_named_person_is_published_with_their_basis():
    assert published(PersonFactory(named=True)).visibility == "named"
