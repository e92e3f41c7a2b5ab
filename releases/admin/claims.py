"""Figures as somebody gave them, and what they add up to."""

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publishing.admin import EMBARGO, PartAdmin, PartInline, RecordAdmin, in_languages, parts
from publishing.admin.fields import countries
from releases.enums import SCOPE_VOCABULARIES
from releases.models import Claim, ClaimCitation, ClaimScope, DerivedTerm, Sum, SumCitation, SumPart

PERIOD = ("period_start", "period_end", "period_start_event", "period_end_event")


def scope_values() -> list[tuple[object, object]]:
    """Every value of every dimension, and every country, as an optgroup of each."""
    return [
        ("", "—"),
        *(
            (dimension.label, [choice for values in vocabularies for choice in values.choices])
            for dimension, vocabularies in SCOPE_VOCABULARIES.items()
        ),
        (_("Country"), countries(with_none=False)),
    ]


class ScopeInline(PartInline):
    model = ClaimScope

    def formfield_for_dbfield(
        self, column: Field, request: HttpRequest, **kwargs: object
    ) -> forms.Field | None:
        if column.name != "value":
            return super().formfield_for_dbfield(column, request, **kwargs)
        said = {"label": column.verbose_name, "help_text": column.help_text, "required": False}
        return forms.TypedChoiceField(choices=scope_values, empty_value="", coerce=str, **said)


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    label_fields = ("code",)
    list_display = ("shown_as", "measure", "figure", "said_by", "state")
    list_filter = (*RecordAdmin.list_filter, "measure", "mode", "standing", "is_preferred")
    list_select_related = ("speaker",)
    search_fields = ("code", "wave__slug", "printed")
    fieldsets = (
        (None, {"fields": ("code", "mode", "speaker", "said_on", "printed")}),
        (
            _("What it is about: exactly one of these"),
            {"fields": ("wave", "side", "country", "event", "programme")},
        ),
        (_("The figure"), {"fields": ("measure", "unit", "low", "high", "is_vague", "yardstick")}),
        (
            _("Money and percentages"),
            {"fields": ("currency", "per_cent_base"), "classes": ["collapse"]},
        ),
        (_("When it holds"), {"fields": ("as_of", *PERIOD)}),
        (_("Our judgement"), {"fields": ("is_preferred", "standing", "corrected_by", "reading")}),
        *in_languages("preferred_reason", "standing_reason"),
        *EMBARGO,
    )
    inlines = (
        parts(ClaimCitation, is_open=True),
        type("ScopeInline", (ScopeInline,), {"classes": ()}),
        parts(DerivedTerm),
        parts(Sum),
    )

    def label(self, claim: Claim) -> str:
        return f"{claim.code} · {claim.get_measure_display()}: {figure_of(claim)}"

    @admin.display(description=_("figure"))
    def figure(self, claim: Claim) -> str:
        return figure_of(claim)

    @admin.display(description=_("said by"))
    def said_by(self, claim: Claim) -> str:
        return claim.speaker.name if claim.speaker else "—"


def figure_of(claim: Claim) -> str:
    """The bounds as a person writes them: “123”, “10–12”, “≥ 18”, “≤ 20”."""
    low, high = (
        bound if bound is None else f"{bound:f}".removesuffix(".00")
        for bound in (claim.low, claim.high)
    )
    if claim.is_vague or (low is None and high is None):
        return "—"
    if low == high:
        return str(low)
    if high is None:
        return f"≥ {low}"
    return f"≤ {high}" if low is None else f"{low}–{high}"


@admin.register(Sum)
class SumAdmin(PartAdmin):
    label_needs = ("total",)
    inlines = (parts(SumPart, is_open=True), parts(SumCitation, is_open=True))

    def label(self, whole: Sum) -> str:
        return f"{whole.total.code} · {whole.get_kind_display()}"
