"""What a figure was seen on, without a name that somebody gave the machine."""

import os
import platform
from pathlib import Path
from typing import Any

import psycopg


def machine() -> dict[str, Any]:
    with psycopg.connect(os.environ["BOOTSTRAP_DATABASE_URL"]) as connection:
        version = connection.info.server_version
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "postgresql": f"{version // 10000}.{version % 10000}",
        "load_at_the_end": round(os.getloadavg()[0], 1),
    }


def told(facts: dict[str, Any]) -> str:
    return (
        f"{facts['processor']}, {facts['cores']} cores, {facts['memory_gb']} GB;"
        f" PostgreSQL {facts['postgresql']}, Python {facts['python']};"
        f" load {facts['load_at_the_end']} at the end"
    )


def _processor() -> str:
    """The model of /proc/cpuinfo; the architecture where it does not say."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()
