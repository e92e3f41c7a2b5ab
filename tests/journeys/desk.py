"""What an editor does at the desk, form by form."""

from typing import Any

from django.db.models import Model
from django.test import Client

from people.models import Person
from publishing.models import Record
from releases.models import Claim, Destination, Release, Side, Sum, Wave
from sources.models import Organisation, Source, Speaker
from tests.journeys.forms import Form
from tests.staff import address

SOURCE = "Synthetic Chronicle of the Day"


class Desk:
    """An editor at work: every row is entered through a form, every other row found by words."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.blank: dict[type[Model], Form] = {}

    def form(self, model: type[Model]) -> Form:
        """An empty form of a noun; its page is asked for once."""
        if model not in self.blank:
            self.blank[model] = Form(self.client, address(model, "add"))
        return self.blank[model].copy()

    def page(self, row: Model) -> Form:
        return Form(self.client, address(row, "change"))

    def who_says_so(self, *organisations: str) -> None:
        """Synthetic organisations, each with its speaker; the first publishes the source."""
        for name in organisations:
            code = name.lower().replace(" ", "-")
            self.form(Organisation).fill(code=code, kind="other", name_en=name).send()
            speaker = self.form(Speaker).fill(code=code, kind="organisation", organisation=name)
            speaker.fill(name_en=name).send()
        source = self.form(Source).fill(publisher=organisations[0], title=SOURCE, language="en")
        source.fill(kind="report", address="https://example.org/", published_on="2 March 2024")
        source.send()

    def place(self, code: str, country: str, name: str, kind: str = "country") -> None:
        form = self.form(Destination).fill(code=code, country=country, kind=kind, name_en=name)
        form.send()

    def wave(self, slug: str, *sides: tuple[str, str], **answers: Any) -> Wave:
        form = self.form(Wave).fill(slug=slug, title_en=f"Synthetic {slug}", **answers)
        for number, (releasing, receiving) in enumerate(sides, start=1):
            form.add("sides", number=number, releasing=releasing, receiving=receiving)
        form.add("citations", source=SOURCE).send()
        return Wave.objects.get(slug=slug)

    def person(self, name: str, parts: dict[str, list[dict[str, Any]]], **answers: Any) -> Person:
        """Somebody who is only counted; `parts` are the rows of each inline."""
        form = self.form(Person).fill(**answers)
        form.add("names", text=name, script="Latn", language="en").add("citations", source=SOURCE)
        for prefix, rows in parts.items():
            for row in rows:
                form.add(prefix, **row)
        form.send()
        return Person.objects.get(names__text=name)

    def members(self, side: Side, names: list[str], **answers: Any) -> None:
        form = self.page(side)
        for name in names:
            form.add("members", person=name, **answers)
        form.send()

    def release(self, name: str, *conditions: str, **answers: Any) -> None:
        form = self.form(Release).fill(person=name, member=name, **answers)
        for kind in conditions:
            form.add("conditions", kind=kind)
        form.add("citations", source=SOURCE).send()

    def sum_of(self, total: str, *parts: str) -> None:
        """Name the parts of the sum that the total has."""
        form = self.page(Sum.objects.get(total__code=total))
        for code in parts:
            form.add("parts", claim=(code, f"{code} · "))
        form.send()

    def claim(self, code: str, number: int, *scope: tuple[str, str], **answers: Any) -> Form:
        """A claim that is still to be sent."""
        form = self.form(Claim).fill(code=code, low=number, high=number, said_on="2024", **answers)
        for dimension, value in scope:
            form.add("scope", dimension=dimension, value=value)
        return form.add("citations", source=SOURCE)

    def act(self, name: str, record: Record, **answers: Any) -> None:
        """A button of a record, with everything that the page offers to take along."""
        Form(self.client, address(record, "act", name)).fill(**answers).send()
