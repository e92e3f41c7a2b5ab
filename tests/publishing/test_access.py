# ruff: noqa: N802
"""C11: the database itself asks for two administrators where an account is to do more."""

from collections.abc import Callable
from functools import partial

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction

from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import AccessRequest, Account
from tests.accounts import account, open_account
from tests.factories import AccessRequestFactory, AccountFactory

pytestmark = pytest.mark.django_db


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    return error.value.__cause__.diag.constraint_name


def role(name: Role) -> Group:
    return Group.objects.get(name=name.value)


@pytest.fixture
def closed(db) -> Account:
    return AccountFactory()


@pytest.fixture
def opened(db) -> Account:
    return open_account(AccountFactory())


def ask(by: Account, **of: object) -> AccessRequest:
    with attribute_changes(by=by):
        return AccessRequestFactory(asked_by=by, **of)


def give_by_sql(request: AccessRequest, by: Account | None) -> None:
    with connection.cursor() as cursor:
        actor = str(by.pk) if by else ""
        cursor.execute("SELECT set_config('tracker.actor', %s, true)", [actor])
        cursor.execute("SELECT publishing_give_access(%s)", [request.pk])


def test_C11_who_serves_opens_no_account_and_gives_no_role(closed, opened):
    Account.objects.filter(pk=opened.pk).update(is_staff=False)
    for act in (
        partial(AccountFactory, is_active=True),
        partial(Account.objects.filter(pk=closed.pk).update, is_active=True),
        partial(Account.objects.filter(pk=opened.pk).update, is_staff=True),
        partial(opened.groups.add, role(Role.REVIEWER)),
    ):
        assert refusal(act) == "access_is_given_by_two"
    superuser = partial(Account.objects.filter(pk=opened.pk).update, is_superuser=True)
    assert refusal(superuser) == "publishing_account_is_no_superuser"


def test_C11_a_role_is_given_by_a_second_administrator_alone(opened, administrator, reviewer):
    request = ask(administrator, account=opened, role=role(Role.REVIEWER))
    for actor in (None, administrator, reviewer, opened):
        assert refusal(partial(give_by_sql, request, actor)) == "access_is_given_by_two"
    give_by_sql(request, account(Role.ADMINISTRATOR, "other"))
    assert opened.has_role(Role.REVIEWER)
    assert refusal(partial(give_by_sql, request, administrator)) == "access_is_given_by_two"


def test_C11_nobody_has_a_part_in_what_they_are_given(administrator):
    other = account(Role.ADMINISTRATOR, "other")
    request = ask(other, account=administrator, role=role(Role.REVIEWER))
    assert refusal(partial(give_by_sql, request, administrator)) == "access_is_given_by_two"
    request = ask(administrator, account=administrator, role=role(Role.EDITOR))
    assert refusal(partial(give_by_sql, request, other)) == "access_is_given_by_two"


def test_C11_who_asked_is_an_administrator_whom_the_history_names(opened, administrator, editor):
    other = account(Role.ADMINISTRATOR, "other")
    with attribute_changes(by=administrator):
        request = AccessRequestFactory(account=opened, asked_by=other)
    assert refusal(partial(give_by_sql, request, administrator)) == "access_is_given_by_two"
    request = ask(editor, account=opened, role=role(Role.EDITOR))
    assert refusal(partial(give_by_sql, request, other)) == "access_is_given_by_two"


def test_C11_an_account_is_opened_without_the_roles_that_it_had(closed, administrator):
    closed.groups.add(role(Role.REVIEWER))
    give_by_sql(ask(administrator, account=closed), account(Role.ADMINISTRATOR, "other"))
    closed.refresh_from_db()
    assert (closed.is_active, closed.is_staff, closed.groups.exists()) == (True, True, False)


def test_one_person_closes_an_account_and_takes_a_role_away(editor):
    editor.groups.clear()
    Account.objects.filter(pk=editor.pk).update(is_active=False)
    assert not Account.objects.get(pk=editor.pk).is_active
