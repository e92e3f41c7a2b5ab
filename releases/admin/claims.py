"""Figures as somebody gave them, and what they add up to."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publishing.admin import EMBARGO, RecordAdmin, RecordPartAdmin, RecordPartInline, in_languages
from publishing.admin.fields import get_country_choices
from releases.enums import SCOPE_VOCABULARIES
from releases.models import Claim, ClaimCitation, ClaimScope, DerivedTerm, Sum, SumCitation, SumPart

LOOSENESS = ("is_strict", "is_approximate", "is_vague")
PERIOD = ("period_start", "period_end", "period_start_event", "period_end_event")


def get_scope_choices() -> list[tuple[object, object]]:
    """Every value of every dimension, and every country, as an optgroup of each."""
    return [
        ("", "—"),
        *(
            (dimension.label, [choice for values in vocabularies for choice in values.choices])
            for dimension, vocabularies in SCOPE_VOCABULARIES.items()
        ),
        (_("Country"), get_country_choices(with_none=False)),
    ]


class ClaimCitationInline(RecordPartInline):
    model = ClaimCitation


class ClaimScopeInline(RecordPartInline):
    model = ClaimScope

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name != "value":
            return super().formfield_for_dbfield(db_field, request, *args, **kwargs)
        return forms.TypedChoiceField(
            label=db_field.verbose_name,
            help_text=db_field.help_text,
            required=False,
            choices=get_scope_choices,
            empty_value="",
            coerce=str,
        )


class DerivedTermInline(RecordPartInline):
    model = DerivedTerm
    fk_name = "claim"
    classes = ["collapse"]


class SumInline(RecordPartInline):
    model = Sum
    classes = ["collapse"]


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    label_fields = ("code",)
    list_display = ("record_label", "measure", "printed_figure", "speaker_name", "state")
    list_filter = (*RecordAdmin.list_filter, "measure", "mode", "standing", "is_preferred")
    list_select_related = ("speaker",)
    search_fields = ("code", "wave__slug", "printed")
    fieldsets = (
        (None, {"fields": ("code", "mode", "speaker", "said_on", "printed")}),
        (
            _("What it is about: exactly one of these"),
            {"fields": ("wave", "side", "country", "event", "programme")},
        ),
        (_("The figure"), {"fields": ("measure", "unit", "low", "high", *LOOSENESS, "yardstick")}),
        (
            _("Money and percentages"),
            {"fields": ("currency", "per_cent_base"), "classes": ["collapse"]},
        ),
        (_("When it holds"), {"fields": ("as_of", *PERIOD)}),
        (_("Our judgement"), {"fields": ("is_preferred", "standing", "corrected_by", "reading")}),
        *in_languages("preferred_reason", "standing_reason"),
        *EMBARGO,
    )
    inlines = [ClaimCitationInline, ClaimScopeInline, DerivedTermInline, SumInline]

    def get_label(self, claim: Claim) -> str:
        return f"{claim.code} · {claim.get_measure_display()}: {format_figure(claim)}"

    @admin.display(description=_("figure"))
    def printed_figure(self, claim: Claim) -> str:
        return format_figure(claim)

    @admin.display(description=_("said by"))
    def speaker_name(self, claim: Claim) -> str:
        return str(claim.speaker.name) if claim.speaker else "—"


def format_figure(claim: Claim) -> str:
    """The bounds as a person writes them: “123”, “10–12”, “≥ 18”, “> 1100”, “~ 1000”."""
    low, high = (
        bound if bound is None else f"{bound:f}".removesuffix(".00")
        for bound in (claim.low, claim.high)
    )
    if claim.is_vague or (low is None and high is None):
        return "—"
    about = "~ " if claim.is_approximate else ""
    if low == high:
        return f"{about}{low}"
    if high is None:
        return f"{about}{'>' if claim.is_strict else '≥'} {low}"
    if low is None:
        return f"{about}{'<' if claim.is_strict else '≤'} {high}"
    return f"{about}{low}–{high}"


class SumPartInline(RecordPartInline):
    model = SumPart


class SumCitationInline(RecordPartInline):
    model = SumCitation


@admin.register(Sum)
class SumAdmin(RecordPartAdmin):
    label_prefetches = ("total",)
    inlines = [SumPartInline, SumCitationInline]

    def get_label(self, whole: Sum) -> str:
        return f"{whole.total.code} · {whole.get_kind_display()}"
