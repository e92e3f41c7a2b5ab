from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils.translation import gettext_lazy as _

from people.persons.models.person import Person
from publishing.models import PrivateModel


class Merge(PrivateModel):
    """A decision that two records are one person, and who took it.

    Its moments are written by the database when it takes effect, which for a proposal is its
    acceptance (people/invariants/merging.sql).
    """

    survivor = models.ForeignKey(Person, models.CASCADE, related_name="merges")
    absorbed = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.TextField(_("reason"), help_text=_("Staff only."))
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(PrivateModel.Meta):
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints = [
            models.CheckConstraint(
                name="people_merge_joins_two_people",
                condition=~Q(survivor=F("absorbed")),
                violation_error_message=_("Two different people are needed."),
            ),
            models.UniqueConstraint(
                name="people_merge_absorbs_a_person_once",
                fields=["absorbed"],
                condition=Q(undone_at__isnull=True),
                violation_error_message=_("This person was merged already."),
            ),
            models.CheckConstraint(
                name="people_merge_undone_at_and_by",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message=_("A moment and the account that acted go together."),
            ),
        ]


class Move(PrivateModel):
    """One column of one row that a merge changed, and so what its undo puts back.

    A row that stayed behind with the absorbed person is kept too, with `new` the same as `old`.
    """

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="moves", editable=False)
    table_name = models.CharField(max_length=63, editable=False)
    row_id = models.UUIDField(db_index=True, editable=False)
    column_name = models.CharField(max_length=63, editable=False)
    old = models.JSONField(null=True, editable=False)
    new = models.JSONField(null=True, editable=False)

    class Meta(PrivateModel.Meta):
        verbose_name = _("row of a merge")
        verbose_name_plural = _("rows of a merge")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="people_move_once_per_column",
                fields=["merge", "row_id", "column_name"],
                violation_error_message=_("A merge changes each column once."),
            )
        ]


class NotTheSameQuerySet(models.QuerySet):
    def standing(self) -> "NotTheSameQuerySet":
        """Decisions that nobody took back."""
        return self.filter(taken_back_at__isnull=True)

    def of_who_stayed(self) -> "NotTheSameQuerySet":
        """Each with `one` and `other`: into whom its two were merged, the smaller id first."""
        first = Coalesce("first__merged_into", "first")
        second = Coalesce("second__merged_into", "second")
        return self.annotate(one=Least(first, second), other=Greatest(first, second))


class NotTheSame(PrivateModel):
    """A decision that two records are two people, so that nobody is asked again.

    It can be taken back, and taken anew; each decision stays as a row of its own.
    """

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.TextField(_("reason"), blank=True, help_text=_("Staff only."))
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = NotTheSameQuerySet.as_manager()

    class Meta(PrivateModel.Meta):
        verbose_name = _("not the same person")
        verbose_name_plural = _("not the same person")
        constraints = [
            models.CheckConstraint(
                name="people_notthesame_is_ordered",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("The pair is kept once, the smaller id first."),
            ),
            models.UniqueConstraint(
                name="people_notthesame_once_per_pair",
                fields=["first", "second"],
                condition=Q(taken_back_at__isnull=True),
                violation_error_message=_("This was decided already."),
            ),
            models.CheckConstraint(
                name="people_notthesame_taken_back_at_and_by",
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                violation_error_message=_("A moment and the account that acted go together."),
            ),
        ]
