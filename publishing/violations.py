"""From the name of a broken invariant to the sentence that staff read."""

from functools import cache
from importlib import import_module

from django.apps import apps
from django.db import IntegrityError
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

#: The guards of publishing/sql; each room adds those of its `invariants/` in `violations.py`.
SENTENCES = {
    "text_is_clean": _("There is a character in it that nobody can see."),
    "edtf_is_valid": _("This is not a date that we can keep."),
    "record_begins_as_a_draft": _("A record begins as a draft."),
    "record_is_withdrawn_never_deleted": _("A record that was public is withdrawn, not deleted."),
    "record_state_follows_the_graph": _("A record cannot go from here to there in one step."),
    "published_content_changes_by_proposal": _(
        "What left the draft changes only through a proposal that somebody else accepts."
    ),
    "published_parts_change_by_proposal": _(
        "What left the draft changes only through a proposal that somebody else accepts."
    ),
    "record_is_approved_by_somebody_else": _(
        "A second person approves: nobody who wrote any part of it."
    ),
    "embargo_is_confirmed_by_somebody_else": _(
        "Somebody else confirms: nobody who wrote, sent or approved the record."
    ),
    "embargo_is_confirmed_after_the_approval": _(
        "The embargo of a record is confirmed once the record is approved."
    ),
    "published_record_cites_what_is_public": _(
        "It cites what is not public. What a record cites is published before it."
    ),
    "published_record_has_a_source": _("A published record cites at least one source."),
    "access_is_given_by_two": _(
        "One administrator asks for it, and another one gives it; nobody gives it to themselves."
    ),
    "only_records_are_expunged": _("Only a record can be expunged."),
    "expunging_has_two_approvals": _(
        "One person asks for it, and an administrator who is somebody else approves."
    ),
    "expunged_record_was_withdrawn_first": _("Withdraw the record first."),
}
UNNAMED = _("The database does not allow this combination of values.")


def sentence_for(error: IntegrityError) -> str:
    """The sentence of the invariant that `error` names, or a general one."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    return str(sentences_by_name().get(name or "", UNNAMED))


@cache
def sentences_by_name() -> dict[str, object]:
    """Every named invariant of every room and its sentence."""
    found: dict[str, object] = dict(SENTENCES)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            found[constraint.name] = constraint.violation_error_message
    for room in apps.get_app_configs():
        if room.name != "publishing" and module_has_submodule(room.module, "violations"):
            found |= import_module(f"{room.name}.violations").SENTENCES
    return found
