"""The closed vocabularies of people: their names, custody, charges and consent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PersonVisibility(models.TextChoices):
    """How a person may be shown; a new person is only counted."""

    NAMED = "named", _("By name")
    PSEUDONYM = "pseudonym", _("By pseudonym")
    COUNT_ONLY = "count_only", _("Only counted")


class Sex(models.TextChoices):
    FEMALE = "female", pgettext_lazy("sex", "Female")
    MALE = "male", pgettext_lazy("sex", "Male")
    OTHER = "other", pgettext_lazy("sex", "Other")
    UNKNOWN = "unknown", _("Not known")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("Official name")
    PASSPORT = "passport", _("Passport spelling")
    PRESS = "press", _("Press spelling")
    ROMANISED = "romanised", _("Romanised by a standard")
    PEN_NAME = "pen_name", _("Pen name")
    FORMER = "former", _("Former name")
    OTHER = "other", _("Other")


class Script(models.TextChoices):
    """ISO 15924 codes."""

    CYRILLIC = "Cyrl", pgettext_lazy("script", "Cyrillic")
    LATIN = "Latn", pgettext_lazy("script", "Latin")
    ARABIC = "Arab", pgettext_lazy("script", "Arabic")
    ARMENIAN = "Armn", pgettext_lazy("script", "Armenian")
    GEORGIAN = "Geor", pgettext_lazy("script", "Georgian")
    GREEK = "Grek", pgettext_lazy("script", "Greek")
    HAN = "Hani", pgettext_lazy("script", "Chinese characters")
    HEBREW = "Hebr", pgettext_lazy("script", "Hebrew")
    JAPANESE = "Jpan", pgettext_lazy("script", "Japanese")
    OTHER = "Zyyy", pgettext_lazy("script", "Other script")


class Category(models.TextChoices):
    """What a person is or does, as far as it is publicly known."""

    HUMAN_RIGHTS_DEFENDER = "human_rights_defender", _("Human-rights defender")
    JOURNALIST_AND_MEDIA = "journalist_and_media", _("Journalist or media worker")
    LAWYER = "lawyer", _("Lawyer")
    DOCTOR_AND_MEDIC = "doctor_and_medic", _("Doctor or medic")
    STUDENT = "student", _("Student")
    ACADEMIC_AND_TEACHER = "academic_and_teacher", _("Academic or teacher")
    POLITICIAN_AND_CAMPAIGN_STAFF = (
        "politician_and_campaign_staff",
        _("Politician or campaign staff"),
    )
    TRADE_UNIONIST = "trade_unionist", _("Trade unionist")
    WORKER = "worker", _("Worker")
    ENTREPRENEUR = "entrepreneur", _("Entrepreneur")
    CLERGY = "clergy", _("Clergy")
    ARTIST_AND_WRITER = "artist_and_writer", _("Artist or writer")
    ATHLETE = "athlete", _("Athlete")
    MILITARY_OR_POLICE = "military_or_police", _("Military or police")
    VOLUNTEER_IN_A_FOREIGN_WAR = "volunteer_in_a_foreign_war", _("Volunteer in a foreign war")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class CitizenshipEnd(models.TextChoices):
    RENOUNCED = "renounced", pgettext_lazy("citizenship", "Renounced")
    LOST = "lost", pgettext_lazy("citizenship", "Lost by law")
    STRIPPED = "stripped", pgettext_lazy("citizenship", "Stripped by the state")
    UNKNOWN = "unknown", _("Not known")


class FieldGroup(models.TextChoices):
    """What a person's consent covers; one consent is for one group and one audience."""

    NAME = "name", pgettext_lazy("field group", "Name")
    PSEUDONYM = "pseudonym", pgettext_lazy("field group", "Pseudonym")
    CUSTODY = "custody", pgettext_lazy("field group", "Custody")
    JOURNEY = "journey", pgettext_lazy("field group", "Journey")
    WORDS = "words", pgettext_lazy("field group", "The person’s own words")
    PHOTO = "photo", pgettext_lazy("field group", "Photograph")


class CustodyGround(models.TextChoices):
    ADMINISTRATIVE = "administrative", _("Administrative offence")
    SUSPICION = "suspicion", _("Suspicion, no charge yet")
    CRIMINAL_CHARGE = "criminal_charge", _("Criminal charge")
    SENTENCE = "sentence", _("Sentence of a court")
    COMPULSORY_TREATMENT = "compulsory_treatment", _("Order for compulsory treatment")
    EXTRADITION = "extradition", _("Extradition request")
    NONE_GIVEN = "none_given", _("No ground given")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class CustodyEnding(models.TextChoices):
    """Whether a custody has ended; the day, where known, stands beside it."""

    ENDED = "ended", pgettext_lazy("custody", "Ended")
    NOT_ENDED = "not_ended", pgettext_lazy("custody", "Not ended")
    UNKNOWN = "unknown", _("Not known")


class EndWithoutFreedom(models.TextChoices):
    DIED_IN_CUSTODY = "died_in_custody", _("Died in custody")
    TRANSFERRED_ABROAD = "transferred_abroad", _("Transferred abroad in custody")
    ESCAPED = "escaped", _("Escaped")


class PlacementKind(models.TextChoices):
    """The regime under which a person is held within a custody."""

    ADMINISTRATIVE_ARREST = "administrative_arrest", _("Administrative arrest")
    PRETRIAL_DETENTION = "pretrial_detention", _("Pre-trial detention")
    SECURITY_SERVICE_DETENTION = (
        "security_service_detention",
        _("Pre-trial detention by a security service"),
    )
    PENAL_COLONY = "penal_colony", _("Penal colony, regime not known")
    PENAL_COLONY_GENERAL = "penal_colony_general", _("Penal colony, general regime")
    PENAL_COLONY_REINFORCED = "penal_colony_reinforced", _("Penal colony, reinforced regime")
    PENAL_COLONY_STRICT = "penal_colony_strict", _("Penal colony, strict regime")
    PENAL_COLONY_SPECIAL = "penal_colony_special", _("Penal colony, special regime")
    PRISON_REGIME = "prison_regime", _("Prison regime")
    PUNISHMENT_CELL = "punishment_cell", _("Punishment cell")
    CELL_TYPE_UNIT = "cell_type_unit", _("Cell-type unit")
    OPEN_TYPE_FACILITY = "open_type_facility", _("Open-type facility (“khimiya”)")
    HOME_CONFINEMENT = "home_confinement", _("Home confinement (“home khimiya”)")
    HOUSE_ARREST = "house_arrest", _("House arrest before trial")
    PRISON_HOSPITAL = "prison_hospital", pgettext_lazy("placement", "Prison hospital")
    COMPULSORY_PSYCHIATRIC = (
        "compulsory_psychiatric",
        _("Compulsory psychiatric treatment"),
    )
    MILITARY = "military", pgettext_lazy("placement", "Military custody")
    INCOMMUNICADO = "incommunicado", _("Incommunicado")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class FacilityKind(models.TextChoices):
    PENAL_COLONY = "penal_colony", pgettext_lazy("facility", "Penal colony")
    PENAL_COLONY_WOMEN = "penal_colony_women", _("Penal colony for women")
    PENAL_COLONY_SPECIAL_REGIME = "penal_colony_special_regime", _("Special-regime penal colony")
    JUVENILE_COLONY = "juvenile_colony", _("Juvenile colony")
    PRISON = "prison", _("Prison")
    PRETRIAL_DETENTION = "pretrial_detention", _("Pre-trial detention centre")
    SECURITY_SERVICE_DETENTION = (
        "security_service_detention",
        _("Security-service pre-trial detention centre"),
    )
    TEMPORARY_DETENTION = "temporary_detention", _("Temporary detention centre")
    OPEN_TYPE_FACILITY = "open_type_facility", _("Open-type correctional facility")
    PRISON_HOSPITAL = "prison_hospital", pgettext_lazy("facility", "Prison hospital")
    PSYCHIATRIC_HOSPITAL = "psychiatric_hospital", _("Psychiatric hospital")
    MILITARY = "military", _("Military detention facility")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class NotAFacility(models.TextChoices):
    """What real lists print in the column of the prison and is none.

    An importer reads these as a fact about the sentence or the release, never as a place.
    """

    AWAITING_THE_SENTENCE = "awaiting_the_sentence", _("At liberty until the sentence begins")
    RELEASED = "released", pgettext_lazy("not a facility", "Released")
    UNKNOWN = "unknown", _("Not known")


class ChargeStatus(models.TextChoices):
    SUSPECTED = "suspected", pgettext_lazy("charge", "Suspected")
    CHARGED = "charged", pgettext_lazy("charge", "Charged")
    ON_TRIAL = "on_trial", pgettext_lazy("charge", "On trial")
    CONVICTED = "convicted", pgettext_lazy("charge", "Convicted")
    CONVICTED_IN_ABSENTIA = (
        "convicted_in_absentia",
        pgettext_lazy("charge", "Convicted in absentia"),
    )
    ACQUITTED = "acquitted", pgettext_lazy("charge", "Acquitted")
    DROPPED = "dropped", pgettext_lazy("charge", "Dropped")
    QUASHED = "quashed", pgettext_lazy("charge", "Quashed")
    UNKNOWN = "unknown", _("Not known")


class SentenceKind(models.TextChoices):
    IMPRISONMENT = "imprisonment", _("Imprisonment")
    LIFE_IMPRISONMENT = "life_imprisonment", _("Life imprisonment")
    DEATH = "death", _("Death penalty")
    OPEN_TYPE_FACILITY = (
        "open_type_facility",
        _("Restricted freedom in an open-type facility (“khimiya”)"),
    )
    HOME_CONFINEMENT = "home_confinement", _("Restricted freedom at home (“home khimiya”)")
    ARREST = "arrest", _("Arrest (short criminal penalty)")
    ADMINISTRATIVE_ARREST = "administrative_arrest", _("Administrative arrest")
    CORRECTIONAL_LABOUR = "correctional_labour", _("Correctional labour")
    COMMUNITY_SERVICE = "community_service", _("Community service")
    FINE = "fine", _("Fine")
    COMPULSORY_TREATMENT = "compulsory_treatment", _("Compulsory psychiatric treatment")
    SUSPENDED = "suspended", _("Suspended or deferred sentence")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")
