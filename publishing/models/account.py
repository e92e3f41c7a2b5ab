from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing.enums import Role

#: Names in the history of what nobody at work did. Nobody can log in with one.
REFERENCE = "reference-"


class Account(AbstractUser):
    """Somebody, or a named programme of ours, whose acts the history records.

    What an account may do follows from its roles, which are Django groups named by `Role`. Two
    administrators open an account and give roles. Nobody is a superuser.
    """

    is_active = models.BooleanField(
        pgettext_lazy("account", "open"),
        default=False,
        help_text=_("One person closes an account. Two administrators open it."),
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                name="publishing_account_of_reference_data_is_closed",
                condition=~Q(username__startswith=REFERENCE)
                | Q(
                    is_active=False,
                    is_staff=False,
                    is_superuser=False,
                    password__startswith=UNUSABLE_PASSWORD_PREFIX,
                ),
                violation_error_message=_("Nobody logs in with an account of the reference data."),
            ),
            models.CheckConstraint(
                name="publishing_account_is_no_superuser",
                condition=Q(is_superuser=False),
                violation_error_message=_("Nobody is a superuser: two administrators give roles."),
            ),
        ]

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(self.groups.values_list("name", flat=True))

    def has_role(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)
