"""The dimensions of a claim's scope, and the values each of them allows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.persons.enums import Category, PlacementKind, Sex
from releases.enums.release import Disposition, DocumentState, LegalBasis


class ScopeDimension(models.TextChoices):
    """Who or what is counted. The value of `from` and `to` is a place, of `donor` a country."""

    FROM = "from", pgettext_lazy("scope", "From")
    TO = "to", pgettext_lazy("scope", "To, or in")
    CITIZENSHIP = "citizenship", _("Citizenship")
    SEX = "sex", pgettext_lazy("scope", "Sex")
    AGE = "age", pgettext_lazy("scope", "Age")
    DOCUMENTS = "documents", _("Documents at the border")
    CATEGORY = "category", pgettext_lazy("scope", "Category")
    LEGAL_BASIS = "legal_basis", _("Legal basis")
    DISPOSITION = "disposition", _("What happened on release")
    CHARGE_GROUP = "charge_group", _("Charges")
    CUSTODY_KIND = "custody_kind", _("Kind of custody")
    DONOR = "donor", _("Donor")
    PURPOSE = "purpose", _("Purpose")


class CitizenshipScope(models.TextChoices):
    """Stands beside the ISO 3166 codes of countries; `own` is the releasing state's."""

    OWN = "own", pgettext_lazy("citizenship", "Own citizens")
    FOREIGN = "foreign", pgettext_lazy("citizenship", "Foreign citizens")
    UNKNOWN = "unknown", _("Not known")


class Age(models.TextChoices):
    MINOR = "minor", _("Under 18")
    ADULT = "adult", _("18 or over")
    UNKNOWN = "unknown", _("Not known")


class AffectedGroup(models.TextChoices):
    """Whom a figure may count beside prisoners; a value of the dimension `category`."""

    RELATIVE = "relative", _("Relatives of prisoners")
    FORMER_PRISONER = "former_prisoner", _("Former prisoners")
    ACCOMPANYING = "accompanying", _("People who accompanied the released")


class ChargeGroup(models.TextChoices):
    """Charges as the speaker groups them; the state's words for them are the state's."""

    POLITICAL = "political", _("Charges called political")
    PROTEST = "protest", _("Protest and public order")
    EXTREMISM = "extremism", _("“Extremism”")
    TERRORISM = "terrorism", _("“Terrorism”")
    STATE_SECURITY = "state_security", _("Treason, espionage, state security")
    INSULT = "insult", _("Insult or slander of officials and symbols")
    VIOLENCE_AGAINST_OFFICIALS = "violence_against_officials", _("Violence against officials")
    ECONOMIC = "economic", _("Tax and economic crimes")
    OTHER_CRIMES = "other_crimes", _("Other crimes")
    UNKNOWN = "unknown", _("Not known")


class Purpose(models.TextChoices):
    """What money is for; of what was raised, `distributed`, `operating` and `balance` are parts."""

    DISTRIBUTED = "distributed", pgettext_lazy("purpose", "Passed on to people in need")
    OPERATING = "operating", pgettext_lazy("purpose", "Operating costs")
    BALANCE = "balance", pgettext_lazy("purpose", "Not yet spent")
    RECEPTION = "reception", pgettext_lazy("purpose", "Reception of the released")
    FOOD = "food", _("Food")
    ACCOMMODATION = "accommodation", _("Accommodation")
    CLOTHING = "clothing", _("Clothing")
    EQUIPMENT = "equipment", _("Equipment")
    HYGIENE = "hygiene", _("Hygiene")
    MEDICINE = "medicine", _("Medicines")
    MEDICAL_CARE = "medical_care", _("Medical care")
    TRANSPORT = "transport", pgettext_lazy("purpose", "Transport")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


# Where one dimension takes values of two vocabularies, they share no code.
SCOPE_VOCABULARIES: dict[ScopeDimension, tuple[type[models.TextChoices], ...]] = {
    ScopeDimension.CITIZENSHIP: (CitizenshipScope,),
    ScopeDimension.SEX: (Sex,),
    ScopeDimension.AGE: (Age,),
    ScopeDimension.DOCUMENTS: (DocumentState,),
    ScopeDimension.CATEGORY: (Category, AffectedGroup),
    ScopeDimension.LEGAL_BASIS: (LegalBasis,),
    ScopeDimension.DISPOSITION: (Disposition,),
    ScopeDimension.CHARGE_GROUP: (ChargeGroup,),
    ScopeDimension.CUSTODY_KIND: (PlacementKind,),
    ScopeDimension.PURPOSE: (Purpose,),
}
PLACE_DIMENSIONS = frozenset({ScopeDimension.FROM, ScopeDimension.TO})
# Their value may be (citizenship) or must be (donor) an ISO 3166-1 alpha-2 code, in capitals.
COUNTRY_DIMENSIONS = frozenset({ScopeDimension.CITIZENSHIP, ScopeDimension.DONOR})
SCOPE_VALUES: dict[ScopeDimension, frozenset[str]] = {
    dimension: frozenset(value for vocabulary in vocabularies for value in vocabulary.values)
    for dimension, vocabularies in SCOPE_VOCABULARIES.items()
}
