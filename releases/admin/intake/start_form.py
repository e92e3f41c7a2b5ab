"""The form by which a list begins: what was pasted, of which wave, and who published it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from publishing.actions import Refused
from publishing.admin.fields import DATES, get_country_choices
from publishing.dates.fields import InexactDateFormField
from publishing.enums import State
from publishing.languages import LANGUAGES
from publishing.models import Account
from releases.admin.intake.list_files import KINDS, read_text
from releases.enums import MemberOutcome, MemberRole
from releases.intake.lists import clean_text
from releases.models import Side, Wave
from sources.enums import Confidence, SourceKind
from sources.models import Organisation, Source

#: What the list says of everybody on it: role and outcome of the members.
MEANINGS = {
    "released": (MemberRole.RELEASED, MemberOutcome.FREED),
    "listed": (MemberRole.LISTED_ONLY, MemberOutcome.UNKNOWN),
}


class StartForm(forms.Form):
    """Asks for a wave and a source that exist, or for the least that makes a draft of one."""

    fields: dict[str, Any]

    text = forms.CharField(
        label=_("The list, pasted"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "class": "vLargeTextField", "spellcheck": "false"}
        ),
        help_text=_(
            "One person per line, or the rows of a table. Numbers, dots, births and ages are"
            " understood; what is not a name is shown, never dropped."
        ),
    )
    file = forms.FileField(
        label=_("or a file"),
        required=False,
        help_text=_("A text file, or a table as CSV or XLSX; a megabyte at most."),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
    )
    meaning = forms.ChoiceField(
        label=_("What the list says of them"),
        choices=[
            ("released", _("They were released")),
            ("listed", _("They are listed for release; nothing is known yet")),
        ],
        initial="released",
        widget=forms.RadioSelect,
    )
    side = forms.ModelChoiceField(
        label=_("Wave"), queryset=Side.objects.none(), required=False, empty_label=_("A new wave")
    )
    title = forms.CharField(
        label=_("Title of the new wave"),
        max_length=200,
        required=False,
        help_text=_("Public."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    released_on = InexactDateFormField(label=_("Released on"), required=False, help_text=DATES)
    country = forms.ChoiceField(
        label=_("Released from"),
        choices=get_country_choices,
        required=False,
        help_text=_("Public."),
    )
    source: forms.Field = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.none(),
        required=False,
        empty_label=_("A new source"),
    )
    publisher: forms.Field = forms.ModelChoiceField(
        label=_("Who published it"), queryset=Organisation.objects.none(), required=False
    )
    source_title = forms.CharField(
        label=_("Title of the new source"),
        max_length=500,
        required=False,
        help_text=_("Public. As printed, in its own language."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    address = forms.URLField(
        label=_("Address"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        help_text=_("Public. The page itself."),
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    published_on = InexactDateFormField(label=_("Published on"), required=False, help_text=DATES)
    is_private = forms.BooleanField(
        label=_("Private"),
        required=False,
        help_text=_("A private or offline source is on no public page, whatever its state."),
    )
    confidence = forms.ChoiceField(
        label=_("Confidence"), choices=Confidence, initial=Confidence.MEDIUM
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].queryset = Side.objects.select_related("wave").order_by(
            "-wave__created_at", "number"
        )
        self.fields["side"].label_from_instance = format_side
        self.fields["source"].queryset = Source.objects.exclude(state=State.WITHDRAWN).order_by(
            "-created_at", "pk"
        )
        self.fields["source"].label_from_instance = lambda source: source.title
        self.fields["publisher"].queryset = Organisation.objects.order_by("code")
        self.fields["publisher"].label_from_instance = lambda who: who.name or who.code

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("side"):
            self._require_fields(given, "title", "released_on", "country")
            self._is_new_wave(given)
        if not given.get("source"):
            self._require_fields(given, "publisher", "source_title")
        self._read_list(given)
        return given

    def _require_fields(self, given: dict[str, Any], *names: str) -> None:
        for name in names:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])

    def _is_new_wave(self, given: dict[str, Any]) -> None:
        day, titled = given.get("released_on"), Q()
        for language in LANGUAGES:
            titled |= Q(**{f"title_{language}": given.get("title")})
        if day and given.get("title") and Wave.objects.filter(titled, released_on=day).exists():
            self.add_error("side", _("There is a wave of this day and title: choose it."))

    def _read_list(self, given: dict[str, Any]) -> None:
        text, file = given.get("text") or "", given.get("file")
        if bool(text.strip()) == bool(file):
            self.add_error("text", _("Paste the list, or choose a file: one of the two."))
            return
        try:
            given["text"] = clean_text(read_text(file) if file else text)
        except (Refused, ValidationError) as refused:
            self.add_error("file" if file else "text", refused)

    def build_answers(self, *, by: Account) -> dict[str, Any]:
        """What `open_list` asks for; a new wave and a new source are written as drafts."""
        given = self.cleaned_data
        role, outcome = MEANINGS[given["meaning"]]
        return {
            "side": given["side"] or create_side(given, by),
            "source": given["source"] or create_source(given, by),
            "text": given["text"],
            "role": role,
            "outcome": outcome,
            "confidence": given["confidence"],
        }


def format_side(side: Side) -> str:
    wave = side.wave
    where = ", ".join(side.receiving)
    return f"{wave.slug} · {wave.title} · {', '.join(side.releasing)} → {where or '…'}"


def create_side(given: dict[str, Any], by: Account) -> Side:
    language = (get_language() or "en").partition("-")[0]
    title = f"title_{language if language in LANGUAGES else 'en'}"
    wave = Wave(
        created_by=by,
        slug=_free_slug(given["released_on"].value.strip("./~").replace("/", "-").lower()),
        country=given["country"],
        released_on=given["released_on"],
        **{title: given["title"]},
    )
    wave.full_clean()
    wave.save()
    return Side.objects.create(wave=wave, releasing=[given["country"]])


def _free_slug(start: str) -> str:
    """The day; a second wave of one day is `day-2`."""
    taken = set(Wave.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    return next(
        slug
        for number in range(1, len(taken) + 2)
        if (slug := start if number == 1 else f"{start}-{number}") not in taken
    )


def create_source(given: dict[str, Any], by: Account) -> Source:
    source = Source(
        created_by=by,
        publisher=given["publisher"],
        title=given["source_title"],
        language=(get_language() or "en").partition("-")[0],
        kind=SourceKind.LIST_OR_DATABASE,
        address=given["address"],
        published_on=given["published_on"],
        is_private=given["is_private"],
    )
    source.full_clean()
    source.save()
    return source


GROUPS = (
    (pgettext_lazy("intake", "The list"), ("text", "file", "meaning")),
    (_("Which wave"), ("side", "title", "released_on", "country")),
    (
        _("Who says so"),
        ("source", "publisher", "source_title", "address", "published_on", "is_private",
         "confidence"),
    ),
)  # fmt: skip
