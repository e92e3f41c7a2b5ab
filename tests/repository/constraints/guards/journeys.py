"""Places, legs, waves and releases."""

from releases.models import Member
from tests.factories import (
    ContextEventCitationFactory,
    ContextEventFactory,
    DestinationFactory,
    EventLinkFactory,
    LegFactory,
    MemberFactory,
    PartyFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    SourceFactory,
    SpeakerFactory,
    WaveFactory,
)
from tests.repository.constraints.guards.breach import breaks, put


@breaks("releases_contextevent_excerpt_is_in_words_of_a_source", on="releases_contextevent")
def _an_excerpt_becomes_a_translation_unmarked():
    event = ContextEventFactory(excerpt="не обмін", excerpt_language="uk")
    ContextEventCitationFactory(event=event, source=SourceFactory(language="uk"))
    yield
    put(event, excerpt="not an exchange", excerpt_language="en")


@breaks("releases_contextevent_excerpt_is_in_words_of_a_source", on="releases_contexteventcitation")
def _an_excerpt_is_cited_to_a_source_in_another_language():
    event = ContextEventFactory(excerpt="not an exchange", excerpt_language="en")
    yield
    ContextEventCitationFactory(event=event, source=SourceFactory(language="uk"))


@breaks("releases_destination_lies_in_no_circle", on="releases_destination")
def _two_places_in_each_other():
    outer = DestinationFactory()
    inner = DestinationFactory(within=outer)
    yield
    put(outer, within=inner)


@breaks("releases_leg_numbers_follow_their_dates", on="releases_leg")
def _the_second_leg_before_the_first():
    leg = LegFactory(departed_on="2025-12-13")
    yield
    LegFactory(person=leg.person, number=2, origin=leg.destination, arrived_on="2025-12-12")


@breaks("releases_leg_starts_where_the_last_one_ended", on="releases_leg")
def _a_jump():
    leg = LegFactory()
    yield
    LegFactory(person=leg.person, number=2)


@breaks(
    "releases_destination_keeps_journeys_whole",
    on="releases_destination",
    refused="releases_leg_starts_where_the_last_one_ended",
)
def _a_city_leaves_the_country_of_the_journey():
    country, city = DestinationFactory(kind="country"), DestinationFactory()
    put(city, within=country)
    leg = LegFactory(destination=country)
    LegFactory(person=leg.person, number=2, origin=city)
    yield
    put(city, within=None)


@breaks("releases_eventlink_of_words_is_about_the_wave", on="releases_eventlink")
def _words_are_given_in_return():
    words = ContextEventFactory(kind="utterance", speaker=SpeakerFactory())
    yield
    EventLinkFactory(event=words, relation="given_in_return")


@breaks("releases_eventlink_of_words_is_about_the_wave", on="releases_contextevent")
def _what_was_given_in_return_becomes_words():
    link = EventLinkFactory(relation="given_in_return")
    yield
    put(link.event, kind="utterance", speaker=link.speaker)


@breaks("releases_party_is_of_the_wave_of_its_side", on="releases_party")
def _a_party_on_a_side_of_another_wave():
    side = SideFactory()
    yield
    PartyFactory(side=side)


@breaks("releases_party_is_of_the_wave_of_its_side", on="releases_side")
def _a_side_with_a_party_moves_to_another_wave():
    side = SideFactory()
    PartyFactory(side=side, wave=side.wave)
    yield
    put(side, wave=WaveFactory())


@breaks("releases_release_is_of_its_member", on="releases_release")
def _the_release_of_somebody_else():
    member = MemberFactory()
    yield
    ReleaseFactory(member=member, person=PersonFactory())


@breaks(
    "releases_release_is_of_its_member",
    on="releases_release",
    refused="releases_release_is_of_who_was_freed",
)
def _a_release_of_who_declined():
    member = MemberFactory(outcome="declined")
    yield
    ReleaseFactory(member=member)


@breaks(
    "releases_release_is_of_its_member",
    on="releases_release",
    refused="releases_release_is_not_of_who_accompanies",
)
def _a_release_of_a_child_who_accompanies():
    member = MemberFactory(role="accompanying")
    yield
    ReleaseFactory(member=member)


@breaks(
    "releases_release_is_of_its_member",
    on="releases_member",
    refused="releases_release_is_of_who_was_freed",
)
def _the_member_was_not_freed_after_all():
    release = ReleaseFactory(member=MemberFactory())
    yield
    Member.objects.filter(release=release).update(outcome="turned_back")


@breaks("releases_release_falls_within_its_wave", on="releases_release")
def _a_release_before_its_wave():
    member = MemberFactory()
    yield
    ReleaseFactory(member=member, released_on="2025-11")


@breaks(
    "releases_wave_spans_its_releases",
    on="releases_wave",
    refused="releases_release_falls_within_its_wave",
)
def _a_wave_moves_away_from_its_release():
    release = ReleaseFactory(member=MemberFactory())
    yield
    put(release.member.side.wave, released_on="2026-02")


@breaks(
    "releases_member_moves_with_its_release",
    on="releases_member",
    refused="releases_release_falls_within_its_wave",
)
def _a_member_moves_to_a_later_wave():
    release = ReleaseFactory(member=MemberFactory())
    yield
    put(release.member, side=SideFactory(wave__released_on="2026-02"))
