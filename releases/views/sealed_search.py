"""A search in an address that nobody can read, and that soon opens nothing.

Fernet is salted, so that whoever finds an address on a device cannot try names until one gives the
same; and it knows the moment, after which the address of a search is over.
"""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import QueryDict

from publishing.derived_keys import derive_key

SECONDS = 15 * 60
#: However long a name is, its address is as long: empty fields fill what is left.
LENGTH, NOTHING = 512, b"&"


class SearchIsOver(ValueError):
    """An address that we never sealed, or that was sealed too long ago."""


def seal_search(asked: QueryDict) -> str:
    text = asked.urlencode().encode().ljust(LENGTH, NOTHING)
    return _make_cipher(settings.SECRET_KEY).encrypt(text).decode()


def unseal_search(sealed: str) -> QueryDict:
    """What was asked for; raises SearchIsOver."""
    try:
        return QueryDict(_make_cipher(settings.SECRET_KEY).decrypt(sealed, ttl=SECONDS))
    except InvalidToken as error:
        raise SearchIsOver from error


@cache
def _make_cipher(secret: str) -> Fernet:
    return Fernet(urlsafe_b64encode(derive_key(secret, "searches", 32)))
