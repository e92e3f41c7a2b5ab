import uuid

from django.db import models


class Edition(models.Model):
    """One row: the name of all that is public, until the next transaction that changes any of it.

    Answers are kept under this name (`tracker.kept_answers`), so it is drawn and not counted: a
    restored database never repeats one.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    name = models.UUIDField(default=uuid.uuid4)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.name)


class Boundary(models.Model):
    """A moment at which time alone may change what is public: an embargo or a consent ends.

    A moment that nothing waits for any more stays, and costs one making of what is kept.
    """

    at = models.DateTimeField(primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.at.isoformat()


class ChangedRecord(models.Model):
    """A record that was or is public and that this transaction changed; empty after each."""

    record_id = models.UUIDField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.record_id)[:8]
