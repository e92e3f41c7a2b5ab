from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.enums import WithdrawalReason


class Tombstone(models.Model):
    """What is left of an expunged record: that its address once answered, and why it is gone.

    `rows` are the ids of all that was erased with it, whose entries of the history are empty.
    A list whose time was over has one too, with nobody behind it.
    """

    record_id = models.UUIDField(primary_key=True)
    table_name = models.CharField(max_length=63)
    reason = CodeField(max_length=40, choices=WithdrawalReason)
    was_public = models.BooleanField()
    expunged_at = models.DateTimeField()
    expunged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    rows = ArrayField(models.UUIDField(), default=list)
    #: By which a person is known again; nobody reads a name in them (publishing/marks.py).
    marks = ArrayField(models.TextField(), default=list)

    class Meta:
        verbose_name = _("expunged record")
        verbose_name_plural = _("expunged records")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.table_name} {str(self.record_id)[:8]}"
