"""The lists that are known by their headers: which column means what."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from people.imports.targets import Target


class ListFormat(NamedTuple):
    """`columns`: header → target. A header `articles/3` is one of `articles`, taken apart."""

    code: str
    columns: Mapping[str, Target]


#: Viasna's machine export, spelt as its authors spell. Photographs are never fetched.
MACHINE_EXPORT = ListFormat(
    "machine-export",
    {
        "id": Target.NUMBER,
        "url": Target.ADDRESS,
        "name": Target.SURNAME_FIRST,
        "status": Target.STATUS,
        "gender": Target.SEX,
        "photo": Target.NOT_TAKEN,
        "description": Target.NOTE,
        "birthday": Target.BORN,
        "arrested": Target.ARRESTED,
        "articles": Target.ARTICLES,
        "prison": Target.PRISON,
        "declaration": Target.NOTE,
        "decision": Target.NOTE,
        "penalty": Target.PENALTY,
        "judge": Target.NOTE,
        "councel": Target.NOTE,
        "penalty_start_date": Target.BEGUN,
        "release_date": Target.RELEASED,
        "verdict_date": Target.SENTENCED,
        "appeal_date": Target.NOTE,
        "fake_terrorist_list": Target.NOTE,
        "died": Target.DIED,
        "clusters": Target.NOTE,
    },
)

#: The CSV that the page of the list gives a reader, with its headers in Russian.
PAGE_CSV = ListFormat(
    "page-csv",
    {
        "Имя и фамилия": Target.NAME,
        "Статус": Target.STATUS,
        "Дата рождения": Target.BORN,
        "Пол": Target.SEX,
        "Дата задержания": Target.ARRESTED,
        "Предъявлены обвинения": Target.ARTICLES,
        "Дата приговора": Target.SENTENCED,
        "Решение суда": Target.NOTE,
        "Вид наказания": Target.PENALTY,
        "Судья": Target.NOTE,
        "Прокурор": Target.NOTE,
        "Место заключения": Target.PRISON,
    },
)

FORMATS = {known.code: known for known in (MACHINE_EXPORT, PAGE_CSV)}
TAKEN_APART = re.compile(r"/\d+$")
NAMES = {Target.NAME, Target.SURNAME_FIRST}


def base_header(header: str) -> str:
    return TAKEN_APART.sub("", header.strip())


def map_columns(header: Sequence[str], known: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of header and target, in the order of the sheet; an unknown column is not taken."""
    return [(title, known.get(base_header(title), Target.NOT_TAKEN)) for title in header]


def recognise_format(header: Sequence[str]) -> ListFormat | None:
    """The format whose columns the header has, most of them at least, the name among them."""
    given = {base_header(title) for title in header}
    for known in FORMATS.values():
        has_name = any(known.columns.get(title) in NAMES for title in given)
        if has_name and len(given & known.columns.keys()) > len(known.columns) // 2:
            return known
    return None
