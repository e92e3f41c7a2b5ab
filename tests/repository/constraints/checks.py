"""What each named check refuses, as an UPDATE of a row that is valid until then."""

REVIEWER = "(SELECT id FROM publishing_account WHERE username = 'reviewer')"

#: The checks that every record has, by the end of their name.
OF_EVERY_RECORD = {
    "_approved_at_and_by": "approved_at = now()",
    "_approver_is_not_the_author": "approved_at = now(), approved_by_id = created_by_id",
    "_embargo_confirmed_at_and_by": "embargo_confirmed_at = now()",
    "_embargo_opens_before_it_closes": "visible_from = now(), visible_until = now()",
    "_published_at_and_by": "published_at = now()",
    "_published_was_approved": "state = 'published'",
    "_submitted_at_and_by": "submitted_at = now()",
    "_withdrawal_has_a_reason": f"withdrawn_at = now(), withdrawn_by_id = {REVIEWER}",
    "_withdrawn_at_and_by": "withdrawn_at = now(), withdrawal_reason = 'other'",
    "_withdrawn_has_its_moment": (
        f"state = 'withdrawn', approved_at = now(), approved_by_id = {REVIEWER},"
        f" published_at = now(), published_by_id = {REVIEWER}"
    ),
}

CHECKS = {
    "publishing_accessrequest_is_given_by_somebody_else": (
        "given_at = now(), given_by_id = asked_by_id"
    ),
    "publishing_account_is_no_superuser": "is_superuser = true",
    "publishing_account_of_reference_data_is_closed": "username = 'reference-x', is_active = true",
    "publishing_proposal_decided_at_and_by": "decided_at = now()",
    "publishing_proposal_has_a_reason": "reason = ''",
    "publishing_proposal_is_decided_by_another": (
        "state = 'accepted', decided_at = now(), decided_by_id = made_by_id"
    ),
    "sources_source_checksum_is_sha256": "archived_checksum = 'abc'",
    "sources_source_does_not_relay_itself": "upstream_kind = 'known', upstream_id = id",
    "sources_source_names_what_it_relays": "upstream_kind = 'known'",
    "sources_source_public_has_an_address_or_a_date": "address = ''",
    "sources_speaker_by_name_holds_an_office": "kind = 'office_holder'",
    "sources_speaker_for_an_organisation_names_it": "organisation_id = NULL",
    "sources_speaker_takes_office_before_leaving": "since = '2026', until = '2025'",
    "releases_claim_approximate_has_a_bound": (
        "low = NULL, high = NULL, is_vague = true, is_approximate = true"
    ),
    "releases_claim_strict_has_one_bound": "is_strict = true",
    "releases_eventlink_denies_what_can_be_claimed": ("relation = 'said_about', is_denied = true"),
    "people_charge_is_brought_before_it_is_decided": "brought_on = '2026', decided_on = '2025'",
    "people_citizenship_end_says_how": "ended = '2025'",
    "people_citizenship_is_gained_before_it_ends": (
        "gained = '2026', ended = '2025', how_ended = 'lost'"
    ),
    "people_consent_is_given_before_it_ends": "expires_at = '2025-12-31'",
    "people_criminalarticle_in_force_before_it_lapses": "valid_from = '2026', valid_to = '2025'",
    "people_custody_has_an_end_only_where_it_ended": "ended = '2025'",
    "people_custody_starts_before_it_ends": "started = '2026', ended = '2025', ending = 'ended'",
    "people_import_applied_at_and_by": "applied_at = now()",
    "people_importrow_decided_at_and_by": "decided_at = now()",
    "people_likelyduplicate_is_ordered": "first_id = second_id, second_id = first_id",
    "people_merge_joins_two_people": "absorbed_id = survivor_id",
    "people_merge_undone_at_and_by": "undone_at = now()",
    "people_notthesame_taken_back_at_and_by": "taken_back_at = now()",
    "people_notthesame_is_ordered": "first_id = second_id, second_id = first_id",
    "people_name_keys_are_of_its_text": "text = 'Another'",
    "people_person_keys_are_of_its_pseudonym": "pseudonym = 'Another'",
    "people_person_is_born_before_dying": "birth = '2026', died = '2025'",
    "people_person_is_not_merged_into_itself": "merged_into_id = id",
    "people_person_pseudonym_is_given": "visibility = 'pseudonym'",
    "people_placement_is_not_within_itself": "within_id = id",
    "people_placement_starts_before_it_ends": "started = '2026', ended = '2025'",
    "people_publicrole_begins_before_it_ends": "since = '2026', until = '2025'",
    "people_recognition_comes_before_its_withdrawal": (
        "recognised_on = '2026', withdrawn_on = '2025'"
    ),
    "people_sentence_begins_before_it_ends": "started_on = '2026', expected_end = '2025'",
    "people_sentence_not_yet_begun_has_no_start": "is_not_yet_begun = true, started_on = '2026'",
    "support_assistance_amount_has_a_currency": "currency = 'EUR'",
    "support_assistance_begins_before_it_ends": (
        "given_from = '2026-01-02', given_until = '2026-01-01'"
    ),
    "releases_answerfigure_token_is_a_word": "token = 'How many'",
    "releases_claim_does_not_correct_itself": "corrected_by_id = id, standing = 'corrected'",
    "releases_claim_has_a_figure_or_is_vague_or_derived": "low = NULL, high = NULL",
    "releases_claim_has_a_speaker_or_is_derived": "speaker_id = NULL",
    "releases_claim_has_one_subject": "country = 'BY'",
    "releases_claim_is_not_negative": "low = -1",
    "releases_claim_low_is_not_above_high": "low = 2, high = 1",
    "releases_claim_misprint_has_a_reading": "standing = 'misprint'",
    "releases_claim_money_has_a_currency": "currency = 'EUR'",
    "releases_claim_per_cent_has_a_base": "per_cent_base = 'of all'",
    "releases_claim_period_begins_before_it_ends": "period_start = '2026', period_end = '2025'",
    "releases_claim_preferred_stands_and_says_why": "is_preferred = true",
    "releases_claim_stock_has_no_period": "measure = 'held', period_start = '2025'",
    "releases_claim_unit_fits_the_measure": "measure = 'waves'",
    "releases_claimscope_value_fits_the_dimension": "value = 'small'",
    "releases_contextevent_excerpt_has_a_language": "excerpt = 'words'",
    "releases_contextevent_utterance_has_a_speaker": "kind = 'utterance'",
    "releases_derivedterm_has_a_sign": "sign = 2",
    "releases_destination_country_is_within_nothing": "kind = 'country'",
    "releases_destination_is_not_within_itself": "within_id = id",
    "releases_destination_lies_on_earth": "latitude = 54",
    "releases_intakeline_decided_at_and_by": "decided_at = now()",
    "releases_intakeline_entered_at_and_by": "entered_at = now()",
    "releases_intakeline_names_whom_it_was_decided_to_be": (
        f"decision = 'person', decided_at = now(), decided_by_id = {REVIEWER}"
    ),
    "releases_leg_departs_before_it_arrives": "departed_on = '2026', arrived_on = '2025'",
    "releases_leg_numbers_start_at_one": "number = 0",
    "releases_member_verified_was_freed": "outcome = 'declined', is_verified = true",
    "releases_releasecondition_begins_before_it_ends": "since = '2026', until = '2025'",
    "releases_side_has_a_releasing_state": "releasing = '{}'",
    "releases_statement_is_about_one_thing": "wave_id = NULL",
    "releases_statement_verdict_gives_a_reason": "verdict = 'accepted'",
    "releases_sumpart_has_a_sign": "sign = 0",
    "releases_sumpart_is_a_claim_or_a_person": "claim_id = NULL",
    "releases_unshowncount_is_rounded": "people = 12",
    "releases_wave_has_a_date": "released_on = NULL",
    "releases_wave_is_decided_before_the_border": "decided_on = '2026', crossed_on = '2025'",
}

#: How a row must be before a copy of it offends one of these; any other copy does as it is.
COPIED = {
    "people_custody_certain_cores_do_not_overlap": "ending = 'ended', ended = '2023'",
    "people_custody_one_not_ended": "ending = 'not_ended', started = NULL",
    "people_name_one_preferred_per_language": "is_preferred = true",
}
