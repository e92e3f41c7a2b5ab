"""Waves, their parties and members, and the places they lead to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartyRole(models.TextChoices):
    RELEASING = "releasing", pgettext_lazy("party", "Releasing state")
    RECEIVING = "receiving", pgettext_lazy("party", "Receiving state")
    NEGOTIATOR = "negotiator", _("Negotiator")
    MEDIATOR = "mediator", _("Mediator")
    HOST_OF_THE_EXCHANGE = "host_of_the_exchange", _("Host of the exchange")
    REQUESTED_BY = "requested_by", _("Asked for the release")
    INVITING = "inviting", _("Inviting")
    RECEPTION = "reception", pgettext_lazy("party", "Reception")
    TRANSPORT = "transport", pgettext_lazy("party", "Transport")
    AID = "aid", pgettext_lazy("party", "Aid")
    WITNESS = "witness", pgettext_lazy("party", "Witness")


class MemberRole(models.TextChoices):
    RELEASED = "released", pgettext_lazy("member", "Released")
    LISTED_ONLY = "listed_only", pgettext_lazy("member", "Listed only")
    ACCOMPANYING = "accompanying", pgettext_lazy("member", "Accompanying")
    RETURNED_CONVICT = "returned_convict", _("Convict returned to own state")


class MemberOutcome(models.TextChoices):
    FREED = "freed", pgettext_lazy("member", "Freed")
    DECLINED = "declined", pgettext_lazy("member", "Declined to be released")
    REFUSED_BY_RECEIVING_STATE = (
        "refused_by_receiving_state",
        pgettext_lazy("member", "Refused by the receiving state"),
    )
    TURNED_BACK = "turned_back", pgettext_lazy("member", "Turned back at the border")
    NOT_FREED = "not_freed", pgettext_lazy("member", "Not freed")
    UNKNOWN = "unknown", _("Not known")


class DestinationKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    REGION = "region", _("Region")
    CITY = "city", _("City or town")
    BORDER_CROSSING = "border_crossing", _("Border crossing")
    EMBASSY = "embassy", _("Embassy or consulate")
    OTHER = "other", _("Other")
