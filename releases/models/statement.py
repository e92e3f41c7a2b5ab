from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField
from publishing.languages import Translated
from publishing.models import Record
from releases.enums import Standing, StatementField, Verdict
from releases.models.claim import exactly_one
from releases.models.event import ContextEvent
from releases.models.leg import Leg
from releases.models.release import Release
from releases.models.wave import Wave
from sources.models import Citation, Source, Speaker


class Statement(Record):
    """What somebody says about one field of one thing. It changes no record and no count."""

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    release = models.ForeignKey(
        Release, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    leg = models.ForeignKey(Leg, models.PROTECT, null=True, blank=True, related_name="statements")
    wave = models.ForeignKey(Wave, models.PROTECT, null=True, blank=True, related_name="statements")
    event = models.ForeignKey(
        ContextEvent, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    field = CodeField(_("about"), choices=StatementField, help_text=_("Public."))
    value = Translated(models.CharField(_("what is said"), max_length=300, help_text=_("Public.")))
    printed = models.CharField(
        _("as printed"), max_length=300, blank=True, help_text=_("Public. The words themselves.")
    )
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, related_name="statements", verbose_name=_("said by"),
        help_text=_("Public."),
    )  # fmt: skip
    said_on = InexactDateField(_("said on"), help_text=_("Public."))
    standing = CodeField(
        _("standing"), choices=Standing, default=Standing.STANDING, help_text=_("Public.")
    )
    verdict = CodeField(
        _("verdict"), choices=Verdict, default=Verdict.OPEN, help_text=_("Public. Ours.")
    )
    verdict_reason = Translated(
        models.CharField(_("reason for the verdict"), max_length=300, help_text=_("Public."))
    )

    class Meta(Record.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="releases_statement_is_about_one_thing",
                condition=exactly_one("person", "release", "leg", "wave", "event", "source"),
                violation_error_message=_(
                    "A statement is about exactly one person, release, leg, wave, event or source."
                ),
            ),
            models.CheckConstraint(
                name="releases_statement_verdict_gives_a_reason",
                condition=Q(verdict=Verdict.OPEN) | Q(verdict_reason_en__gt=""),
                violation_error_message=_("A verdict gives its reason in English."),
            ),
        ]


class StatementCitation(Citation):
    part_of = "statement"
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="citations")
