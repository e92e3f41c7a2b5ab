import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class History(models.Model):
    """One change of one row, written by a trigger; nobody who serves can change or delete it.

    `commitment` is the SHA-256 of salt, reason, old and new. Expunging erases these four and keeps
    the commitment, so that the order of events stays provable when their content is gone.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    transaction = models.BigIntegerField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    login = models.CharField(max_length=63)
    reason = models.TextField(blank=True)
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    operation = models.CharField(max_length=6)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    salt = models.UUIDField(null=True, default=uuid.uuid4)
    commitment = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("history")
        default_permissions = ("view",)
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["row_id", "id"], name="publishing_history_of_a_row"),
            # Expunging looks here for parts that are no more.
            models.Index(
                fields=["table_name"],
                name="publishing_history_deleted",
                condition=models.Q(operation="delete"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.table_name} {str(self.row_id)[:8]}"
