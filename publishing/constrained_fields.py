"""Columns that bring along the named CHECK by which the database holds them."""

from django.apps import apps
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ColumnConstraint(models.CheckConstraint):
    """The named CHECK of a column. Its sentence is in no migration."""

    def validate(self, *args, **kwargs) -> None:
        """Ask nothing: the field has asked the same already."""


class ConstrainedField(models.Field):
    """A column whose constraint belongs to its model, so that `makemigrations` follows it."""

    #: The end of the constraint's name, after the table and the column.
    constraint_ending: str

    def make_constraint(self, name: str) -> ColumnConstraint:
        raise NotImplementedError

    def contribute_to_class(self, cls, name, private_only=False) -> None:
        super().contribute_to_class(cls, name, private_only)
        options = cls._meta
        # The models of a migration have the constraints that their migrations give them.
        if options.abstract or not options.managed or options.apps is not apps:
            return
        name = f"{options.db_table}_{self.column}_{self.constraint_ending}"
        options.constraints = [*options.constraints, self.make_constraint(name)]
        options.original_attrs["constraints"] = options.constraints


class WebAddressConstraint(ColumnConstraint):
    default_violation_error_message = _("The address of a page begins with https:// or http://.")


is_web_address = URLValidator(
    schemes=["http", "https"], message=WebAddressConstraint.default_violation_error_message
)


class WebAddressField(ConstrainedField, models.URLField):
    """The address of a page, which a link leads to; a link of another scheme can run a script."""

    constraint_ending = "is_of_a_page"
    default_validators = [is_web_address]

    def make_constraint(self, name: str) -> WebAddressConstraint:
        pattern = r"^(https?://[^\s<>\"]+)?$" if self.blank else r"^https?://[^\s<>\"]+$"
        return WebAddressConstraint(name=name, condition=Q(**{f"{self.name}__iregex": pattern}))
