"""The reference files as plain mappings, for the tests beside this file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

REFERENCE = Path(__file__).parents[2] / "tracker" / "reference" / "data"


class Strict(yaml.SafeLoader):
    """YAML in which a key written twice, or one that is no text, is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(set(keys)) < len(keys) or not all(isinstance(key, str) for key in keys):
            raise ValueError(f"{node.start_mark}: {keys}")
        return super().construct_mapping(node, deep)


def read(name: str) -> dict[str, dict[str, Any]]:
    """One file, or all files of a folder as one mapping; a key stands once in them all."""
    path = REFERENCE / name
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path.with_suffix(".yaml")]
    merged: dict[str, dict[str, Any]] = {}
    for file in files:
        entries = yaml.load(file.read_text(encoding="utf-8"), Strict)
        if doubled := merged.keys() & entries.keys():
            raise ValueError(f"{file.name}: {doubled}")
        merged.update(entries)
    return merged


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every (field, value) within, at any depth."""
    for inner in value if isinstance(value, list) else ():
        yield from walk(inner)
    for field, inner in value.items() if isinstance(value, dict) else ():
        yield field, inner
        yield from walk(inner)
