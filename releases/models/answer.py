from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.languages import Translated
from publishing.models import Record, RecordPart
from releases.models.claim import Claim
from releases.models.wave import Wave
from sources.models import Citation


class Answer(Record):
    """A question that readers ask, and our answer; its figures are claims, none is typed."""

    is_sourced = False

    slug = models.SlugField(_("address"), max_length=80, unique=True, help_text=_("Public."))
    number = models.PositiveSmallIntegerField(
        _("number"), unique=True, help_text=_("Public. Order on the page.")
    )
    question = Translated(models.CharField(_("question"), max_length=200, help_text=_("Public.")))
    body = Translated(
        models.TextField(
            _("answer"),
            help_text=_(
                "Public. Markdown; a figure is written {token} and bound to a claim below."
            ),
        )
    )
    answered_on = models.DateField(_("answered on"), help_text=_("Public."))

    class Meta(Record.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")


class AnswerFigure(RecordPart):
    """The claim that a `{token}` of an answer stands for."""

    part_of = "answer"

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="figures")
    token = models.SlugField(_("token"), max_length=60, help_text=_("Public."))
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                name="releases_answerfigure_token_once",
                fields=["answer", "token"],
                violation_error_message=_("This token is bound already."),
            ),
            models.CheckConstraint(
                name="releases_answerfigure_token_is_a_word",
                condition=Q(token__regex=r"^[a-z][a-z0-9_]*$"),  # noqa: S106 – a word, no password
                violation_error_message=_("A token is lower-case letters, digits and underscores."),
            ),
        ]


class AnswerWave(RecordPart):
    """A wave that an answer is about."""

    part_of = "answer"

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="waves")
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="answers", help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("wave")
        verbose_name_plural = _("waves")
        constraints = [
            models.UniqueConstraint(
                name="releases_answerwave_once",
                fields=["answer", "wave"],
                violation_error_message=_("This wave is linked already."),
            )
        ]


class AnswerCitation(Citation):
    part_of = "answer"
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="citations")
