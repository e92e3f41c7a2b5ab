"""What staff read where a guard of people/invariants refuses something."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "people_person_is_shown_on_a_basis": _(
        "Nobody is shown by name or pseudonym without a consent to it, or a public role with a"
        " source."
    ),
    "people_person_once_named_takes_no_pseudonym": _(
        "This record was public under a name, and its address leads from the name to the"
        " pseudonym. Use “Show under a pseudonym” instead: it makes another record."
    ),
    "people_row_of_a_name_passes_to_no_pseudonym": _(
        "What was public beside a name leads to it. Enter it anew for the pseudonym."
    ),
    "people_person_merged_points_at_the_living": _(
        "A person is merged into one who is not merged into anybody, and takes nobody along."
    ),
    "people_merge_takes_everything_along": _(
        "Something was added to the record that is merged into the other. Look at the merge again."
    ),
    "people_merge_widens_nothing": _(
        "The merge would show more than was shown before: a consent, the visibility or an embargo"
        " changed. Look at it again."
    ),
    "people_merge_is_not_of_two_people": _(
        "It was decided that these are two people. Take that decision back first."
    ),
    "people_merge_is_undone_last_first": _(
        "A later merge builds on this one. Undo the later one first."
    ),
    "people_person_merged_is_not_changed": _(
        "This record was merged into another one. Edit that one, or undo the merge first."
    ),
    "people_row_is_of_nobody_merged": _(
        "This person was merged into another one. Add it there, or undo the merge first."
    ),
    "people_import_is_applied_in_its_time": _("The time of this list is over. Read it again."),
    "people_placement_lies_within_its_custody": _(
        "A placement lies within its custody, and within the placement around it."
    ),
    "people_placement_nests_in_its_own_custody": _(
        "A placement can lie only within another one of the same custody."
    ),
    "people_placement_nests_in_no_circle": _("These placements lie within each other."),
    "people_charge_is_of_the_same_person": _("The charge and the custody are of two people."),
    "people_sentence_is_of_the_same_person": _("The sentence and the charge are of two people."),
}
