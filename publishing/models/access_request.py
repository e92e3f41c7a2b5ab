from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.enums import Role
from publishing.models.base import PrivateModel


class AccessRequest(PrivateModel):
    """One administrator asks that an account is opened, or has a role; another gives it.

    What was given stays here, with who asked and who gave. No login that serves can change a row.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account")
    )
    #: Without a role the request is to open the account.
    role = models.ForeignKey(
        Group, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("role")
    )
    note = models.TextField(_("remark"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    given_at = models.DateTimeField(_("given at"), null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("given by"),
    )

    class Meta(PrivateModel.Meta):
        verbose_name = _("request for access")
        verbose_name_plural = _("requests for access")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="publishing_accessrequest_is_open_once",
                fields=["account", "role"],
                condition=Q(given_at=None),
                nulls_distinct=False,
                violation_error_message=_("Somebody asked for it already."),
            ),
            models.CheckConstraint(
                name="publishing_accessrequest_is_given_by_somebody_else",
                condition=Q(given_at=None, given_by=None)
                | Q(given_at__isnull=False, given_by__isnull=False)
                & ~Q(given_by=F("asked_by"))
                & ~Q(given_by=F("account")),
                violation_error_message=_("Another administrator gives what one asked for."),
            ),
        ]

    @property
    def asked_for(self) -> str:
        """What is asked for, in words."""
        return str(Role(self.role.name).label if self.role else _("To open the account"))
