from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person
from publishing.codes import CodeField, CountryField, countries
from publishing.dates import InexactDateField, not_certainly_after
from publishing.languages import Translated
from publishing.models import Record, RecordPart
from releases.enums import MemberOutcome, MemberRole, PartyRole
from sources.models import Citation, Organisation, Speaker


class Wave(Record):
    """People freed together, as we count it; why it is one wave is said on its page."""

    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("Public, for ever.")
    )
    country = CountryField(_("country"), help_text=_("Public. Whose prisons they leave."))
    title = Translated(models.CharField(_("title"), max_length=200, help_text=_("Public.")))
    summary = Translated(models.TextField(_("summary"), help_text=_("Public.")))
    grouping_reason = Translated(
        models.TextField(
            _("why this is one wave"), help_text=_("Public. Our editorial choice, in a sentence.")
        )
    )
    decided_on = InexactDateField(_("decided on"), help_text=_("Public. The decree's day."))
    released_on = InexactDateField(
        _("released on"), help_text=_("Public. The day on which state custody ended.")
    )
    crossed_on = InexactDateField(_("crossed on"), help_text=_("Public. The border's day."))
    is_open = models.BooleanField(
        _("open"), default=False, help_text=_("Public. More people may still be freed in it.")
    )

    class Meta(Record.Meta):
        verbose_name = _("wave")
        verbose_name_plural = _("waves")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="releases_wave_has_a_date",
                condition=Q(decided_on__isnull=False)
                | Q(released_on__isnull=False)
                | Q(crossed_on__isnull=False),
                violation_error_message=_("Give at least one date, if only “unknown”."),
            ),
            models.CheckConstraint(
                name="releases_wave_is_decided_before_the_border",
                condition=not_certainly_after("decided_on", "crossed_on"),
                violation_error_message=_("A wave is decided before anybody crosses."),
            ),
        ]


class Side(RecordPart):
    """One direction of a wave: who lets go, who receives. An exchange has two or more."""

    part_of = "wave"

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="sides")
    number = models.PositiveSmallIntegerField(_("number"), default=1, help_text=_("Public."))
    releasing = countries(verbose_name=_("releasing states"), help_text=_("Public."))
    receiving = countries(verbose_name=_("receiving states"), help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("side")
        verbose_name_plural = _("sides")
        constraints = [
            models.UniqueConstraint(
                name="releases_side_number_once_per_wave",
                fields=["wave", "number"],
                violation_error_message=_("The wave has a side with this number."),
            ),
            models.CheckConstraint(
                name="releases_side_has_a_releasing_state",
                condition=Q(releasing__len__gte=1),
                violation_error_message=_("Name at least one releasing state."),
            ),
        ]


class Party(RecordPart):
    """An organisation that had a part in a wave, and who represented it."""

    part_of = "wave"

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="parties")
    side = models.ForeignKey(Side, models.CASCADE, null=True, blank=True, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", help_text=_("Public.")
    )
    representative = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Public. A holder of a public office."),
    )
    role = CodeField(_("role"), choices=PartyRole, help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            models.UniqueConstraint(
                name="releases_party_once_per_role",
                fields=["wave", "side", "organisation", "representative", "role"],
                nulls_distinct=False,
                violation_error_message=_("This party is listed in this role already."),
            )
        ]


class Member(RecordPart):
    """A person on one side of a wave, in a role, with an outcome."""

    part_of = "side__wave"
    once_per_person = "side__wave"

    side = models.ForeignKey(Side, models.CASCADE, related_name="members")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="memberships",
        help_text=_("Public only where the person is shown."),
    )
    role = CodeField(_("role"), choices=MemberRole, default=MemberRole.RELEASED)
    outcome = CodeField(_("outcome"), choices=MemberOutcome, default=MemberOutcome.UNKNOWN)
    is_verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_(
            "Public only where the person is shown. Two origins say that the person is free, or"
            " one of the person, their lawyer or both states."
        ),
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                name="releases_member_once_per_side",
                fields=["side", "person"],
                violation_error_message=_("The person is on this side already."),
            ),
            models.CheckConstraint(
                name="releases_member_verified_was_freed",
                condition=Q(is_verified=False) | Q(outcome=MemberOutcome.FREED),
                violation_error_message=_("Only a freed member's release is verified."),
            ),
        ]


class WaveCitation(Citation):
    part_of = "wave"
    wave = models.ForeignKey(Wave, models.CASCADE, related_name="citations")


class PartyCitation(Citation):
    part_of = "party__wave"
    party = models.ForeignKey(Party, models.CASCADE, related_name="citations")


class MemberCitation(Citation):
    part_of = "member__side__wave"
    member = models.ForeignKey(Member, models.CASCADE, related_name="citations")
