"""Synthetic lists in the formats that are known, with the dirt of the real ones.

Nobody in them exists: each name is made of a surname and a given name drawn by number, with the
mark of the synthetic world.
"""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

HEADER = (
    "id,url,name,status,gender,photo,description,birthday,arrested,articles/0,articles/1,articles/2,"
    "prison,declaration,decision,penalty,judge,councel,penalty_start_date,release_date,"
    "verdict_date,appeal_date,fake_terrorist_list,died,clusters"
).split(",")
HEADS = (
    "Zym Kur Bart Dal Hrab Vor Lis Sak Mir Pal Stan Tur Zar Kaz Rud Nav Laz Bel Chom Dub".split()
)
MIDDLES = "a o e i u y ar or en in un al ol il uk ak ok ek ik an".split()
TAILS = "ski vich enka iuk chyk ou ka nik ets ovich uk ach or iel uta".split()
GIVEN = "Synt Testa Probna Uyaula Vydumk Narmal Prykla Fikt Abstr Madel".split()
ARTICLES = "342 (1)|361-4|130 ч. 3|ч. 2 ст. 295|13+293(1)|9999"
PLACES = (
    "ИК №15. 212013, г. Могилёв|ИК-2, Бобруйск|FALSE|Released awaiting the commencement of the"
    " sentence|Тюрьма №4|СИЗО-1|Unknown place 7"
)
PENALTIES = (
    "5 years of imprisonment in a penal colony|2,5 года ограничения свободы (домашняя химия)|FALSE"
    "|3 года лишения свободы|something unheard of"
)


def name(number: int) -> str:
    """The name of the synthetic person of this number, surname first; each number has its own."""
    head, number = HEADS[number % 20], number // 20
    middle, number = MIDDLES[number % 20], number // 20
    tail, number = TAILS[number % 15], number // 15
    return f"{head}{middle}{tail} {GIVEN[number % 10]}{'aeiou'[number // 10 % 5]}"


def machine_rows(count: int, seed: int = 1, start: int = 0) -> Iterator[dict[str, str]]:
    """Rows of the 23-column machine export, about the synthetic people from number `start` on."""
    draw = random.Random(seed)
    for number in range(start, start + count):
        year = draw.randint(1950, 2004)
        arrested = f"{draw.randint(2020, 2024)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        status = draw.choice(("active", "active", "former", "np"))
        verdict = arrested if draw.random() < 0.05 else f"2025-0{draw.randint(1, 9)}-11"
        born = f"{draw.randint(1, 28)} April {year}" if number % 3 else f"{year}-04-24"
        articles = draw.sample(ARTICLES.split("|"), 3)
        yield {
            "id": str(100_000 + number),
            "url": f"https://list.example/p/{number if number % 50 else 50}",
            "name": name(number) if number % 40 else name(number).split()[0] + " S. T.",
            "status": status,
            "gender": draw.choice(("male", "female")),
            "photo": f"https://list.example/photo/{number}.jpg",
            "description": f"Synthetic person {number}.",
            "birthday": born,
            "arrested": arrested,
            "articles/0": articles[0],
            "articles/1": articles[1] if number % 2 else "FALSE",
            "articles/2": "FALSE",
            "prison": draw.choice(PLACES.split("|")),
            "declaration": "FALSE",
            "decision": "FALSE",
            "penalty": draw.choice(PENALTIES.split("|")),
            "judge": "Synthetic A. B., Testova C. D." if number % 9 == 0 else "Synthetic A. B.",
            "councel": "FALSE",
            "penalty_start_date": "FALSE",
            "release_date": "2026-01-15" if status == "former" else "FALSE",
            "verdict_date": verdict,
            "appeal_date": "FALSE",
            "fake_terrorist_list": "FALSE",
            "died": "FALSE",
            "clusters": "synthetic",
        }


def as_csv(
    rows: Iterator[dict[str, str]] | list[dict[str, str]], header: list[str] = HEADER
) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def write(path: Path, count: int, seed: int = 1, start: int = 0) -> None:
    """A list on disk, however long, row by row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER)
        writer.writeheader()
        writer.writerows(machine_rows(count, seed, start))
