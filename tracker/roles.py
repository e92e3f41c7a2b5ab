"""What each role of staff may see and enter: groups and their permissions, in one place.

Whether a record may be sent on, approved or withdrawn is asked of `publishing.rules` besides.
"""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models import Model

from publishing.enums import Role
from publishing.models import RecordPart

#: Rooms whose records editors and reviewers write.
WRITTEN = ("sources", "people", "releases")
PROGRAMMES = ("programme", "programmefunder", "programmecitation")
CARE = ("need", "assistance", "contact")
#: Who reviews what came of a list of names does not decide about its lines.
LISTS = ("intakelist", "intakeline", "intakecandidate")
ENTER = ("view", "add", "change")


def establish() -> None:
    """Make the groups and give each exactly its permissions; called after every `migrate`."""
    every = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in Role:
        group(role).permissions.set([every[name] for name in granted(role) if name in every])


def group(role: Role) -> Group:
    """The group that an account has the role by."""
    return Group.objects.get_or_create(name=role.value)[0]


def granted(role: Role) -> set[tuple[str, str]]:
    """The permissions of a role as pairs of room and codename."""
    return set(GRANTS[role]())


def _writers() -> Iterator[tuple[str, str]]:
    for room in WRITTEN:
        for model in apps.get_app_config(room).get_models():
            yield from _enter(model)
    for name in PROGRAMMES:
        yield from _enter(apps.get_model("support", name))
    yield "publishing", "view_proposal"


def _reviewers() -> Iterator[tuple[str, str]]:
    entered = {f"{act}_{name}" for act in ENTER for name in LISTS}
    yield from (grant for grant in _writers() if grant[1] not in entered)
    yield from (("releases", f"view_{name}") for name in LISTS)


def _caseworkers() -> Iterator[tuple[str, str]]:
    for model in apps.get_app_config("people").get_models():
        yield from _allow(model, "view")
    for room, name in (("sources", "organisation"), ("support", "programme")):
        yield room, f"view_{name}"
    for name in CARE:
        yield from _allow(apps.get_model("support", name), *ENTER)
    for name in LISTS:
        yield from _allow(apps.get_model("releases", name), *ENTER)


def _administrators() -> Iterator[tuple[str, str]]:
    yield from _writers()
    yield from _caseworkers()
    yield from (("publishing", f"{act}_account") for act in ENTER)
    yield from (("publishing", f"view_{noun}") for noun in ("history", "tombstone"))
    yield "auth", "view_group"


GRANTS = {
    Role.EDITOR: _writers,
    Role.REVIEWER: _reviewers,
    Role.CASEWORKER: _caseworkers,
    Role.ADMINISTRATOR: _administrators,
}


def _enter(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Nobody deletes a record; a part of a draft may go, and the database guards the others."""
    yield from _allow(model, *ENTER, *(("delete",) if issubclass(model, RecordPart) else ()))


def _allow(model: type[Model], *acts: str) -> Iterator[tuple[str, str]]:
    if model._meta.managed:
        known = [act for act in acts if act in model._meta.default_permissions]
        yield from ((model._meta.app_label, f"{act}_{model._meta.model_name}") for act in known)
