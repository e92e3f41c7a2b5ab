"""Reading the YAML files, strictly: a key stands once, and nothing is guessed to be a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "data"

#: Not records: values that an importer must not take for a facility.
NOT_RECORDS = {"not_facilities"}


class BadReferenceError(Exception):
    """The files are wrong, and nothing was loaded; `problems` has one line for each place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Entry:
    """One key of one file: `fields` is what stands under it."""

    file: str
    noun: str
    key: str
    fields: dict[str, Any]

    def describe_place(self, field: str = "") -> str:
        return ": ".join(filter(None, (self.file, self.key, field)))


def _is_plain(tag: str) -> bool:
    return not tag.endswith(("bool", "float", "timestamp"))


class Loader(yaml.CSafeLoader):
    """YAML without its surprises: `NO` is Norway, `on` a word; dates and decimals stay text."""

    yaml_implicit_resolvers = {
        first: [rule for rule in rules if _is_plain(rule[0])]
        for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.MarkedYAMLError(problem="a key stands twice", problem_mark=node.start_mark)
        return mapping


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def read_entries(folder: Path = FOLDER) -> list[Entry]:
    """Every entry of `folder/*.yaml` and of the folders in it, whose files share one noun."""
    problems: list[str] = []
    entries: list[Entry] = []
    for path in sorted(folder.rglob("*.yaml")):
        file = path.relative_to(folder)
        noun = file.parts[0].removesuffix(".yaml")
        if noun in NOT_RECORDS:
            continue
        try:
            entries += _read_file(path, str(file), noun)
        except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
            problems.append(f"{file}: {error}")
    problems += _find_repeated(entries)
    if problems:
        raise BadReferenceError(problems)
    return entries


def _read_file(path: Path, file: str, noun: str) -> Iterator[Entry]:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 -- a safe loader
    if not isinstance(content, dict):
        raise ValueError("a file is a mapping of keys to fields")
    for key, fields in content.items():
        if not isinstance(fields, dict):
            raise ValueError(f"{key}: an entry is a mapping of fields to values")
        yield Entry(file, noun, str(key), fields)


def _find_repeated(entries: list[Entry]) -> Iterator[str]:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.noun, entry.key), entry)
        if first is not entry:
            yield f"{entry.describe_place()}: this key stands in {first.file} too"
