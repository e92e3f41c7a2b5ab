"""Claims, their standing, sums of claims, and what a comparison can say."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Mode(models.TextChoices):
    STATED = "stated", pgettext_lazy("mode", "Stated")
    ANNOUNCED = "announced", pgettext_lazy("mode", "Announced or expected")
    ESTIMATED = "estimated", pgettext_lazy("mode", "Estimated")
    DERIVED = "derived", pgettext_lazy("mode", "Derived from other claims")


class Standing(models.TextChoices):
    """The first four are the speaker's; a misprint is established by an editor."""

    STANDING = "standing", pgettext_lazy("standing", "Stands")
    CORRECTED = "corrected", pgettext_lazy("standing", "Corrected by the speaker")
    SUPERSEDED = "superseded", pgettext_lazy("standing", "Replaced by a later figure")
    WITHDRAWN = "withdrawn", pgettext_lazy("standing", "Withdrawn by the speaker")
    MISPRINT = "misprint", _("Misprint")


class SumKind(models.TextChoices):
    WHOLE = "whole", _("The parts make the whole")
    PARTIAL = "partial", _("The parts are some of the whole")
    OVERLAPPING = "overlapping", _("The parts overlap")


class Agreement(models.TextChoices):
    """How a claimed figure stands to the recorded one, or a total to its parts."""

    AGREE = "agree", pgettext_lazy("agreement", "Agrees")
    SHORT = "short", pgettext_lazy("agreement", "Short")
    OVER = "over", pgettext_lazy("agreement", "Over")
    INCOMPARABLE = "incomparable", pgettext_lazy("agreement", "Not comparable")


class Incomparable(models.TextChoices):
    """The one reason why two figures are not compared."""

    YARDSTICK = "yardstick", _("Different definitions")
    TIME = "time", _("Different times")
    TIME_UNKNOWN = "time_unknown", _("Time not known")
    VAGUE = "vague", _("Too vague")
    MODE = "mode", _("Not a stated figure")


class CountKind(models.TextChoices):
    """The four numbers that are never mixed."""

    CLAIMED = "claimed", pgettext_lazy("count", "Claimed")
    RECORDED = "recorded", pgettext_lazy("count", "Recorded")
    VERIFIED = "verified", pgettext_lazy("count", "Verified")
    PUBLIC = "public", pgettext_lazy("count", "Public")
