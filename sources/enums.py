"""The closed vocabularies of who says so, and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationKind(models.TextChoices):
    HUMAN_RIGHTS_GROUP = "human_rights_group", _("Human-rights group")
    HUMANITARIAN_FUND = "humanitarian_fund", _("Humanitarian fund")
    INTERNATIONAL_ORGANISATION = "international_organisation", _("International organisation")
    UN_MANDATE = "un_mandate", _("UN mandate")
    GOVERNMENT_BODY = "government_body", _("Government body")
    SECURITY_SERVICE = "security_service", _("Security service")
    COORDINATION_BODY = "coordination_body", _("Coordination body")
    POLITICAL_OFFICE = "political_office", _("Political office")
    MEDIA = "media", _("Media")
    CHURCH = "church", _("Church or religious community")
    COURT = "court", _("Court")
    OFFICIAL_GAZETTE = "official_gazette", _("Official gazette")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class HostKind(models.TextChoices):
    """What an internet host is to the organisation that publishes there."""

    MAIN = "main", _("Main site")
    MIRROR = "mirror", _("Mirror")
    ARCHIVE = "archive", _("Archive")
    SOCIAL = "social", _("Social network")


class SpeakerKind(models.TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    OFFICE_HOLDER = "office_holder", _("Office-holder")
    UNNAMED_GROUP = "unnamed_group", _("Unnamed group")
    NOT_KNOWN = "not_known", _("Not known")


class SourceKind(models.TextChoices):
    NEWS_ARTICLE = "news_article", _("News article")
    PRESS_RELEASE = "press_release", _("Press release")
    STATEMENT = "statement", pgettext_lazy("source", "Public statement")
    LIST_OR_DATABASE = "list_or_database", _("List or database")
    Q_AND_A = "q_and_a", _("Questions and answers")
    INTERVIEW = "interview", _("Interview")
    SOCIAL_POST = "social_post", _("Social media post")
    OFFICIAL_GAZETTE = "official_gazette", _("Official gazette")
    LAW = "law", _("Law or regulation")
    COURT_DOCUMENT = "court_document", _("Court document")
    REPORT = "report", _("Report")
    BROADCAST = "broadcast", _("Broadcast")
    DOCUMENT = "document", _("Document")
    DATASET = "dataset", _("Dataset")
    TESTIMONY = "testimony", _("Testimony")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class UpstreamKind(models.TextChoices):
    """Where the source has it from; an unknown upstream is never an independent witness."""

    ORIGINAL = "original", _("First-hand")
    KNOWN = "known", _("Relays another source")
    UNKNOWN = "unknown", _("Not known")


class Locator(models.TextChoices):
    """In which part of the source the words stand."""

    HEADLINE = "headline", _("Headline")
    BODY = "body", pgettext_lazy("locator", "Body text")
    CAPTION = "caption", _("Caption")
    TABLE = "table", _("Table")
    PAGE = "page", pgettext_lazy("locator", "Page")
    OTHER = "other", _("Other")


class Confidence(models.TextChoices):
    LOW = "low", pgettext_lazy("confidence", "Low")
    MEDIUM = "medium", pgettext_lazy("confidence", "Medium")
    HIGH = "high", pgettext_lazy("confidence", "High")


class RemarkKind(models.TextChoices):
    """A known defect of a source."""

    MISPRINTED_DATE = "misprinted_date", _("Misprinted date")
    MISPRINTED_WEEKDAY = "misprinted_weekday", _("Misprinted weekday")
    MISPRINTED_FIGURE = "misprinted_figure", _("Misprinted figure")
    PARAPHRASE_ERROR = "paraphrase_error", _("Error in the paraphrase")
    CONTRADICTS_ITSELF = "contradicts_itself", _("Contradicts itself")
    OTHER = "other", _("Other")
