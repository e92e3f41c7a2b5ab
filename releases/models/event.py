from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField, CountryField
from publishing.dates import InexactDateField
from publishing.languages import Translated
from publishing.models import Record, RecordPart
from releases.enums import NEVER_DENIED, EventKind, EventRelation, StageKind
from releases.models.wave import Wave
from sources.models import Citation, Speaker


class ContextEvent(Record):
    """What happened around the releases: a licence, a decree, a visit, words said in public."""

    code = models.SlugField(_("code"), max_length=120, unique=True, help_text=_("Staff only."))
    kind = CodeField(_("kind"), choices=EventKind, help_text=_("Public."))
    title = Translated(models.CharField(_("title"), max_length=200, help_text=_("Public.")))
    summary = Translated(models.TextField(_("summary"), help_text=_("Public.")))
    country = CountryField(_("country"), blank=True, help_text=_("Public."))
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="utterances",
        verbose_name=_("said by"),
        help_text=_("Public. For words said in public."),
    )
    excerpt = models.CharField(
        _("excerpt"), max_length=300, blank=True, help_text=_("Public. A few words, as said.")
    )
    excerpt_language = models.CharField(
        _("language of the excerpt"), max_length=10, blank=True, help_text=_("Public.")
    )
    is_excerpt_translated = models.BooleanField(
        _("translated by us"),
        default=False,
        help_text=_("Public. The excerpt is not in the words of a source."),
    )

    class Meta(Record.Meta):
        verbose_name = _("context event")
        verbose_name_plural = _("context events")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="releases_contextevent_utterance_has_a_speaker",
                condition=~Q(kind=EventKind.UTTERANCE) | Q(speaker__isnull=False),
                violation_error_message=_("Say who said these words."),
            ),
            models.CheckConstraint(
                name="releases_contextevent_excerpt_has_a_language",
                condition=Q(excerpt="") | ~Q(excerpt_language=""),
                violation_error_message=_("Say in which language the excerpt is."),
            ),
        ]


class Stage(RecordPart):
    """One stage of an event, as one speaker dates it; two may contradict each other."""

    part_of = "event"

    event = models.ForeignKey(ContextEvent, models.CASCADE, related_name="stages")
    kind = CodeField(_("stage"), choices=StageKind, help_text=_("Public."))
    on = InexactDateField(_("on"), help_text=_("Public."))
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by"),
        help_text=_("Public."),
    )
    note = Translated(models.CharField(_("note"), max_length=300, help_text=_("Public.")))

    class Meta(RecordPart.Meta):
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        constraints = [
            models.UniqueConstraint(
                name="releases_stage_once_per_speaker",
                fields=["event", "kind", "on", "speaker"],
                nulls_distinct=False,
                violation_error_message=_("This speaker's date of this stage is recorded already."),
            )
        ]


class EventLink(RecordPart):
    """What somebody says an event has to do with a wave, or denies that it has."""

    part_of = "event"

    event = models.ForeignKey(ContextEvent, models.CASCADE, related_name="links")
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="links")
    relation = CodeField(_("relation"), choices=EventRelation, help_text=_("Public."))
    is_denied = models.BooleanField(
        _("denied"), default=False, help_text=_("Public. The speaker denies the relation.")
    )
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        related_name="+",
        verbose_name=_("said by"),
        help_text=_("Public. Always shown beside it."),
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("relation to a wave")
        verbose_name_plural = _("relations to waves")
        constraints = [
            models.UniqueConstraint(
                name="releases_eventlink_once_per_speaker",
                fields=["event", "wave", "relation", "speaker"],
                violation_error_message=_("This speaker's word on it is recorded already."),
            ),
            models.CheckConstraint(
                name="releases_eventlink_denies_what_can_be_claimed",
                condition=Q(is_denied=False) | ~Q(relation__in=sorted(NEVER_DENIED)),
                violation_error_message=_(
                    "Only what somebody may claim can be denied; say which relation it is."
                ),
            ),
        ]


class ContextEventCitation(Citation):
    part_of = "event"
    event = models.ForeignKey(ContextEvent, models.CASCADE, related_name="citations")


class StageCitation(Citation):
    part_of = "stage__event"
    stage = models.ForeignKey(Stage, models.CASCADE, related_name="citations")


class EventLinkCitation(Citation):
    part_of = "link__event"
    link = models.ForeignKey(EventLink, models.CASCADE, related_name="citations")
