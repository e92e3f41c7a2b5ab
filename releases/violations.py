"""What staff read where a guard of releases/invariants refuses something."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "releases_answer_binds_every_token": _("Bind every {token} of the answer to a claim."),
    "releases_claim_derived_has_a_formula": _("A derived figure has a formula over other claims."),
    "releases_claim_is_corrected_in_no_circle": _("These claims correct each other in a circle."),
    "releases_claim_one_is_preferred": _(
        "Another claim with the same key and time is preferred: only one can be."
    ),
    "releases_claim_only_a_derived_one_has_a_formula": _(
        "Only a derived figure has a formula; this one has a speaker."
    ),
    "releases_claim_published_has_a_source": _(
        "A published figure cites at least one source, unless it is derived."
    ),
    "releases_claim_scope_fits_the_measure": _("This measure is not told apart in that way."),
    "releases_contextevent_excerpt_is_in_words_of_a_source": _(
        "The excerpt is in the language of none of its sources: say that it is translated by us."
    ),
    "releases_destination_lies_in_no_circle": _("These places lie within each other."),
    "releases_eventlink_of_words_is_about_the_wave": _(
        "Words are said about a wave; they are neither its cause nor what came of it."
    ),
    "releases_formula_has_no_circle": _("A figure cannot be derived from itself."),
    "releases_intakeline_is_entered_in_its_time": _(
        "The time of this list is over. Paste it again."
    ),
    "releases_leg_numbers_follow_their_dates": _(
        "A leg with a later number is certainly before one with an earlier number."
    ),
    "releases_leg_starts_where_the_last_one_ended": _(
        "A leg starts where the last one ended, or says why not; “not known” will do."
    ),
    "releases_party_is_of_the_wave_of_its_side": _("The side belongs to another wave."),
    "releases_release_falls_within_its_wave": _(
        "The release is certainly outside the dates of its wave: say why."
    ),
    "releases_release_is_not_of_who_accompanies": _("Who accompanies has legs and no release."),
    "releases_release_is_of_its_member": _("The release and the member are two people."),
    "releases_release_is_of_who_was_freed": _("Only a freed member has a release."),
    "releases_sumpart_is_not_its_total": _("A total cannot be a part of its own sum."),
    "releases_sumpart_is_not_made_of_its_total": _(
        "This part is derived from the total: such a sum would prove itself."
    ),
}
