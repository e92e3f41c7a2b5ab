"""What the groups of staff may do, as Django's permissions say."""

import pytest
from django.apps import apps

from publishing.enums import Role
from publishing.models import Account, Record
from tests import accounts
from tracker import roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(request) -> Account:
    return accounts.account(request.param, "somebody")


@pytest.mark.parametrize("role", Role)
def test_every_migrate_leaves_the_groups_as_the_code_says(role):
    kept = roles.find_group(role).permissions.values_list("content_type__app_label", "codename")
    assert set(kept) == roles.list_permissions(role)


@pytest.mark.parametrize("role", Role)
def test_nobody_deletes_a_record(role):
    records = {model._meta.model_name for model in apps.get_models() if issubclass(model, Record)}
    deleted = {name.removeprefix("delete_") for _room, name in roles.list_permissions(role)}
    assert not deleted & records


@pytest.mark.parametrize("account", [Role.EDITOR, Role.REVIEWER], indirect=True)
def test_who_writes_records_sees_nothing_of_a_persons_needs(account):
    assert account.has_perm("releases.add_wave")
    assert not account.has_perm("support.view_need")
    assert not account.has_perm("publishing.view_history")


@pytest.mark.parametrize("account", [Role.CASEWORKER], indirect=True)
def test_a_caseworker_sees_people_and_enters_their_needs(account):
    assert account.has_perms(["people.view_person", "support.add_need", "support.change_contact"])
    assert not account.has_perm("people.change_person")


@pytest.mark.parametrize("account", [Role.ADMINISTRATOR], indirect=True)
def test_an_administrator_sees_the_history_and_the_accounts(account):
    assert account.has_perms(["publishing.view_history", "publishing.change_account"])
    assert account.has_perm("publishing.view_accessrequest")


def test_F6_an_administrator_sees_nothing_of_a_case():  # noqa: N802
    models = [model for model in apps.get_models() if getattr(model, "is_case_data", False)]
    cases = {model._meta.model_name for model in models}
    granted, worked = (
        {name.partition("_")[2] for _room, name in roles.list_permissions(role)} & cases
        for role in (Role.ADMINISTRATOR, Role.CASEWORKER)
    )
    assert (granted, worked) == (set(), cases)
