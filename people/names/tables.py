"""The tables under `data/`, which people read and correct, and the version of all the rules."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

_ROOM = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_table(name: str) -> Any:
    """What `data/<name>.yaml` says."""
    return yaml.load((_ROOM / "data" / f"{name}.yaml").read_bytes(), Loader=_Loader)  # noqa: S506


def _version(*files: str) -> str:
    return sha256(b"\0".join((_ROOM / file).read_bytes() for file in files)).hexdigest()[:16]


#: Changes with every rule and table that a key depends on: keys stored under another are renewed.
RULES = _version(
    *(f"data/{name}.yaml" for name in ("given_names", "letters", "surnames")),
    *("folding.py", "given_names.py", "keys.py", "phonetics.py", "surnames.py", "words.py"),
)
