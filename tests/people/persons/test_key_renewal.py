"""Keys follow the rules of names: an upgrade that changes these derives them anew."""

from django.db import connection

from people.models import Name
from people.names import WrittenName
from people.persons import key_renewal
from people.persons.name_keys import derive_stored_keys
from publishing.models import History
from tests.factories import NameFactory, published


def test_other_rules_renew_the_keys_and_nothing_else(db_as_owner, monkeypatch):
    name = NameFactory(text="Выдуманая Асоба")
    published(name.person)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_name SET keys = '{old}' WHERE id = %s", [name.pk])
    told = History.objects.count()
    monkeypatch.setattr(key_renewal, "KEYS_VERSION", "other rules")
    assert key_renewal.renew_keys() == Name.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT keys FROM people_name WHERE id = %s", [name.pk])
        keys = tuple(cursor.fetchone()[0])
    assert keys == derive_stored_keys(WrittenName(name.text, language=name.language)).keys
    assert History.objects.count() == told
    assert key_renewal.renew_keys() == 0
