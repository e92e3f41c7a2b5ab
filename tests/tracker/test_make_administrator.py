"""The first administrators have nobody to ask: the owner of the database makes them."""

import pytest
from django.core.management import CommandError, call_command

from publishing.enums import Role
from publishing.models import Account

pytestmark = pytest.mark.usefixtures("db_as_owner")
PASSWORD = "three unusual words"


def test_an_administrator_is_made_who_sets_a_password_by_a_link(client, capsys):
    call_command("make_administrator", "anna")
    link = capsys.readouterr().out.split()[-1]
    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert client.login(username="anna", password=PASSWORD)
    assert Account.objects.get(username="anna").has_role(Role.ADMINISTRATOR)


def test_an_account_that_there_is_stays_as_it_is():
    Account.objects.create(username="anna")
    with pytest.raises(CommandError, match="already"):
        call_command("make_administrator", "anna")
    assert not Account.objects.get(username="anna").groups.exists()
