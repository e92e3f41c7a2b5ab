from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.utils.translation import gettext_lazy as _

from people.persons.enums import CustodyEnding, CustodyGround, EndWithoutFreedom, PlacementKind
from people.persons.models.facility import Facility
from people.persons.models.person import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.models import RecordPart

# The days on which the person certainly was in this custody: [latest from, earliest to), half
# open; empty where an end is not known, to infinity only where it has not ended.
CERTAIN_CORE = Case(
    When(
        ending=CustodyEnding.NOT_ENDED,
        started_latest__isnull=False,
        then=Func(F("started_latest"), Value(None), function="daterange"),
    ),
    When(
        started_latest__lt=F("ended_earliest"),
        then=Func(F("started_latest"), F("ended_earliest"), function="daterange"),
    ),
    default=Func(function="daterange", template="'empty'::%(function)s"),
    output_field=DateRangeField(),
)


class Custody(RecordPart):
    """One time in the state's hands, from arrest to the day it ended."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="custodies")
    ground = CodeField(
        _("ground"),
        choices=CustodyGround,
        default=CustodyGround.UNKNOWN,
        help_text=_("Public for a person shown by name who agreed to it or holds a public role."),
    )
    started = InexactDateField(_("from"))
    ended = InexactDateField(_("until"))
    ending = CodeField(_("ending"), choices=CustodyEnding, default=CustodyEnding.UNKNOWN)
    without_freedom = CodeField(_("end without freedom"), choices=EndWithoutFreedom, blank=True)

    class Meta(RecordPart.Meta):
        verbose_name = _("custody")
        verbose_name_plural = _("custodies")
        constraints = [
            models.CheckConstraint(
                name="people_custody_starts_before_it_ends",
                condition=not_certainly_after("started", "ended"),
                violation_error_message=_("A custody begins before it ends."),
            ),
            models.CheckConstraint(
                name="people_custody_has_an_end_only_where_it_ended",
                condition=Q(ending=CustodyEnding.ENDED) | Q(ended__isnull=True, without_freedom=""),
                violation_error_message=_("Give an end only to a custody that ended."),
            ),
            models.UniqueConstraint(
                name="people_custody_one_not_ended",
                fields=["person"],
                condition=Q(ending=CustodyEnding.NOT_ENDED),
                violation_error_message=_("The person has a custody that has not ended already."),
            ),
            ExclusionConstraint(
                name="people_custody_certain_cores_do_not_overlap",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (CERTAIN_CORE, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The person certainly was in another custody then."),
            ),
        ]


class Placement(RecordPart):
    """Where somebody was held within a custody; may nest, as a cell within a colony."""

    part_of = "custody__person"

    custody = models.ForeignKey(Custody, models.CASCADE, related_name="placements")
    facility = models.ForeignKey(
        Facility, models.PROTECT, null=True, blank=True, related_name="placements"
    )
    kind = CodeField(_("kind"), choices=PlacementKind, default=PlacementKind.UNKNOWN)
    started = InexactDateField(_("from"))
    ended = InexactDateField(_("until"))
    within = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="nested")

    class Meta(RecordPart.Meta):
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints = [
            models.CheckConstraint(
                name="people_placement_starts_before_it_ends",
                condition=not_certainly_after("started", "ended"),
                violation_error_message=_("A placement begins before it ends."),
            ),
            models.CheckConstraint(
                name="people_placement_is_not_within_itself",
                condition=Q(within__isnull=True) | ~Q(within=F("id")),
                violation_error_message=_("A placement cannot be within itself."),
            ),
        ]
