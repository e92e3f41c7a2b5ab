"""Sources, people, their custody and charges."""

from people.models import Person
from tests.factories import (
    ChargeFactory,
    ConsentFactory,
    CustodyFactory,
    PersonFactory,
    PlacementFactory,
    PublicRoleCitationFactory,
    PublicRoleFactory,
    SentenceFactory,
    SourceFactory,
)
from tests.factories.life import cited
from tests.repository.constraints.acts import accepted, stands
from tests.repository.constraints.guards.breach import breaks, put
from tests.repository.constraints.holding import settle

BASIS = "people_person_is_shown_on_a_basis"
ONCE_NAMED = "people_person_once_named_takes_no_pseudonym"


@breaks("sources_source_relays_in_no_circle", on="sources_source")
def _two_sources_relay_each_other():
    first = SourceFactory()
    second = SourceFactory(upstream=first, upstream_kind="known")
    yield
    put(first, upstream=second, upstream_kind="known")


@breaks(BASIS, on="people_person")
def _a_name_without_a_basis():
    person = PersonFactory()
    ConsentFactory(person=person, field_group="custody")
    PublicRoleFactory(person=person)  # that no source attests
    yield
    put(person, visibility="named")


@breaks("people_consent_that_shows_somebody_stays", on="people_consent", refused=BASIS)
def _the_consent_goes():
    person = PersonFactory(named=True)
    yield
    person.consents.all().delete()


@breaks("people_role_that_shows_somebody_stays", on="people_publicrole", refused=BASIS)
def _the_role_becomes_somebody_elses():
    role = PublicRoleCitationFactory().public_role
    put(role.person, visibility="named")
    yield
    put(role, person=PersonFactory())


@breaks("people_role_that_shows_somebody_is_sourced", on="people_publicrolecitation", refused=BASIS)
def _the_source_of_the_role_goes():
    citation = PublicRoleCitationFactory()
    put(citation.public_role.person, visibility="named")
    yield
    citation.delete()


@breaks(ONCE_NAMED, on="people_person")
def _a_name_becomes_a_pseudonym():
    person = public_by_name()
    yield
    put(person, visibility="pseudonym")


@breaks(ONCE_NAMED, on="people_person")
def _a_name_is_hidden_first():
    person = public_by_name()
    accepted(person, "update", visibility="count_only")
    put(person, visibility="count_only")
    settle()
    yield
    put(person, visibility="pseudonym")


@breaks(ONCE_NAMED, on="people_person")
def _whoever_took_in_a_name_becomes_a_pseudonym():
    survivor = PersonFactory(pseudonym="Zhuk")
    ConsentFactory(person=survivor, field_group="pseudonym")
    absorbed = public_by_name()
    accepted(absorbed, "update", merged_into_id=str(survivor.pk))
    put(absorbed, merged_into=survivor)
    yield
    put(survivor, visibility="pseudonym")


def public_by_name() -> Person:
    """A published person to whom a proposal gives a pseudonym, accepted in this transaction."""
    person = PersonFactory(named=True, pseudonym="Zhuk")
    ConsentFactory(person=person, field_group="pseudonym")
    stands(cited(person), "in_review", "approved", "published")
    accepted(person, "update", visibility="pseudonym")
    return person


@breaks("people_person_merged_points_at_the_living", on="people_person")
def _a_chain_of_merges():
    first, second = PersonFactory(), PersonFactory()
    put(second, merged_into=first)
    yield
    put(first, merged_into=PersonFactory())


@breaks("people_placement_lies_within_its_custody", on="people_placement")
def _a_placement_before_its_custody():
    custody = CustodyFactory(started="2021-05")
    yield
    PlacementFactory(custody=custody, started="2020", ended="2020-12")


@breaks("people_placement_lies_within_its_custody", on="people_placement")
def _a_cell_outside_its_colony():
    colony = PlacementFactory(started="2022", ended="2023")
    yield
    PlacementFactory(custody=colony.custody, within=colony, started="2024")


@breaks(
    "people_custody_holds_its_placements",
    on="people_custody",
    refused="people_placement_lies_within_its_custody",
)
def _a_custody_ends_before_its_placement():
    placement = PlacementFactory(started="2023")
    yield
    put(placement.custody, ended="2022", ending="ended")


@breaks("people_placement_nests_in_its_own_custody", on="people_placement")
def _a_cell_of_another_custody():
    colony = PlacementFactory()
    yield
    PlacementFactory(within=colony)


@breaks("people_placement_nests_in_no_circle", on="people_placement")
def _two_placements_in_each_other():
    colony = PlacementFactory()
    cell = PlacementFactory(custody=colony.custody, within=colony)
    yield
    put(colony, within=cell)


@breaks("people_charge_is_of_the_same_person", on="people_charge")
def _a_charge_in_somebody_elses_custody():
    custody = CustodyFactory()
    yield
    ChargeFactory(custody=custody)


@breaks("people_charge_is_of_the_same_person", on="people_custody")
def _the_custody_of_a_charge_becomes_somebody_elses():
    custody = CustodyFactory()
    ChargeFactory(custody=custody, person=custody.person)
    yield
    put(custody, person=PersonFactory())


@breaks("people_sentence_is_of_the_same_person", on="people_sentence")
def _a_sentence_for_somebody_elses_charge():
    charge = ChargeFactory()
    yield
    SentenceFactory(charge=charge)


@breaks("people_sentence_is_of_the_same_person", on="people_charge")
def _the_charge_of_a_sentence_becomes_somebody_elses():
    charge = ChargeFactory()
    SentenceFactory(charge=charge, person=charge.person)
    yield
    put(charge, person=PersonFactory())
