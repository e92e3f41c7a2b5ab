"""What a column of a list can be about."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Target(models.TextChoices):
    """Where the cells of a column go. `NOTE` keeps them verbatim where only staff read them."""

    NUMBER = "number", _("Number in this list")
    ADDRESS = "address", _("Address of the person’s page")
    NAME = "name", pgettext_lazy("column", "Name")
    SURNAME_FIRST = "surname_first", _("Name, surname first")
    SEX = "sex", pgettext_lazy("column", "Sex")
    BORN = "born", pgettext_lazy("column", "Born")
    DIED = "died", pgettext_lazy("column", "Died")
    STATUS = "status", _("Status: active, former or none")
    ARRESTED = "arrested", _("Day of arrest")
    RELEASED = "released", _("Day of release, past or expected")
    PRISON = "prison", _("Place of detention")
    ARTICLES = "articles", _("Articles of law")
    PENALTY = "penalty", _("Penalty")
    SENTENCED = "sentenced", _("Day of the verdict")
    BEGUN = "begun", _("Day from which the sentence counts")
    NOTE = "note", _("Note for staff, verbatim")
    NOT_TAKEN = "not_taken", _("Not taken")
