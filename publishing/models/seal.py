from django.contrib.postgres.fields import ArrayField
from django.db import models


class Seal(models.Model):
    """The entries of one transaction, sealed with all that was sealed before; the history's chain.

    `number` has no gaps. `digests` are of the entries without their content, for which the
    commitment stands, so expunging breaks no seal. Nobody who serves can write one.
    """

    number = models.BigIntegerField(primary_key=True)
    entries = ArrayField(models.BigIntegerField())
    digests = ArrayField(models.BinaryField())
    hash = models.BinaryField(max_length=32, null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number}:{bytes(self.hash or b'').hex()}"
