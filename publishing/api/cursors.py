"""Opaque places in a list. A client cannot read, alter or make up a cursor.

A place can hold a moment of our staff's work, so a cursor is encrypted, not only signed. AES-SIV
(RFC 5297) is deterministic: equal places have equal cursors, and equal answers have equal bytes.
The list and its ordering are associated data, so a cursor opens its own list alone.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

from publishing.derived_keys import derive_key

LONGEST_CURSOR = 1024
KEY_BYTES = 64


class CursorError(ValueError):
    """A cursor that we never sealed, or sealed for another list or ordering."""


def seal_place(place: Any, *scope: str) -> str:
    """`place`, which is plain JSON, as a text for an address; `scope`: the list, its ordering."""
    sealed = _make_cipher(settings.SECRET_KEY).encrypt(orjson.dumps(place), _as_bytes(scope))
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal_place(cursor: str, *scope: str) -> Any:
    """The place that was sealed for this scope; raises CursorError for anything else."""
    try:
        sealed = urlsafe_b64decode(cursor[:LONGEST_CURSOR] + "=" * (-len(cursor) % 4))
        text = _make_cipher(settings.SECRET_KEY).decrypt(sealed, _as_bytes(scope))
    except (ValueError, InvalidTag) as error:
        raise CursorError from error
    return orjson.loads(text)


@cache
def _make_cipher(secret: str) -> AESSIV:
    return AESSIV(derive_key(secret, "api cursors", KEY_BYTES))


def _as_bytes(scope: tuple[str, ...]) -> list[bytes]:
    return [part.encode() for part in scope]
