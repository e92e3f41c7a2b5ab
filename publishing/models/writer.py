from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordWriter(models.Model):
    """An account that wrote something of a record, or of its parts; only triggers write it.

    Such an account is no second person for the record. A part that is gone has its writers here
    too, and the history would be read from end to end for them.
    """

    record_id = models.UUIDField()
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="publishing_recordwriter_is_noted_once",
                fields=["record_id", "account"],
                violation_error_message=_("Who wrote a record is noted once."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {str(self.record_id)[:8]}"
