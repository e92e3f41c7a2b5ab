"""Opaque places in a list. What is sealed cannot be read, altered or made up by a client.

A place can hold a moment of our staff's work, so it is encrypted, not only signed: the synthetic
initialisation vector is an HMAC of the text, and HMACs of it and a counter are the key stream.
Equal places have equal seals, so that equal answers have equal bytes.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from itertools import count
from typing import Any

import orjson
from django.conf import settings

LONGEST = 1024


class CursorError(ValueError):
    """A cursor that we never sealed."""


def seal(place: Any) -> str:
    """`place`, which is plain JSON, as a text for an address."""
    text = orjson.dumps(place)
    vector = _mac(b"vector", text)[:16]
    return urlsafe_b64encode(vector + _crypt(vector, text)).decode().rstrip("=")


def unseal(cursor: str) -> Any:
    """The place that was sealed; raises CursorError for anything else."""
    try:
        sealed = urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor) % 4))
    except ValueError as error:
        raise CursorError from error
    vector, text = sealed[:16], _crypt(sealed[:16], sealed[16:])
    if not hmac.compare_digest(vector, _mac(b"vector", text)[:16]):
        raise CursorError
    return orjson.loads(text)


def _crypt(vector: bytes, text: bytes) -> bytes:
    blocks = (_mac(b"stream", vector + block.to_bytes(4)) for block in count())
    stream = b"".join(next(blocks) for _ in range(0, len(text), 32))
    return bytes(one ^ other for one, other in zip(text, stream, strict=False))


def _mac(purpose: bytes, text: bytes) -> bytes:
    key = hmac.digest(settings.SECRET_KEY.encode(), b"api cursors " + purpose, sha256)
    return hmac.digest(key, text, sha256)
