"""A measurement in a process of its own, with the environment of a database."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any


def run(
    module: str, *arguments: object, environment: Mapping[str, str], settings: str = "tracker"
) -> Any:
    """What the module prints as JSON; None where it prints nothing."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": f"{settings}.settings"},
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(done.stdout or b"null")
