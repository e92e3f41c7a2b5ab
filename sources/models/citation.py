from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.models import RecordPart
from sources.enums import Confidence, Locator
from sources.models.source import Source


class Citation(RecordPart):
    """Where a source says something. Each room declares its own, with a real foreign key."""

    is_citation = True

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Public, where the source is."),
    )
    locator = CodeField(
        _("where in it"), choices=Locator, default=Locator.BODY, help_text=_("Public.")
    )
    locator_detail = models.CharField(
        _("page or place"), max_length=100, blank=True, help_text=_("Public.")
    )
    excerpt = models.CharField(
        _("excerpt"),
        max_length=300,
        blank=True,
        help_text=_("Public. A few words, as printed; no name of a private person."),
    )
    confidence = CodeField(
        _("confidence"), choices=Confidence, default=Confidence.MEDIUM, help_text=_("Public.")
    )

    class Meta(RecordPart.Meta):
        abstract = True
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
