"""How a person was set free, on what ground, under what conditions, with what papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LegalBasis(models.TextChoices):
    SENTENCE_SERVED = "sentence_served", _("Sentence served in full")
    PARDON_ON_PETITION = "pardon_on_petition", _("Pardon on petition")
    PARDON_WITHOUT_PETITION = "pardon_without_petition", _("Pardon without petition")
    PARDON = "pardon", _("Pardon, petition or not is not known")
    AMNESTY = "amnesty", _("Amnesty")
    COMMUTATION = "commutation", _("Sentence shortened")
    EXCHANGE = "exchange", _("Exchange of prisoners")
    MILDER_SENTENCE = "milder_sentence", _("Sentence replaced by a milder one")
    CHANGE_OF_PREVENTIVE_MEASURE = (
        "change_of_preventive_measure",
        _("Change of the preventive measure"),
    )
    RELEASED_IN_THE_COURTROOM = (
        "released_in_the_courtroom",
        _("Released in the courtroom, term already served"),
    )
    CHARGES_DROPPED = "charges_dropped", _("Charges dropped")
    ACQUITTED_OR_QUASHED = "acquitted_or_quashed", _("Acquitted, or conviction quashed")
    MEDICAL_GROUNDS = "medical_grounds", _("Medical grounds")
    CONDITIONAL_RELEASE = "conditional_release", _("Conditional early release")
    HANDED_TO_ANOTHER_STATE = "handed_to_another_state", _("Handed to another state")
    BANISHMENT = "banishment", _("Banishment instead of the sentence")
    EXPULSION_ORDER = "expulsion_order", _("Expulsion order")
    HUMANITARIAN_DECISION = (
        "humanitarian_decision",
        _("Humanitarian decision, form not known"),
    )
    RELEASED_WITHOUT_CHARGE = "released_without_charge", _("Released without charge")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


# "Pardoned" in a source is the set of the three: few say whether there was a petition.
PARDONS = frozenset(
    {LegalBasis.PARDON_ON_PETITION, LegalBasis.PARDON_WITHOUT_PETITION, LegalBasis.PARDON}
)


class Disposition(models.TextChoices):
    """What became of the person at the end of state custody."""

    STAYED_IN_THE_COUNTRY = "stayed_in_the_country", _("Stayed in the country")
    STAYED_UNDER_CONDITIONS = (
        "stayed_under_conditions",
        _("Stayed in the country under conditions"),
    )
    DEPORTED_ABROAD = "deported_abroad", _("Deported abroad")
    HANDED_TO_OWN_STATE = "handed_to_own_state", _("Foreign citizen handed to own state")
    EXCHANGED = "exchanged", pgettext_lazy("disposition", "Exchanged")
    MOVED_TO_A_THIRD_STATE = "moved_to_a_third_state", _("Moved to a third state")
    REFUSED_AND_RETURNED_TO_CUSTODY = (
        "refused_and_returned_to_custody",
        _("Refused deportation and was returned to custody"),
    )
    REFUSED_AND_STAYED = "refused_and_stayed", _("Refused deportation and stayed")
    UNKNOWN = "unknown", _("Not known")


class Will(models.TextChoices):
    """Whether the person wanted it; `disputed` stands on statements."""

    AGREED = "agreed", pgettext_lazy("will", "Agreed")
    REFUSED = "refused", pgettext_lazy("will", "Refused")
    HAD_NO_CHOICE = "had_no_choice", pgettext_lazy("will", "Had no choice")
    ASKED_AND_WITHDREW = "asked_and_withdrew", pgettext_lazy("will", "Asked and withdrew")
    DISPUTED = "disputed", _("Disputed")
    NOT_ASKED = "not_asked", _("Not asked")
    WITHHELD = "withheld", _("Withheld")
    UNKNOWN = "unknown", _("Not known")


class ConditionAfter(models.TextChoices):
    NONE_KNOWN = "none_known", _("None known")
    SUPERVISION = "supervision", _("Supervision")
    TRAVEL_BAN = "travel_ban", _("Ban on leaving the country")
    SPEAKING_BAN = "speaking_ban", _("Ban on speaking in public")
    RETURN_BAN = "return_ban", _("Ban on return")
    STILL_SERVING_OUTSIDE_PRISON = (
        "still_serving_outside_prison",
        _("Still serving a sentence outside prison"),
    )
    CONVICTION_KEPT = "conviction_kept", _("Conviction kept")
    LISTED_BY_THE_STATE = (
        "listed_by_the_state",
        _("Listed by the state as “extremist” or “terrorist”"),
    )
    PROPERTY_SEIZED = "property_seized", _("Property seized")
    CITIZENSHIP_STRIPPED = "citizenship_stripped", _("Citizenship stripped")
    NEW_CASE_IN_ABSENTIA = "new_case_in_absentia", _("New criminal case in absentia")
    UNKNOWN = "unknown", _("Not known")


class DocumentState(models.TextChoices):
    """What the person had in hand at the border."""

    PASSPORT_KEPT = "passport_kept", _("Passport kept")
    RETURNED_LATER = "returned_later", _("Passport returned later")
    CONFISCATED = "confiscated", _("Passport confiscated")
    TORN_OR_DAMAGED = "torn_or_damaged", _("Passport torn or damaged")
    EXPIRED = "expired", _("Passport expired")
    CERTIFICATE_ONLY = "certificate_only", _("Paper certificate only")
    NONE = "none", _("No documents")
    NO_VALID_DOCUMENT = "no_valid_document", _("No valid document")
    WITHHELD = "withheld", _("Withheld")
    UNKNOWN = "unknown", _("Not known")


# Whoever is in one of these states counts under "no valid document".
WITHOUT_VALID_DOCUMENT = frozenset(
    {
        DocumentState.CONFISCATED,
        DocumentState.TORN_OR_DAMAGED,
        DocumentState.EXPIRED,
        DocumentState.CERTIFICATE_ONLY,
        DocumentState.NONE,
        DocumentState.NO_VALID_DOCUMENT,
    }
)
