"""What happened around a wave, and statements about single facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    SANCTIONS_EASED = "sanctions_eased", _("Sanctions eased")
    SANCTIONS_IMPOSED = "sanctions_imposed", _("Sanctions imposed")
    LICENCE = "licence", _("Licence")
    DECREE = "decree", _("Decree")
    NEGOTIATION = "negotiation", _("Negotiation")
    VISIT_OR_MEETING = "visit_or_meeting", _("Visit or meeting")
    INVITATION = "invitation", pgettext_lazy("event", "Invitation")
    UTTERANCE = "utterance", _("Words said in public")
    LAW = "law", _("Law")
    REPRISAL = "reprisal", _("Reprisal")
    PUBLIC_ACTION = "public_action", _("Public action")
    OTHER = "other", _("Other")


class StageKind(models.TextChoices):
    DECIDED = "decided", pgettext_lazy("stage", "Decided")
    ANNOUNCED = "announced", pgettext_lazy("stage", "Announced")
    ISSUED = "issued", pgettext_lazy("stage", "Issued")
    HAPPENED = "happened", pgettext_lazy("stage", "Happened")
    IN_FORCE = "in_force", pgettext_lazy("stage", "In force")
    EASED = "eased", pgettext_lazy("stage", "Eased")
    EXPIRED = "expired", pgettext_lazy("stage", "Expired")
    WITHDRAWN = "withdrawn", pgettext_lazy("stage", "Withdrawn")


class EventRelation(models.TextChoices):
    """What somebody says the event was to the wave; `EventLink.is_denied` says the reverse.

    Words about a wave are said about it. An event that a source mentions beside the wave, and calls
    neither cause nor consequence, is only near in time.
    """

    LED_TO = "led_to", pgettext_lazy("relation", "Led to the release")
    CONDITION = "condition", pgettext_lazy("relation", "A condition of the release")
    GIVEN_IN_RETURN = (
        "given_in_return",
        pgettext_lazy("relation", "Given in return for the release"),
    )
    CAME_OF_IT = "came_of_it", pgettext_lazy("relation", "Came of the release")
    REACTION = "reaction", pgettext_lazy("relation", "A reaction to the release")
    SAID_ABOUT = "said_about", pgettext_lazy("relation", "Said about the release")
    MERELY_NEAR = "merely_near", pgettext_lazy("relation", "Only near in time")


#: Nobody claims these of an event, so nobody denies them.
NEVER_DENIED = frozenset({EventRelation.SAID_ABOUT, EventRelation.MERELY_NEAR})


class StatementField(models.TextChoices):
    """What a statement about one person, release, leg, wave, event or source is about."""

    RELEASED = "released", pgettext_lazy("statement", "Was released")
    STILL_HELD = "still_held", pgettext_lazy("statement", "Is still held")
    REFUSED = "refused", pgettext_lazy("statement", "Refused to be released or to leave")
    ON_THE_LIST = "on_the_list", pgettext_lazy("statement", "Is on the list")
    NOT_ON_THE_LIST = "not_on_the_list", pgettext_lazy("statement", "Is not on the list")
    WHEREABOUTS = "whereabouts", _("Whereabouts")
    DIED = "died", pgettext_lazy("statement", "Died")
    NAME = "name", pgettext_lazy("statement", "Name")
    NAMES_CONFIRMATION = "names_confirmation", _("Whether the names are confirmed")
    NAMES_DISCLOSURE = "names_disclosure", _("Whether the names are made public")
    CITIZENSHIP = "citizenship", _("Citizenship")
    CATEGORY = "category", pgettext_lazy("statement", "Category")
    LEGAL_BASIS = "legal_basis", _("Legal basis")
    PETITION = "petition", _("Whether there was a petition for pardon")
    GIVEN_IN_RETURN = "given_in_return", _("Whether something was given in return")
    PARTIES = "parties", _("Who took part")
    DISPOSITION = "disposition", _("What happened on release")
    WILL = "will", _("The person’s will")
    CONDITIONS = "conditions", _("Conditions after release")
    DOCUMENTS = "documents", _("Documents at the border")
    DESTINATION = "destination", _("Destination")
    CHOICE = "choice", _("Whose choice the journey was")
    DECISION_DATE = "decision_date", _("Date of the decision")
    RELEASE_DATE = "release_date", _("Date of release")
    CROSSING_DATE = "crossing_date", _("Date of crossing the border")
    DEPARTURE_DATE = "departure_date", _("Date of departure")
    ARRIVAL_DATE = "arrival_date", _("Date of arrival")
    STAGE_DATE = "stage_date", _("Date of a stage of the event")
    EXPIRY_DATE = "expiry_date", _("Date of expiry")
    WEEKDAY = "weekday", _("Day of the week")
    AS_OF_DATE = "as_of_date", _("Date at which a figure is true")
    PUBLICATION_DATE = "publication_date", _("Date of publication")
    OTHER = "other", _("Other")


class Verdict(models.TextChoices):
    """What an editor made of a statement, with a reason."""

    OPEN = "open", pgettext_lazy("statement", "Undecided")
    ACCEPTED = "accepted", pgettext_lazy("statement", "Accepted")
    REJECTED = "rejected", pgettext_lazy("statement", "Rejected")
