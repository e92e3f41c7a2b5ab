"""Keys that follow from a secret of the installation, one for each purpose."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derive_key(secret: str, purpose: str, size: int) -> bytes:
    """`size` bytes by HKDF (RFC 5869), which tell nothing of the secret or of another purpose's."""
    return HKDF(SHA256(), size, salt=None, info=purpose.encode()).derive(secret.encode())
