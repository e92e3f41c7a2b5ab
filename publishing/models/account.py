from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property

from publishing.enums import Role


class Account(AbstractUser):
    """Somebody, or a named programme of ours, whose acts the history records.

    What an account may do follows from its roles, which are Django groups named by `Role`.
    """

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(self.groups.values_list("name", flat=True))

    def has_role(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)
