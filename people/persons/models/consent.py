from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.persons.enums import FieldGroup
from people.persons.models.person import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.enums import Audience
from publishing.languages import Translated
from publishing.models import RecordPart


class Consent(RecordPart):
    """A person's yes to one group of fields for one audience; it ends at its second.

    Its withdrawal is the one change of a published person that needs no second person.
    """

    part_of = "person"
    unguarded = ("withdrawn_at",)
    boundaries = ("expires_at",)

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    field_group = CodeField(_("what may be shown"), choices=FieldGroup, help_text=_("Staff only."))
    audience = CodeField(_("to whom"), choices=Audience, help_text=_("Staff only."))
    given_on = models.DateField(_("given on"), help_text=_("Staff only."))
    expires_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    note = models.TextField(
        _("how it was given"), blank=True, help_text=_("Staff only. Never an address or a name.")
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                name="people_consent_once_per_group_and_audience",
                fields=["person", "field_group", "audience"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message=_("This consent is recorded already."),
            ),
            models.CheckConstraint(
                name="people_consent_is_given_before_it_ends",
                condition=Q(expires_at__isnull=True) | Q(given_on__lte=F("expires_at")),
                violation_error_message=_("A consent is given before it ends."),
            ),
        ]


class PublicRole(RecordPart):
    """The public role that lets a person be named, with the source that attests it."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="public_roles")
    title = Translated(models.CharField(_("role"), max_length=200, help_text=_("Public.")))
    since = InexactDateField(_("since"), help_text=_("Public."))
    until = InexactDateField(_("until"), help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("public role")
        verbose_name_plural = _("public roles")
        constraints = [
            models.CheckConstraint(
                name="people_publicrole_begins_before_it_ends",
                condition=not_certainly_after("since", "until"),
                violation_error_message=_("A role begins before it ends."),
            )
        ]
