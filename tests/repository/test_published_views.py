"""Every published view is read by something that the public sees; another is only a risk."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOMS = ("publishing", "sources", "people", "support", "releases", "tracker")


def list_projections() -> dict[str, set[str]]:
    """Of each view the names of the classes that read it."""
    found: dict[str, set[str]] = {}
    import_module(settings.ROOT_URLCONF)
    for model in apps.all_models["published"].values():
        view = re.findall(r"\w+", model._meta.db_table)[-1]
        found.setdefault(view, set()).add(model.__name__)
    return found


def read_surfaces() -> str:
    return "\n".join(path.read_text() for path in list_readers())


def list_readers() -> Iterator[Path]:
    """The code of the rooms without the projections themselves and what staff do."""
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*")):
            is_ours = path.suffix in {".py", ".sql"} and "migrations" not in path.parts
            if is_ours and not {"projections", "projections.py", "admin"} & {*path.parts}:
                yield path


def list_unread(views: set[str], projections: dict[str, set[str]], surfaces: str) -> set[str]:
    words = {*re.findall(r"\w+", surfaces)}
    return {
        view
        for view in views
        if not projections.get(view, set()) & words and f"published.{view}" not in surfaces
    }


def test_every_published_view_is_read() -> None:
    views = {
        path.stem for room in ROOMS for path in settings.BASE_DIR.glob(f"{room}/published/*.sql")
    }
    assert len(views) > 15
    assert list_unread(views, list_projections(), read_surfaces()) == set()


def test_a_view_that_only_its_projection_names_is_unread() -> None:
    projections = {"prison": {"PublishedPrison"}, "wave": {"PublishedWave"}}
    surfaces = "PublishedWave.objects.all(); SELECT FROM published.settled"
    assert list_unread({"prison", "wave", "settled"}, projections, surfaces) == {"prison"}
