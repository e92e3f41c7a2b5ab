"""The accounts of a demo."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from publishing.enums import Role
from publishing.models import Account
from tracker.management.commands import staff_accounts

pytestmark = pytest.mark.usefixtures("db_as_owner")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch, settings) -> Path:
    settings.BASE_DIR = tmp_path
    monkeypatch.setattr(staff_accounts, "KEPT", tmp_path / "var" / "staff_accounts.txt")
    return staff_accounts.KEPT


def test_there_is_an_account_per_role_and_its_password_is_kept_for_its_owner_alone(kept, client):
    call_command("staff_accounts", verbosity=0)
    lines = dict(line.split() for line in kept.read_text().splitlines())
    assert set(lines) == {*Role.values, staff_accounts.SECOND}
    assert kept.stat().st_mode & 0o777 == 0o600
    assert all(client.login(username=name, password=word) for name, word in lines.items())
    assert all(Account.objects.get(username=role).has_role(role) for role in Role)


def test_a_second_run_keeps_the_passwords(kept):
    call_command("staff_accounts")
    written = kept.read_text()
    call_command("staff_accounts")
    assert kept.read_text() == written


@override_settings(ALLOWED_HOSTS=["127.0.0.1", "tracker.example"])
def test_there_are_none_where_a_public_host_is_served(kept):
    with pytest.raises(CommandError, match=r"tracker\.example"):
        call_command("staff_accounts")
    assert not Account.objects.filter(is_staff=True).exists()
