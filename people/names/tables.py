"""The tables under `data/`, which people read and correct."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_table(name: str) -> Any:
    """What `data/<name>.yaml` says."""
    return yaml.load((_FOLDER / "data" / f"{name}.yaml").read_bytes(), Loader=_Loader)  # noqa: S506
