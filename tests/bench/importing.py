"""The import of a synthetic list of the 23-column export, beside COPY and django-import-export.

`python -m tests.bench.importing [ROWS…]`, with a database server in the environment, measures lists
of these lengths, each contender in a process and a database of its own, and prints the table.
COPY: PostgreSQL takes the same bytes into one table of text. django-import-export: a resource of
the person with the name and the number, which is less than what ours writes.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.bench import child, worlds

SIZES = {"full": (20_000, 200_000), "quick": (2_000,)}
#: It takes minutes for 20,000 rows and would take an hour for 200,000.
MOST_OF_IMPORT_EXPORT = 20_000
#: Least ratios of the commit, and how many more megabytes the longest list may take.
OF_COPY, OF_IMPORT_EXPORT, MORE_MEMORY = 0.25, 25, 60
CONTENDERS = ("ours", "copy", "import_export")


def figures(length: str) -> list[dict[str, Any]]:
    return list(measured(SIZES[length]))


def is_met(found: list[dict[str, Any]]) -> bool:
    return all(_ratios_are_met(each) for each in found) and _is_flat(found)


def told(found: list[dict[str, Any]]) -> str:
    lines = [_told(each) for each in found]
    if len(found) > 1:
        peaks = " → ".join(f"{each['ours']['megabytes']:.0f} MB" for each in found)
        target = f"target at most {MORE_MEMORY} MB more"
        lines.append(f"import, memory: {peaks} ({target}){'' if _is_flat(found) else ': MISSED'}")
    return "\n".join(lines)


def measured(sizes: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Seconds and the peak of memory of each contender, for each length of list."""
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            path = Path(folder, f"{rows}.csv")
            _in_child("write", path, os.environ, str(rows))
            found: dict[str, Any] = {"rows": rows, "bytes": path.stat().st_size}
            for name in CONTENDERS:
                if name != "import_export" or rows <= MOST_OF_IMPORT_EXPORT:
                    with worlds.empty(f"bench_import_{name}") as environment:
                        found[name] = _in_child(name, path, environment)
            yield found


def _in_child(step: str, path: Path, environment: Mapping[str, str], *more: str) -> Any:
    return child.run("tests.bench.importing", step, path, *more, environment=environment)


def _is_flat(found: list[dict[str, Any]]) -> bool:
    peaks = [each["ours"]["megabytes"] for each in found]
    return max(peaks) - min(peaks) <= MORE_MEMORY


def _ratios_are_met(found: dict[str, Any]) -> bool:
    commit, other = found["ours"]["commit"], found.get("import_export")
    is_met = found["copy"]["seconds"] / commit >= OF_COPY
    return is_met and (other is None or other["commit"] / commit >= OF_IMPORT_EXPORT)


def _told(found: dict[str, Any]) -> str:
    """A line for each step of ours, with its ratios; more than 1 is faster than the other."""
    ours, copied = found["ours"], found["copy"]["seconds"]
    other = found.get("import_export")
    lines = []
    for step in ("plan", "commit"):
        seconds = ours[step]
        beside = f", {other[step] / seconds:.1f} × import-export" if other else ""
        lines.append(
            f"{found['rows']:>7,}  import, {step}: {seconds:.1f} s,"
            f" {found['rows'] / seconds:,.0f} rows/s, {copied / seconds:.4f} × COPY{beside}"
        )
    target = f"target ≥ {OF_COPY} × COPY, ≥ {OF_IMPORT_EXPORT} × import-export"
    lines[-1] += f" ({target}){'' if _ratios_are_met(found) else ': MISSED'}"
    memory = f"{ours['megabytes']:.0f} MB at most"
    if other:
        memory += f" (import-export {other['megabytes']:.0f} MB)"
    return "\n".join([*lines, f"{found['rows']:>7,}  import, memory: {memory}"])


# --- In the child


def write(path: Path, rows: str) -> None:
    from tests.people.imports import lists

    lists.write(path, int(rows))


def ours(path: Path) -> dict[str, float]:
    import django

    django.setup()
    from people.imports.plan import plan_all, read_list
    from people.imports.plan_application import apply_plan
    from tests.people.imports.desk import vocabulary

    by, source = _desk()
    vocabulary()
    start = perf_counter()
    with path.open("rb") as file:
        listing = read_list(file, name=path.name, by=by, source=source)
    for _left in plan_all(listing, by=by):
        pass
    planned = perf_counter()
    listing.refresh_from_db()
    apply_plan(listing, by=by, reason="bench")
    return {"plan": planned - start, "commit": perf_counter() - planned, "megabytes": _megabytes()}


def copy(path: Path) -> dict[str, float]:
    import psycopg

    with path.open("rb") as file, psycopg.connect(os.environ["BOOTSTRAP_DATABASE_URL"]) as server:
        columns = ", ".join(f"c{n} text" for n in range(file.readline().count(b",") + 1))
        server.execute(f"CREATE TABLE copied ({columns})")
        start = perf_counter()
        with server.cursor().copy("COPY copied FROM STDIN (FORMAT csv)") as copying:
            while block := file.read(2**16):
                copying.write(block)
        server.commit()
        return {"seconds": perf_counter() - start}


def import_export(path: Path) -> dict[str, float]:
    import django

    django.setup()
    import tablib
    from import_export import fields, resources

    from people.models import Identifier, Name, Person
    from publishing.dates.parser import read_friendly
    from publishing.history import attribute_changes

    by, source = _desk()

    class People(resources.ModelResource):
        birthday = fields.Field(column_name="birthday", attribute="birth")
        gender = fields.Field(column_name="gender", attribute="sex")
        note = fields.Field(column_name="description", attribute="note")

        class Meta:
            model = Person
            fields = ("birthday", "gender", "note")
            import_id_fields = ()
            force_init_instance = True

        def before_import_row(self, row: Any, **kwargs: Any) -> None:
            row["birthday"] = read_friendly(row["birthday"]).value

        def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
            instance.created_by = by

        def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
            Name.objects.create(person=instance, text=row["name"])
            Identifier.objects.create(
                person=instance, scheme=source.publisher.code, value=row["id"], address=row["url"]
            )

    dataset = tablib.Dataset().load(path.read_text(), format="csv")
    seconds = {}
    for step, is_dry in (("plan", True), ("commit", False)):
        start = perf_counter()
        with attribute_changes(by=by, reason="bench"):
            People().import_data(dataset, dry_run=is_dry, raise_errors=True, use_transactions=True)
        seconds[step] = perf_counter() - start
    return {**seconds, "megabytes": _megabytes()}


def _desk() -> tuple[Any, Any]:
    from publishing.enums import Role
    from tests.accounts import account
    from tests.factories import SourceFactory

    return account(Role.EDITOR), SourceFactory()


def _megabytes() -> float:
    """The most memory that this program had; `ru_maxrss` would tell of who started it as well."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.M)
    assert found
    return int(found[1]) / 1024


STEPS = {"write": write, "ours": ours, "copy": copy, "import_export": import_export}


def main() -> None:
    arguments = sys.argv[1:]
    if arguments and arguments[0] in STEPS:
        step, path, *more = arguments
        sys.stdout.write(json.dumps(STEPS[step](Path(path), *more)))
        return
    sizes = tuple(map(int, arguments)) or SIZES[os.environ.get("BENCH") or "full"]
    for found in measured(sizes):
        sys.stdout.write(_told(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
