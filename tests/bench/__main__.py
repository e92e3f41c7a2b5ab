"""`python -m tests.bench`, with a database server in the environment: see `make bench`.

BENCH is full or quick; PART names the parts to run, all of them where it is empty.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tests.bench.machine import machine, told
from tests.bench.parts import PARTS, Part

KEPT = Path("var/bench.json")


def main() -> int:
    length = os.environ.get("BENCH") or "full"
    chosen = os.environ.get("PART", "").split() or [part.name for part in PARTS]
    if wrong := set(chosen) - {part.name for part in PARTS}:
        say(f"No such part: {' '.join(sorted(wrong))}. PART={'|'.join(p.name for p in PARTS)}")
        return 2
    missed = [part.name for part in PARTS if part.name in chosen and not is_met(part, length)]
    say(f"\n{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {length}; {told(machine())}")
    say(f"Missed in: {', '.join(missed)}" if missed else "Every target is met.")
    return 1 if missed else 0


def is_met(part: Part, length: str) -> bool:
    """Run a part, print its figures, and keep them beside those of the other parts."""
    less = f" (quick: {part.quick})" if length == "quick" and part.quick else ""
    say(f"\n== {part.name}: {part.about}{less}")
    begun = monotonic()
    found = part.figures(length)
    met = part.is_met(found)
    keep(part.name, {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "length": length if part.quick else "full",
        "machine": machine(),
        "is_met": met,
        "figures": found,
    })  # fmt: skip
    say(part.told(found))
    say(f"   {monotonic() - begun:.0f} s")
    return met


def keep(name: str, figures: dict) -> None:
    """The last figures of each part, each with its date; a part run alone leaves the others."""
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    kept = {part.name: kept[part.name] for part in PARTS if part.name in kept}
    KEPT.write_text(json.dumps(kept | {name: figures}, indent=1, ensure_ascii=False) + "\n")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
