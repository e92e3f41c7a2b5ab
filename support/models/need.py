from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person
from publishing.codes import CodeField
from publishing.models import PrivateModel
from sources.models import Organisation
from support.enums import ContactKind, KindOfHelp, NeedState, Urgency
from support.models.programme import Programme


class Need(PrivateModel):
    """What one released person needs. Never public, in any form."""

    is_case_data = True

    person = models.ForeignKey(Person, models.CASCADE, related_name="needs")
    kind = CodeField(_("kind"), choices=KindOfHelp, help_text=_("Staff only."))
    urgency = CodeField(
        _("urgency"), choices=Urgency, default=Urgency.NOT_ASKED, help_text=_("Staff only.")
    )
    state = CodeField(
        _("state"), choices=NeedState, default=NeedState.OPEN, help_text=_("Staff only.")
    )
    responsible = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible organisation"),
        help_text=_("Staff only."),
    )
    notes = models.TextField(_("restricted notes"), blank=True, help_text=_("Staff only."))

    class Meta(PrivateModel.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


class Assistance(PrivateModel):
    """Help that a programme gave for a need. Never public."""

    is_case_data = True

    need = models.ForeignKey(Need, models.CASCADE, related_name="assistance")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="assistance")
    given_from = models.DateField(_("from"), null=True, blank=True)
    given_until = models.DateField(_("until"), null=True, blank=True)
    amount = models.DecimalField(
        _("amount"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)

    class Meta(PrivateModel.Meta):
        verbose_name = _("assistance")
        verbose_name_plural = _("assistance")
        constraints = [
            models.CheckConstraint(
                name="support_assistance_begins_before_it_ends",
                condition=Q(given_from__isnull=True)
                | Q(given_until__isnull=True)
                | Q(given_from__lte=models.F("given_until")),
                violation_error_message=_("Help begins before it ends."),
            ),
            models.CheckConstraint(
                name="support_assistance_amount_has_a_currency",
                condition=Q(amount__isnull=True, currency="")
                | Q(amount__isnull=False, amount__gte=0, currency__regex=r"^[A-Z]{3}$"),
                violation_error_message=_("An amount has a currency of three capital letters."),
            ),
        ]


class Contact(PrivateModel):
    """How a person is reached. Never public."""

    is_case_data = True

    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    kind = CodeField(_("kind"), choices=ContactKind, help_text=_("Staff only."))
    value = models.CharField(_("contact"), max_length=300, help_text=_("Staff only."))
    note = models.TextField(_("note"), blank=True, help_text=_("Staff only."))

    class Meta(PrivateModel.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
