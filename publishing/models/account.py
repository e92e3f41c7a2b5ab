from django.contrib.auth.models import AbstractUser

from publishing.enums import Role


class Account(AbstractUser):
    """Somebody, or a named programme of ours, whose acts the history records.

    What an account may do follows from its roles, which are Django groups named by `Role`.
    """

    def has_role(self, *roles: Role) -> bool:
        return self.groups.filter(name__in=roles).exists()
