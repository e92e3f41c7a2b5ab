from django.db import models


class LoginAttempts(models.Model):
    """How often within an hour somebody tried to log in by one name, or by any.

    `key` is a keyed hash of the name as it was typed: some type their password there.
    """

    key = models.CharField(primary_key=True, max_length=64)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.count}"
