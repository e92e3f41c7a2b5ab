"""What the public door hands to the ledger."""

import pytest

from releases import evidence
from releases.ledger import compute_ledger
from sources.models import Organisation
from tests.factories import ClaimFactory, OrganisationFactory, published

pytestmark = pytest.mark.django_db


def held(low: int, yardstick: Organisation) -> None:
    published(
        ClaimFactory(
            about_wave=False, country="BY", measure="held", low=low, high=low, yardstick=yardstick
        )
    )


def questions() -> int:
    return len(compute_ledger(evidence.gather_for_country("BY")).comparisons)


def test_two_figures_by_one_public_definition_are_one_question():
    definition = published(OrganisationFactory())
    held(154, definition)
    held(626, definition)
    assert questions() == 1


def test_a_figure_whose_definition_is_hidden_compares_to_none():
    held(154, published(OrganisationFactory()))
    held(626, OrganisationFactory())
    held(700, OrganisationFactory())
    assert questions() == 3
