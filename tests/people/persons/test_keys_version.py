"""The version of the stored keys stands for the keys, not for the files that make them."""

from collections.abc import Iterator
from hashlib import sha256

from people.names import WrittenName
from people.names.tables import load_table
from people.persons import name_keys
from tests.people.names.measuring import figures

#: A version, and the digest of the keys of the sample under it.
VERSION, DIGEST = "2", "ce9ff68a862f43813db107c9051d9ff30032732d9eb1b7345b04f7443c67b511"


def sample() -> Iterator[str]:
    """The public figures as they are written, and names with every word of the tables."""
    yield from (row["name"] for row in figures())
    for lines in load_table("given_names").values():
        for line in lines.values():
            yield from (word for words in line.values() for word in words.split())
    yield from (f"{beginning}евіч" for beginning in load_table("surnames")["beginnings"])
    for letters in load_table("letters").values():
        yield from (f"В{letter}а" for letter in letters)


def digest() -> str:
    found = sha256()
    for text in sample():
        found.update(repr(name_keys.derive_stored_keys.__wrapped__(WrittenName(text))).encode())
    return found.hexdigest()


def test_other_keys_have_another_version():
    """Where this fails, names get other keys: raise KEYS_VERSION, and write both here."""
    assert (name_keys.KEYS_VERSION, digest()) == (VERSION, DIGEST)


def test_other_keys_have_another_digest(monkeypatch):
    monkeypatch.setattr(name_keys, "SHORTEST_SLIPPED", 5)
    assert digest() != DIGEST
