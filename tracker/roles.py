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
SEEN_BY_ADMINISTRATORS = ("history", "tombstone", "expungerequest", "accessrequest")
ENTER = ("view", "add", "change")


def establish_roles() -> None:
    """Make the groups and give each exactly its permissions; called after every `migrate`."""
    every = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in Role:
        find_group(role).permissions.set(
            [every[name] for name in list_permissions(role) if name in every]
        )


def find_group(role: Role) -> Group:
    """The group that an account has the role by."""
    return Group.objects.get_or_create(name=role.value)[0]


def list_permissions(role: Role) -> set[tuple[str, str]]:
    """The permissions of a role as pairs of room and codename."""
    return set(GRANTS[role]())


def _grant_writers() -> Iterator[tuple[str, str]]:
    for room in WRITTEN:
        for model in apps.get_app_config(room).get_models():
            yield from _grant_entering(model)
    for name in PROGRAMMES:
        yield from _grant_entering(apps.get_model("support", name))
    yield "publishing", "view_proposal"


def _grant_reviewers() -> Iterator[tuple[str, str]]:
    entered = {f"{act}_{name}" for act in ENTER for name in LISTS}
    yield from (grant for grant in _grant_writers() if grant[1] not in entered)
    yield from (("releases", f"view_{name}") for name in LISTS)
    yield "publishing", "view_expungerequest"


def _grant_caseworkers() -> Iterator[tuple[str, str]]:
    for model in apps.get_app_config("people").get_models():
        yield from _grant_acts(model, "view")
    for room, name in (("sources", "organisation"), ("support", "programme")):
        yield room, f"view_{name}"
    for name in CARE:
        yield from _grant_acts(apps.get_model("support", name), *ENTER)
    for name in LISTS:
        yield from _grant_acts(apps.get_model("releases", name), *ENTER)


def _grant_administrators() -> Iterator[tuple[str, str]]:
    """Accounts and records, and no case: who needs what, and how they are reached."""
    yield from _grant_writers()
    yield from (("publishing", f"{act}_account") for act in ENTER)
    yield from (("publishing", f"view_{noun}") for noun in SEEN_BY_ADMINISTRATORS)
    yield "auth", "view_group"


GRANTS = {
    Role.EDITOR: _grant_writers,
    Role.REVIEWER: _grant_reviewers,
    Role.CASEWORKER: _grant_caseworkers,
    Role.ADMINISTRATOR: _grant_administrators,
}


def _grant_entering(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Nobody deletes a record; a part of a draft may go, and the database guards the others."""
    yield from _grant_acts(model, *ENTER, *(("delete",) if issubclass(model, RecordPart) else ()))


def _grant_acts(model: type[Model], *acts: str) -> Iterator[tuple[str, str]]:
    if model._meta.managed:
        known = [act for act in acts if act in model._meta.default_permissions]
        yield from ((model._meta.app_label, f"{act}_{model._meta.model_name}") for act in known)
