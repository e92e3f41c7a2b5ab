from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.persons.enums import ChargeStatus, SentenceKind
from people.persons.models.custody import Custody
from people.persons.models.person import Person
from publishing.codes import CodeField, CountryField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.languages import Translated
from publishing.models import Record, RecordPart


class CriminalArticle(Record):
    """An article of a country's code, as it stood at a time."""

    is_sourced = False

    country = CountryField(_("country"), help_text=_("Public."))
    code_name = models.SlugField(_("code"), help_text=_("Public. Such as criminal-code."))
    article = models.CharField(_("article"), max_length=20, help_text=_("Public. Such as 361-1."))
    part = models.CharField(_("part"), max_length=20, blank=True, help_text=_("Public."))
    label = Translated(models.CharField(_("title"), max_length=300, help_text=_("Public.")))
    valid_from = InexactDateField(_("in force from"), help_text=_("Public."))
    valid_to = InexactDateField(_("in force until"), help_text=_("Public."))

    class Meta(Record.Meta):
        verbose_name = _("criminal article")
        verbose_name_plural = _("criminal articles")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                name="people_criminalarticle_once",
                fields=["country", "code_name", "article", "part", "valid_from"],
                nulls_distinct=False,
                violation_error_message=_("This article is listed already."),
            ),
            models.CheckConstraint(
                name="people_criminalarticle_in_force_before_it_lapses",
                condition=not_certainly_after("valid_from", "valid_to"),
                violation_error_message=_("An article comes into force before it lapses."),
            ),
        ]


class Charge(RecordPart):
    """An article held against a person."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="charges")
    article = models.ForeignKey(CriminalArticle, models.PROTECT, related_name="charges")
    custody = models.ForeignKey(
        Custody, models.SET_NULL, null=True, blank=True, related_name="charges"
    )
    status = CodeField(_("status"), choices=ChargeStatus, default=ChargeStatus.UNKNOWN)
    brought_on = InexactDateField(_("brought on"))
    decided_on = InexactDateField(_("decided on"))

    class Meta(RecordPart.Meta):
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        constraints = [
            models.CheckConstraint(
                name="people_charge_is_brought_before_it_is_decided",
                condition=not_certainly_after("brought_on", "decided_on"),
                violation_error_message=_("A charge is brought before it is decided."),
            )
        ]


class Sentence(RecordPart):
    """What a court pronounced; its expected end tells time served and time left."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="sentences")
    charge = models.ForeignKey(
        Charge, models.SET_NULL, null=True, blank=True, related_name="sentences"
    )
    kind = CodeField(_("kind"), choices=SentenceKind, default=SentenceKind.UNKNOWN)
    months = models.PositiveIntegerField(
        _("months"), null=True, blank=True, help_text=_("Length in months.")
    )
    pronounced_on = InexactDateField(_("pronounced on"))
    started_on = InexactDateField(_("counted from"))
    is_not_yet_begun = models.BooleanField(_("not yet begun"), default=False)
    expected_end = InexactDateField(_("expected end"))

    class Meta(RecordPart.Meta):
        verbose_name = _("sentence")
        verbose_name_plural = _("sentences")
        constraints = [
            models.CheckConstraint(
                name="people_sentence_begins_before_it_ends",
                condition=not_certainly_after("started_on", "expected_end"),
                violation_error_message=_("A sentence begins before its expected end."),
            ),
            models.CheckConstraint(
                name="people_sentence_not_yet_begun_has_no_start",
                condition=Q(is_not_yet_begun=False) | Q(started_on__isnull=True),
                violation_error_message=_("A sentence that has not begun has no start."),
            ),
        ]
