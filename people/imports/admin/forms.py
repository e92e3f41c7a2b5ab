"""The forms between a file and drafts: upload, columns, decision on a row."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from people.imports.admin.row_descriptions import list_candidate_names
from people.imports.decisions import OPEN
from people.imports.enums import ImportDecision, ImportState
from people.imports.models import Import, ImportRow, SavedMapping
from people.imports.remarks import RemarkCode
from people.imports.sheets import Unreadable
from people.imports.targets import Target
from publishing.enums import State
from sources.models import Source


class UploadForm(forms.Form):
    fields: dict[str, Any]
    unreadable = Unreadable

    file = forms.FileField(
        label=_("List"),
        help_text=_("A CSV file or an XLSX workbook; its first row names the columns."),
    )
    source: forms.ModelChoiceField = forms.ModelChoiceField(
        Source.objects.exclude(state=State.WITHDRAWN).order_by("title"),
        label=_("Source"),
        help_text=_("Every fact cites it; the list is its publisher’s."),
    )
    mapping: forms.ModelChoiceField = forms.ModelChoiceField(
        SavedMapping.objects.order_by("title"),
        label=_("Saved mapping of columns"),
        required=False,
        help_text=_("Not needed for a format that is known."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mapping"].label_from_instance = lambda mapping: mapping.title
        self.fields["source"].label_from_instance = lambda source: source.title[:100]


class ColumnsForm(forms.Form):
    """One choice for each column of the list."""

    def __init__(self, listing: Import, *args: Any) -> None:
        super().__init__(*args)
        for column, (header, target) in enumerate(listing.columns):
            self.fields[f"column-{column}"] = forms.ChoiceField(
                label=header or str(column + 1), choices=Target.choices, initial=target
            )
        self.fields["title"] = forms.CharField(
            label=_("Keep under this title"), required=False, max_length=100,
            help_text=_("For the next list with these columns."),
        )  # fmt: skip
        self.count = len(listing.columns)

    def get_targets(self) -> list[str]:
        return [self.cleaned_data[f"column-{column}"] for column in range(self.count)]


class DecisionForm(forms.Form):
    """Decides a row: one of the candidates, a new person, or left out."""

    def __init__(self, row: ImportRow, *args: Any) -> None:
        super().__init__(*args)
        self.is_open = row.listing.state == ImportState.PLANNED and (
            row.verdict in OPEN or bool(row.decision)
        )
        same = [
            (each["person"], _("The same person as %(name)s") % {"name": name})
            for each, name in zip(row.candidates, list_candidate_names(row.candidates), strict=True)
        ]
        kept = [
            (ImportDecision.NEW.value, ImportDecision.NEW.label),
            (ImportDecision.SKIP.value, ImportDecision.SKIP.label),
        ]
        is_same = row.decision == ImportDecision.SAME
        self.fields["decision"] = forms.ChoiceField(
            label=_("Who it is"), choices=[*same, *kept], widget=forms.RadioSelect,
            initial=str(row.person_id) if is_same else row.decision,
        )  # fmt: skip
        if any(remark[0] == RemarkCode.FORGOTTEN for remark in row.remarks):
            self.fields["reason"] = forms.CharField(
                label=_("Why somebody new is added all the same"), required=False,
                initial=row.reason, widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def is_person(self, chosen: str) -> bool:
        try:
            UUID(chosen)
        except ValueError:
            return False
        return True
