"""Real Russian surnames, of the dictionary of OpenCorpora, and which two of them pass for one."""

import json
import struct
from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

import dawg
import pymorphy3_dicts_ru

from people.names import WrittenName, compare_descriptions, derive_keys
from tests.people.names.retrieval import described

#: How the dictionary tells a man's surname in its first form, as no plural or woman's.
TAGS = {"NOUN", "anim", "Surn", "sing", "nomn"}, {"femn", "Pltm"}


@cache
def list_real_surnames() -> list[str]:
    folder = Path(pymorphy3_dicts_ru.get_path())
    ways = _list_ways(folder)
    words = dawg.RecordDAWG(">HH").load(str(folder / "words.dawg"))
    found = {word for word, (way, form) in words.iteritems() if form == 0 and way in ways}
    return sorted(word.title() for word in found)


def _list_ways(folder: Path) -> set[int]:
    """The numbers of the ways in which surnames are declined."""
    tags = json.loads((folder / "gramtab-opencorpora-int.json").read_text())
    numbers = struct.iter_unpack("<H", (folder / "paradigms.array").read_bytes())
    (count,), ways = next(numbers), set()
    for way in range(count):
        length = next(numbers)[0]
        forms = [next(numbers)[0] for _ in range(length)]
        told = set(tags[forms[length // 3]].replace(" ", ",").split(","))
        if TAGS[0] <= told and not TAGS[1] & told:
            ways.add(way)
    return ways


@cache
def list_near_pairs() -> list[tuple[str, str]]:
    """Pairs that share a key; no others are ever compared as one. Without ё a name is the same."""
    by_key = defaultdict(set)
    for surname in list_real_surnames():
        for key in derive_keys(WrittenName(surname)).words:
            by_key[key].add(surname.replace("ё", "е").replace("Ё", "Е"))
    return sorted({pair for near in by_key.values() for pair in combinations(sorted(near), 2)})


def list_false_pairs(given: str) -> list[tuple[str, str]]:
    """Pairs of different surnames that pass for one person's beside this given name."""
    return [
        pair
        for pair in list_near_pairs()
        if compare_descriptions(*(described([f"{given} {each}"]) for each in pair)).is_match
    ]
