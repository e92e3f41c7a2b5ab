"""One command is due each night."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_one_command_does_what_is_due_each_night():
    said = StringIO()
    call_command("nightly", stdout=said)
    assert [line.split()[0] for line in said.getvalue().splitlines()] == [
        "Deleted",
        "Compared",
        "Counted",
        "Documents",
    ]
