"""The tables under `data/`, which people read and correct, and the version of all the rules."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

_ROOM = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Any:
    """What `data/<name>.yaml` says."""
    return yaml.load((_ROOM / "data" / f"{name}.yaml").read_bytes(), Loader=_Loader)  # noqa: S506


def _version() -> str:
    files = sorted([*_ROOM.glob("*.py"), *_ROOM.glob("data/*.yaml")], key=lambda file: file.name)
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


#: Changes with every rule and table: keys stored under another version are to be renewed.
RULES = _version()
