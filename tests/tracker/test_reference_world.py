"""The shipped files themselves, as they stand in the database after the load."""

import pytest
from django.apps import apps

from publishing.enums import State
from publishing.models import Record, ReferenceEntry
from tracker.reference import load_reference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]


def test_every_record_of_the_files_is_published():
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    states = [state for model in models for state in model.objects.values_list("state", flat=True)]
    assert len(states) == ReferenceEntry.objects.count() > 500
    assert set(states) == {State.PUBLISHED}


def test_the_shipped_files_are_what_the_database_holds():
    outcome = load_reference()
    assert (outcome.inserted, outcome.differences) == ([], [])
