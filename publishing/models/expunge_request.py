from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.enums import WithdrawalReason
from publishing.models.base import PrivateModel


class ExpungeRequest(PrivateModel):
    """One person asks that a record is erased for good; it goes when a second person decides.

    Nobody can change it: who asked for what is what the history says of its first moment.
    """

    table_name = models.CharField(max_length=63)
    record_id = models.UUIDField()
    reason = CodeField(_("reason"), max_length=40, choices=WithdrawalReason)
    note = models.TextField(_("remark"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )

    class Meta(PrivateModel.Meta):
        verbose_name = _("request to expunge")
        verbose_name_plural = _("requests to expunge")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="publishing_expungerequest_once_per_record",
                fields=["record_id"],
                violation_error_message=_("Somebody asked for it already."),
            ),
        ]
