"""Legs of a journey."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LegKind(models.TextChoices):
    TRANSFER_IN_CUSTODY = "transfer_in_custody", _("Transfer in custody")
    EXPULSION_TO_THE_BORDER = "expulsion_to_the_border", _("Expulsion to the border")
    TURNED_BACK = "turned_back", pgettext_lazy("leg", "Turned back")
    RETURN_TO_CUSTODY = "return_to_custody", _("Return to custody")
    CROSSING = "crossing", _("Crossing of the border")
    FLIGHT_TO_THE_RECEIVING_STATE = (
        "flight_to_the_receiving_state",
        _("Flight to the receiving state"),
    )
    HANDOVER_OR_EXCHANGE = "handover_or_exchange", _("Handover or exchange")
    TRANSFER_BY_THE_HOST = "transfer_by_the_host", _("Transfer by the host country")
    ONWARD_MOVE = "onward_move", _("Onward move")
    RELOCATION = "relocation", _("Relocation")
    INVITATION = "invitation", pgettext_lazy("leg", "Journey by invitation")
    RETURN = "return", _("Return home")
    RE_ENTRY_REFUSED = "re_entry_refused", _("Re-entry refused")
    REPATRIATION = "repatriation", _("Repatriation")
    UNKNOWN = "unknown", _("Not known")


class LegChoice(models.TextChoices):
    """Whose choice the leg was; `disputed` stands on statements."""

    FORCED = "forced", pgettext_lazy("leg", "Forced")
    OFFERED = "offered", pgettext_lazy("leg", "Offered and accepted")
    OWN = "own", pgettext_lazy("leg", "Own choice")
    DISPUTED = "disputed", _("Disputed")
    UNKNOWN = "unknown", _("Not known")
