from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.languages import Translated
from publishing.models import Record
from sources.enums import SpeakerKind
from sources.models.organisation import Organisation


class Speaker(Record):
    """Who says something: an organisation, a holder of a public office, an unnamed group.

    Only an office is a reason to name a person here; its function is therefore required.
    """

    is_sourced = False
    is_cited = True

    code = models.SlugField(_("code"), unique=True, help_text=_("Public."))
    kind = CodeField(_("kind"), choices=SpeakerKind, help_text=_("Public."))
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="speakers",
        verbose_name=_("organisation"),
        help_text=_("Public. Whom the speaker speaks for: two speakers of one are one origin."),
    )
    name = Translated(models.CharField(_("name"), max_length=200, help_text=_("Public.")))
    function = Translated(
        models.CharField(
            _("function"), max_length=200, help_text=_("Public. The office held, as of then.")
        )
    )
    since = InexactDateField(_("in office since"), help_text=_("Public."))
    until = InexactDateField(_("in office until"), help_text=_("Public."))

    class Meta(Record.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="sources_speaker_for_an_organisation_names_it",
                condition=~Q(kind=SpeakerKind.ORGANISATION) | Q(organisation__isnull=False),
                violation_error_message=_("Say which organisation speaks."),
            ),
            models.CheckConstraint(
                name="sources_speaker_by_name_holds_an_office",
                condition=~Q(kind=SpeakerKind.OFFICE_HOLDER)
                | (~Q(name_en="") & ~Q(function_en="")),
                violation_error_message=_(
                    "A speaker is named only for a public office: give the name and the function."
                ),
            ),
            models.CheckConstraint(
                name="sources_speaker_takes_office_before_leaving",
                condition=not_certainly_after("since", "until"),
                violation_error_message=_("An office begins before it ends."),
            ),
        ]

    @property
    def cited_as(self) -> str:
        return str(self.name)
