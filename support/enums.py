"""The closed vocabularies of help."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class KindOfHelp(models.TextChoices):
    """What a person may need and a programme may offer."""

    MEDICAL = "medical", _("Medical care")
    DENTAL = "dental", _("Dental care")
    PSYCHOLOGICAL = "psychological", _("Psychological help")
    LEGAL_STATUS = "legal_status", _("Legal status in the country")
    IDENTITY_AND_TRAVEL_DOCUMENTS = (
        "identity_and_travel_documents",
        _("Identity and travel documents"),
    )
    HOUSING = "housing", _("Housing")
    FOOD = "food", _("Food")
    CLOTHING_AND_HYGIENE = "clothing_and_hygiene", _("Clothing and hygiene")
    PHONE_AND_EQUIPMENT = "phone_and_equipment", _("Phone and equipment")
    MEDICINES = "medicines", _("Medicines")
    FAMILY_REUNIFICATION = "family_reunification", _("Family reunification")
    CHILDRENS_SCHOOLING = "childrens_schooling", _("Children’s schooling")
    LANGUAGE = "language", _("Language courses")
    EMPLOYMENT = "employment", _("Employment")
    LEGAL_AID = "legal_aid", _("Legal aid")
    PROPERTY_AT_HOME = "property_at_home", _("Property left at home")
    RECOGNITION_AS_A_POLITICAL_PRISONER = (
        "recognition_as_a_political_prisoner",
        _("Recognition as a political prisoner"),
    )


class Urgency(models.TextChoices):
    NOW = "now", _("At once")
    SOON = "soon", _("Soon")
    CAN_WAIT = "can_wait", _("Can wait")
    NOT_ASKED = "not_asked", _("Not asked")
    UNKNOWN = "unknown", _("Not known")


class NeedState(models.TextChoices):
    OPEN = "open", pgettext_lazy("need", "Open")
    IN_PROGRESS = "in_progress", pgettext_lazy("need", "Being met")
    MET = "met", pgettext_lazy("need", "Met")
    CANNOT_BE_MET = "cannot_be_met", pgettext_lazy("need", "Cannot be met")
    DECLINED = "declined", pgettext_lazy("need", "Help declined")
    NO_LONGER_NEEDED = "no_longer_needed", pgettext_lazy("need", "No longer needed")


class ContactKind(models.TextChoices):
    EMAIL = "email", _("Email")
    PHONE = "phone", pgettext_lazy("contact", "Phone")
    MESSENGER = "messenger", _("Messenger")
    SOCIAL = "social", _("Social network")
    POSTAL_ADDRESS = "postal_address", _("Postal address")
    TRUSTED_PERSON = "trusted_person", _("Trusted person")
    OTHER = "other", _("Other")
