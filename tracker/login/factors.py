"""The second factors of an account: authenticators, passkeys and recovery codes."""

import hashlib
import secrets
from base64 import b32encode
from collections.abc import Iterable

from django.db import transaction
from django_otp import devices_for_user, verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.models import Account

RECOVERY_CODES = 10


def list_factors(account: Account) -> list[Device]:
    """What lets an account in beside its password, recovery codes apart."""
    return [each for each in devices_for_user(account) if not isinstance(each, StaticDevice)]


def verify_code(account: Account, code: str) -> Device | None:
    """The authenticator or the recovery code that this is, used up by it."""
    code = code.replace(" ", "").lower()
    if code.isascii() and code.isdigit():
        return _verify(account, TOTPDevice.objects.devices_for_user(account, True), code)
    return verify_recovery_code(account, code)


def verify_recovery_code(account: Account, code: str) -> Device | None:
    code = code.replace(" ", "").lower()
    return _verify(account, StaticDevice.objects.devices_for_user(account, True), hash_code(code))


def _verify(account: Account, devices: Iterable[Device], token: str) -> Device | None:
    found = (verify_token(account, device.persistent_id, token) for device in devices)
    return next((device for device in found if device), None)


@transaction.atomic
def make_recovery_codes(account: Account) -> list[str]:
    """New codes, in place of those from before; only their hashes are kept."""
    device, _is_new = StaticDevice.objects.get_or_create(user=account, name="recovery")
    device.token_set.all().delete()
    codes = [secrets.token_hex(8) for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=hash_code(code)) for code in codes
    )
    return codes


def count_recovery_codes(account: Account) -> int:
    return StaticToken.objects.filter(device__user=account).count()


def hash_code(code: str) -> str:
    """As many bits as the column has room for; a code is too long to be guessed from them."""
    return b32encode(hashlib.sha256(code.encode()).digest())[:16].decode().lower()
