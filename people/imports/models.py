import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.imports.enums import ImportDecision, ImportState, ImportVerdict
from people.imports.expiry import find_end, is_over
from people.persons.models.person import Person
from publishing.codes import CodeField
from publishing.models import PrivateModel
from sources.models import Organisation, Source


class SavedMapping(PrivateModel):
    """Which column of an organisation's list means what, kept for the next time."""

    title = models.CharField(_("title"), max_length=100, unique=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    #: Header → people.imports.targets.Target.
    columns = models.JSONField(_("columns"), default=dict)

    class Meta(PrivateModel.Meta):
        verbose_name = _("saved mapping of columns")
        verbose_name_plural = _("saved mappings of columns")


class Import(PrivateModel):
    """One list that was read: its plan stands in its rows, and is applied once or never.

    After 30 days the rows that nobody took are deleted. Of a list that was not applied there is
    then left that it was read, by whom and when, and the checksum of its file.

    `facts`: what the reader found out of the file. `columns`: pairs of header and target, in the
    order of the sheet. `seen`: the database's snapshot that the plan was made on, and `seen_id` the
    last change of the history then.
    """

    file_name = models.CharField(_("file"), max_length=200)
    file_hash = models.CharField(_("SHA-256 of the file"), max_length=64)
    format = models.CharField(_("format"), max_length=60)
    mapping = models.ForeignKey(
        SavedMapping, models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    scheme = models.SlugField(
        _("list"), max_length=60, help_text=_("Whose numbers stand in its rows.")
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))
    facts = models.JSONField(default=dict, blank=True)
    columns = models.JSONField(default=list)
    state = CodeField(_("state"), choices=ImportState, default=ImportState.READ)
    seen = models.TextField(blank=True)
    seen_id = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(_("read at"), default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta(PrivateModel.Meta):
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                name="people_import_applied_at_and_by",
                condition=Q(
                    state=ImportState.APPLIED, applied_at__isnull=False, applied_by__isnull=False
                )
                | (
                    ~Q(state=ImportState.APPLIED)
                    & Q(applied_at__isnull=True, applied_by__isnull=True)
                ),
                violation_error_message=_(
                    "A list that was imported has its moment and its account."
                ),
            ),
            models.UniqueConstraint(
                name="people_import_one_open_plan_per_file",
                fields=["file_hash", "source", "format"],
                condition=~Q(state__in=[ImportState.APPLIED, ImportState.EXPIRED]),
                violation_error_message=_("This file is being planned already."),
            ),
        ]

    @property
    def ends_at(self) -> datetime:
        """When the rows that nobody took go."""
        return find_end(self.created_at)

    @property
    def is_expired(self) -> bool:
        return self.state != ImportState.APPLIED and is_over(self.created_at)

    def not_taken(self) -> list[str]:
        """The headers of the columns that the import leaves where they are."""
        return [header for header, target in self.columns if target == "not_taken" and header]


class ImportRow(models.Model):
    """A row of a list, and what is planned for it.

    An ImportRow is no BaseModel: what it says is history only once the list is applied. It goes
    with the person when that person is expunged, by number or name too (people/sql/traces.sql).
    `reason`: why somebody who may have been forgotten is added all the same.
    `said`: field → value as read. `changes`: lists of field, old, new and how
    (people.imports.row_diff). `remarks`: lists of code, column and value.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    listing = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField()
    flaws = models.JSONField(default=dict, blank=True)
    verdict = CodeField(_("verdict"), choices=ImportVerdict, blank=True)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    said = models.JSONField(default=dict, blank=True)
    changes = models.JSONField(default=list, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    candidates = models.JSONField(default=list, blank=True)
    #: What another row of the same file would share with this one, were they of one person.
    name_key = models.TextField(blank=True)
    is_done = models.BooleanField(_("carried out"), default=False)
    decision = CodeField(_("decision"), choices=ImportDecision, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("row of a list")
        verbose_name_plural = _("rows of lists")
        default_permissions = ("view",)
        ordering = ["number"]
        indexes = [
            models.Index(
                fields=["listing", "verdict", "number"], name="people_importrow_by_verdict"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="people_importrow_once_per_number",
                fields=["listing", "number"],
                violation_error_message=_("This row was read already."),
            ),
            models.CheckConstraint(
                name="people_importrow_decided_at_and_by",
                condition=Q(decision="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(decision="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                violation_error_message=_("A decision has its moment and its account."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"
