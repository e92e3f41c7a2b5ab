"""What the tests of the importer do: a list in, its plan, and the plan applied."""

import io
from collections.abc import Mapping
from typing import Any

from people.imports.plan import count_verdicts, plan_all, read_list
from people.imports.plan_application import apply_plan
from people.models import Import, ImportRow, Person
from publishing.enums import Role
from publishing.models import Account, History, Proposal
from sources.models import Source
from tests.accounts import account
from tests.factories import CriminalArticleFactory, FacilityFactory, SourceFactory
from tests.people.imports.lists import HEADER, as_csv


def somebody(**cells: str) -> dict[str, str]:
    """A row of the machine export about a synthetic person."""
    row = dict.fromkeys(HEADER, "FALSE")
    return row | {
        "id": "7", "name": "Zymaski Synta", "status": "active", "gender": "male",
        "birthday": "24 April 1982", "arrested": "2021-05-06", "url": "https://list.example/p/7",
    } | {name.replace("__", "/"): value for name, value in cells.items()}  # fmt: skip


def planned(
    *rows: Mapping[str, str],
    source: Source | None = None,
    by: Account | None = None,
    file: io.BytesIO | None = None,
    **options: Any,
) -> Import:
    """A list of these rows, read and planned."""
    by = by or account(Role.EDITOR)
    file = file or io.BytesIO(as_csv(list(rows)))  # type: ignore[arg-type]
    listing = read_list(file, name="list.csv", by=by, source=source or SourceFactory(), **options)
    for _left in plan_all(listing, by=by):
        pass
    listing.refresh_from_db()
    return listing


def imported(*rows: Mapping[str, str], **options: Any) -> Import:
    listing = planned(*rows, **options)
    return apply_plan(listing, by=options.get("by") or account(Role.EDITOR), reason="a test")


def verdicts(listing: Import) -> list[str]:
    return list(listing.rows.order_by("number").values_list("verdict", flat=True))


def only_row(listing: Import) -> ImportRow:
    return listing.rows.get()


def remarks(listing: Import) -> set[str]:
    return {remark[0] for row in listing.rows.all() for remark in row.remarks}


def vocabulary() -> None:
    """The articles and the places that the tests name."""
    CriminalArticleFactory(article="342", part="1")
    CriminalArticleFactory(article="130", part="3")
    CriminalArticleFactory(article="13", part="")
    CriminalArticleFactory(article="293", part="1")
    FacilityFactory(
        code="by-colony-15", kind="penal_colony", kind_local="ИК / ПК", number="15",
        name_en="Penal colony No. 15",
    )  # fmt: skip


def state() -> dict[str, int]:
    """What must not change where nothing is to change."""
    return {
        "people": Person.objects.count(),
        "proposals": Proposal.objects.count(),
        "changes": History.objects.exclude(table_name__startswith="people_import").count(),
    }


__all__ = [
    "count_verdicts", "imported", "only_row", "planned", "remarks", "somebody", "state", "verdicts",
    "vocabulary",
]  # fmt: skip
