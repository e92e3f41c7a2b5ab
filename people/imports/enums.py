"""The closed vocabularies of an import."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportState(models.TextChoices):
    """How far a list has come: read row by row, planned in batches, then applied once or never."""

    READ = "read", pgettext_lazy("import", "Read")
    PLANNED = "planned", pgettext_lazy("import", "Planned")
    APPLIED = "applied", pgettext_lazy("import", "Imported")
    EXPIRED = "expired", pgettext_lazy("import", "Expired")


class ImportVerdict(models.TextChoices):
    """What the plan of an import says of a row."""

    NEW = "new", pgettext_lazy("row of a list", "New")
    UPDATE = "update", pgettext_lazy("row of a list", "Update")
    UNCHANGED = "unchanged", pgettext_lazy("row of a list", "Unchanged")
    LIKELY_DUPLICATE = "likely_duplicate", pgettext_lazy("row of a list", "Likely duplicate")
    HELD = "held", pgettext_lazy("row of a list", "Held")
    CONFLICT = "conflict", pgettext_lazy("row of a list", "Conflict")
    ERROR = "error", pgettext_lazy("row of a list", "Error")
    SKIPPED = "skipped", pgettext_lazy("row of a list", "Left out")


class ImportDecision(models.TextChoices):
    """What a member of staff said of a row that may be somebody known."""

    SAME = "same", _("The same person")
    NEW = "new", _("Somebody new")
    SKIP = "skip", _("Leave the row out")
