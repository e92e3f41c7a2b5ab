"""What lists and links of the staff door call a record of this room."""

from decimal import Decimal

import pytest

from releases.admin.claims import format_figure
from releases.models import Claim
from tests.factories import WaveFactory
from tests.staff import address


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        ({"low": Decimal(123), "high": Decimal(123)}, "123"),
        ({"low": Decimal(10), "high": Decimal(12)}, "10–12"),
        ({"low": Decimal(18)}, "≥ 18"),
        ({"high": Decimal(20)}, "≤ 20"),
        ({"low": Decimal(18), "is_vague": True}, "—"),
        ({}, "—"),
    ],
)
def test_a_figure_is_written_as_its_bounds_are(bounds, text):
    assert format_figure(Claim(**bounds)) == text


@pytest.mark.django_db
def test_the_comparison_with_our_record_is_a_link_and_no_warning(client, editor):
    client.force_login(editor)
    wave = WaveFactory()
    page = client.get(address(wave, "change")).content.decode()
    assert f'<p><a href="{address(wave, "record")}">' in page
