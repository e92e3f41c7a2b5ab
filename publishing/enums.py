"""The closed vocabularies of the life of a record."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a record stands on its way to the reader, and after."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("record", "Withdrawn")
    EXPUNGED = "expunged", _("Expunged")


class ProposalState(models.TextChoices):
    OPEN = "open", pgettext_lazy("proposal", "Open")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "Accepted")
    REJECTED = "rejected", pgettext_lazy("proposal", "Rejected")


class Audience(models.TextChoices):
    """Who a consent, or an answer, is for; partners see what the public sees and more."""

    PUBLIC = "public", _("The public")
    PARTNERS = "partners", _("Partner organisations")


class WithdrawalReason(models.TextChoices):
    """Neutral on purpose: the code is public and must not say anything about a person."""

    ENTERED_IN_ERROR = "entered_in_error", _("Entered in error")
    AT_THE_PERSONS_REQUEST = "at_the_persons_request", _("At the person’s request")
    SAFETY = "safety", _("Safety")
    DUPLICATE = "duplicate", _("Duplicate")
    LEGAL = "legal", _("Legal reason")
    OTHER = "other", pgettext_lazy("withdrawal reason", "Other reason")


class ColumnClass(models.TextChoices):
    """Who may ever see a column, as the data dictionary declares it."""

    PUBLIC = "public", pgettext_lazy("column", "Public")
    PARTNER = "partner", pgettext_lazy("column", "For partners")
    STAFF = "staff", pgettext_lazy("column", "For staff")
    SECRET = "secret", pgettext_lazy("column", "Secret")


class Role(models.TextChoices):
    """The groups of staff accounts."""

    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer")
    CASEWORKER = "caseworker", _("Caseworker")
    ADMINISTRATOR = "administrator", _("Administrator")
