"""Every condition on which a row or a column is public, each switched off in turn."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.apps import apps

from publishing.schema import documents, kept_views, statements, words

#: What decides in a view whether the public sees something: a word, a consent, a state.
CONDITIONS = re.compile(
    r"\b(?:visible|stands)\(\w+\)"
    r"|\bvisible_from IS NULL OR visible_from <= now\(\)"
    r"|\bgone\(\w+\)"
    r"|(?:(?<=WHERE )|(?<=WHEN )|(?<=AND )|(?<=OR ))\w+\.shows_\w+\b"
    r"|\b\w+\.(?:shown_as|visibility|audience) = '\w+'"
    r"|\b\w+\.(?:shown_as|visibility) = \w+\.\w+"
    r"|'\w+' = ANY \(\w+\.agreed\)"
    r"|\b\w+\.withdrawn_at IS NULL"
    r"|\(\w+\.expires_at IS NULL OR \w+\.expires_at > now\(\)\)"
    r"|\b\w+\.merged_into_id IS NULL"
    r"|\bNOT \w+\.is_private"
    r"|\b\w+\.is_listed"
    r"|\b\w+\.was_public"
)


class Mutant(NamedTuple):
    """A view without one of its conditions: `sql` replaces it."""

    view: str
    condition: str
    number: int
    sql: str

    def __str__(self) -> str:
        return f"{self.view}: {self.condition} ({self.number})"


def list_mutants() -> Iterator[Mutant]:
    for path, text in public_files().items():
        yield from mutants_of(path, text)


def public_files() -> dict[Path, str]:
    """The files that make a published view or a view below one, without their comments."""
    files = {
        path: documents.COMMENT.sub("", path.read_text())
        for room in apps.get_app_configs()
        for folder in ("sql", "published")
        for path in sorted(Path(room.path, folder).glob("*.sql"))
    }
    inner = {
        name: path
        for path, text in files.items()
        for name in re.findall(r"CREATE VIEW (\w+)", text)
    }
    reached = {path for path in files if path.parent.name == "published"}
    waiting = list(reached)
    while waiting:
        text = files[waiting.pop()]
        below = {path for name, path in inner.items() if re.search(rf"\b{name}\b", text)} - reached
        reached |= below
        waiting += below
    return {path: files[path] for path in sorted(reached)}


def mutants_of(path: Path, text: str) -> Iterator[Mutant]:
    """One for each condition in the file."""
    for number, found in enumerate(CONDITIONS.finditer(text)):
        without = text[: found.start()] + "true" + text[found.end() :]
        yield Mutant(path.stem, found[0], number, replacing(path, without))


def replacing(path: Path, text: str) -> str:
    """SQL that puts the view of this text in the place of the one that stands."""
    sql = words.expand(text).strip()
    if kept := kept_views.find_kept_noun(path):
        sql = kept_views.write_live_view(kept._replace(select=sql))
    elif path.parent.name == "published":
        sql = statements.write_barrier(path.stem, sql)
    return sql.replace("CREATE VIEW", "CREATE OR REPLACE VIEW")
