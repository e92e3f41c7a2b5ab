"""No link leads anywhere but to a page: `javascript:` in an address is a script at the reader's."""

from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from publishing.constrained_fields import WebAddressField
from publishing.violations import sentences_by_name
from sources.models import Organisation
from tests.browser.payloads import ADDRESSES
from tests.factories import OrganisationFactory
from tests.repository.constraints import catalogue
from tests.repository.constraints.holding import refusal
from tests.repository.constraints.rows import FACTORIES

COLUMNS = [
    (table, field)
    for table, model in catalogue.tables().items()
    for field in model._meta.local_concrete_fields
    if isinstance(field, models.URLField)
]


def list_loose(columns: list[tuple[str, models.URLField]]) -> list[str]:
    """The columns of addresses without the CHECK, or of another kind."""
    held = {one.name for one in catalogue.held()}
    return [
        f"{table}.{field.column}"
        for table, field in columns
        if not isinstance(field, WebAddressField)
        or f"{table}_{field.column}_is_of_a_page" not in held
    ]


@pytest.mark.django_db
def test_every_address_has_its_check_and_its_sentence():
    assert len(COLUMNS) == 5
    assert list_loose(COLUMNS) == []
    names = {f"{table}_{field.column}_is_of_a_page" for table, field in COLUMNS}
    assert names <= {*sentences_by_name()}


@pytest.mark.django_db
def test_an_address_without_a_check_is_seen():
    plain = models.URLField(db_column="website", name="website")
    plain.set_attributes_from_name("website")
    assert list_loose([("sources_organisation", plain)]) == ["sources_organisation.website"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/", "x",
     "https://example.org/ javascript:alert(1)", "\njavascript:alert(1)//https://example.org"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused_by_form_and_database(address):
    organisation = OrganisationFactory()
    organisation.website = address
    with pytest.raises(ValidationError, match="https://"):
        organisation.clean_fields()
    with pytest.raises(IntegrityError, match="website_is_of_a_page"), transaction.atomic():
        Organisation.objects.update(website=address)


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "field"), COLUMNS)
def test_C14_no_address_is_a_script(table, field):  # noqa: N802
    model = catalogue.tables()[table]
    FACTORIES[model]()
    name = f"{table}_{field.column}_is_of_a_page"
    plant = [partial(model.objects.update, **{field.name: each}) for each in ADDRESSES]
    assert {refusal(each) for each in plant} == {name}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "https://example.org/путь?a=b#c", "HTTP://EXAMPLE.ORG"])
def test_the_address_of_a_page_is_kept(address):
    organisation = OrganisationFactory(website=address)
    organisation.clean_fields()
