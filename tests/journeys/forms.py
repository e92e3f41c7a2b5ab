"""A form as a browser holds it: read from its page, filled in with what it offers, and sent."""

from copy import copy
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

Said = dict[str, str]


@dataclass
class Field:
    """What a field holds; what it offers, where that is a closed list; where it searches."""

    values: list[str] = field(default_factory=list)
    offered: set[str] | None = None
    search: Said | None = None
    is_many: bool = False

    def copy(self) -> "Field":
        return replace(self, values=[*self.values])


class Fields(HTMLParser):
    """The fields of the forms of a page, by name, and the sentences that refused them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, Field] = {}
        self.errors: list[str] = []
        self.open: Field | None = None
        self.is_area = self.is_error = self.is_ours = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_ours = said.get("method") == "post" and said.get("id") != "logout-form"
        elif tag == "ul" and "errorlist" in said.get("class", ""):
            self.is_error = True
        elif self.is_ours and tag in ("input", "select", "textarea", "option"):
            getattr(self, f"start_{tag}")(said)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.close_field(tag)
        elif tag == "ul":
            self.is_error = False

    def handle_data(self, text: str) -> None:
        if self.is_area and self.open:
            self.open.values[0] += text
        elif self.is_error and text.strip():
            self.errors.append(text.strip())

    def start_input(self, said: Said) -> None:
        if "name" not in said or said.get("type") == "submit":
            return
        known = self.found.setdefault(said["name"], Field())
        if said.get("type") not in ("checkbox", "radio"):
            known.values = [said.get("value", "")]
            return
        known.offered = (known.offered or set()) | {said.get("value", "on")}
        known.values += [said.get("value", "on")] * ("checked" in said)

    def start_select(self, said: Said) -> None:
        asked = {name[5:].replace("-", "_"): said[name] for name in said if name[:5] == "data-"}
        self.open = Field([], set(), asked if "ajax__url" in asked else None, "multiple" in said)
        self.found[said["name"]] = self.open

    def start_option(self, said: Said) -> None:
        assert self.open is not None
        assert self.open.offered is not None
        is_first = not self.open.offered and not self.open.is_many
        self.open.offered.add(said.get("value", ""))
        if "selected" in said or is_first:
            kept = self.open.values if self.open.is_many else []
            self.open.values = [*kept, said.get("value", "")]

    def start_textarea(self, said: Said) -> None:
        self.open = self.found[said["name"]] = Field([""])
        self.is_area = True

    def close_field(self, tag: str) -> None:
        if tag == "textarea" and self.open:
            self.open.values = [self.open.values[0].removeprefix("\n")]
        self.open, self.is_area = None, False


class Form:
    """One page's form. `a__b` is the field `a-b`.

    In a field that searches, words find one row; of several found, `(words, label)` takes one.
    """

    def __init__(self, client: Client, url: str) -> None:
        page = client.get(url)
        assert page.status_code == 200, (url, page.status_code)
        self.client, self.url = client, url
        self.fields = Fields(page.content.decode()).found
        self.known: dict[object, str] = {}

    def copy(self) -> "Form":
        """The same form as it stands, to be filled in again."""
        other = copy(self)
        other.fields = {name: known.copy() for name, known in self.fields.items()}
        return other

    def fill(self, **answers: Any) -> "Form":
        for name, value in answers.items():
            self.put(name.replace("__", "-"), value)
        return self

    def add(self, prefix: str, **answers: Any) -> "Form":
        """Another row of an inline, made from the empty one that the page brings along."""
        total = self.fields[f"{prefix}-TOTAL_FORMS"].values
        row, total[0] = f"{prefix}-{total[0]}-", str(int(total[0]) + 1)
        empty = f"{prefix}-__prefix__-"
        for name, known in list(self.fields.items()):
            if name.startswith(empty):
                self.fields[row + name.removeprefix(empty)] = known.copy()
        for name, value in answers.items():
            self.put(row + name, value)
        return self

    def put(self, name: str, value: Any) -> None:
        field = self.fields[name]
        if field.search:
            field.values = [self.find(field.search, value)]
        elif field.offered is None:
            field.values = [str(value)]
        else:
            chosen = value if isinstance(value, list) else ["on"] if value is True else [value]
            assert field.offered.issuperset(chosen), (name, value, field.offered)
            field.values = chosen

    def find(self, search: Said, words: str | tuple[str, str]) -> str:
        term, shown = (words, "") if isinstance(words, str) else words
        asked = {name: search[name] for name in ("app_label", "model_name", "field_name")}
        key = (*asked.values(), words)
        if key not in self.known:
            rows = self.client.get(search["ajax__url"], asked | {"term": term}).json()["results"]
            (self.known[key],) = [row["id"] for row in rows if shown in row["text"]]
        return self.known[key]

    def send(self, button: str = "_save") -> HttpResponse:
        """Send it as it stands; a refusal is an error with the sentences that were shown."""
        fields = self.fields.items()
        sent = {name: field.values for name, field in fields if "__prefix__" not in name}
        answer = self.client.post(self.url, sent | {button: ""})
        assert answer.status_code == 302, (self.url, Fields(answer.content.decode()).errors)
        return answer
