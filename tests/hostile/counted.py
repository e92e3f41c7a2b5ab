"""The settings as they are served, but for a hasher that tells how often it was asked."""

import os

from django.contrib.auth.hashers import MD5PasswordHasher

from tracker.settings import *  # noqa: F403


class CountedHasher(MD5PasswordHasher):
    def encode(self, password: str, salt: str) -> str:
        with open(os.environ["HASHED"], "ab") as file:
            file.write(b".")
        return super().encode(password, salt)


PASSWORD_HASHERS = ["tests.hostile.counted.CountedHasher"]
