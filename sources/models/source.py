from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.constrained_fields import WebAddressField
from publishing.dates import InexactDateField
from publishing.languages import Translated
from publishing.models import Record, RecordPart
from sources.enums import RemarkKind, SourceKind, UpstreamKind
from sources.models.organisation import Organisation


class Source(Record):
    """One document that somebody published, or a private one that only staff ever see."""

    is_sourced = False
    is_cited = True

    publisher = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="sources",
        verbose_name=_("publisher"),
        help_text=_("Public."),
    )
    title = models.CharField(
        _("title"), max_length=500, help_text=_("Public. As printed, in its own language.")
    )
    language = models.CharField(
        _("language"), max_length=10, help_text=_("Public. Such as be, ru, en.")
    )
    kind = CodeField(_("kind"), choices=SourceKind, help_text=_("Public."))
    address = WebAddressField(
        _("address"), max_length=1000, blank=True, help_text=_("Public. The page itself.")
    )
    archived_address = WebAddressField(
        _("archived copy"), max_length=1000, blank=True, help_text=_("Public.")
    )
    archived_checksum = models.CharField(
        _("checksum of the copy"),
        max_length=64,
        blank=True,
        help_text=_("Public. SHA-256 in hexadecimal digits."),
    )
    published_as_printed = models.CharField(
        _("date as printed"), max_length=100, blank=True, help_text=_("Public.")
    )
    published_on = InexactDateField(
        _("published on"), help_text=_("Public. The date as established.")
    )
    retrieved_on = models.DateField(
        _("retrieved on"), null=True, blank=True, help_text=_("Public.")
    )
    upstream_kind = CodeField(
        _("where it has it from"),
        choices=UpstreamKind,
        default=UpstreamKind.UNKNOWN,
        help_text=_("Public. Unknown is not counted as independent."),
    )
    upstream = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relays",
        verbose_name=_("relays"),
        help_text=_("Public. The source that this one repeats."),
    )
    is_private = models.BooleanField(
        _("private"),
        default=False,
        help_text=_("A private or offline source is on no public page, whatever its state."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Staff only."))

    class Meta(Record.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                name="sources_source_has_its_own_address",
                fields=["address"],
                condition=~Q(address=""),
                violation_error_message=_("A source with this address exists already."),
            ),
            models.CheckConstraint(
                name="sources_source_names_what_it_relays",
                condition=Q(upstream_kind=UpstreamKind.KNOWN, upstream__isnull=False)
                | (~Q(upstream_kind=UpstreamKind.KNOWN) & Q(upstream__isnull=True)),
                violation_error_message=_(
                    "Name the source that this one relays, or say that it is not known."
                ),
            ),
            models.CheckConstraint(
                name="sources_source_does_not_relay_itself",
                condition=Q(upstream__isnull=True) | ~Q(upstream=F("id")),
                violation_error_message=_("A source cannot relay itself."),
            ),
            models.CheckConstraint(
                name="sources_source_checksum_is_sha256",
                condition=Q(archived_checksum="")
                | Q(archived_checksum__regex=r"^[0-9a-f]{64}$", archived_address__gt=""),
                violation_error_message=_(
                    "The checksum of an archived copy is 64 hexadecimal digits."
                ),
            ),
            models.CheckConstraint(
                name="sources_source_public_has_an_address_or_a_date",
                condition=Q(is_private=True) | ~Q(address="") | Q(published_on__isnull=False),
                violation_error_message=_("A public source has an address or a date."),
            ),
        ]

    @property
    def cited_as(self) -> str:
        return self.title


class SourceRemark(RecordPart):
    """A known defect of a source, and how we read it."""

    part_of = "source"

    source = models.ForeignKey(Source, models.CASCADE, related_name="remarks")
    kind = CodeField(_("kind"), choices=RemarkKind, help_text=_("Public."))
    printed = models.CharField(_("as printed"), max_length=300, help_text=_("Public."))
    reading = Translated(models.CharField(_("our reading"), max_length=300, help_text=_("Public.")))
    reason = Translated(models.TextField(_("reason"), help_text=_("Public.")))

    class Meta(RecordPart.Meta):
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
