"""A wave with 40 people who are not shown, one who is, and claims that ask for every trait."""

from itertools import cycle
from types import SimpleNamespace
from typing import Any

from people.models import Person
from publishing.actions.transaction import check_guards
from publishing.enums import Role
from publishing.models import Record
from releases.models import Claim, Wave
from tests.accounts import account
from tests.factories import (
    CitizenshipFactory,
    ClaimFactory,
    ClaimScopeFactory,
    ConsentFactory,
    DestinationFactory,
    LegFactory,
    MemberFactory,
    NameFactory,
    OrganisationFactory,
    PersonCategoryFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    SourceFactory,
    SpeakerFactory,
    SumFactory,
    SumPartFactory,
)
from tests.factories.life import cited
from tests.harness.worlds import walk
from tests.journeys.desk import SOURCE

SINCE = "2 days"  # what is done later would come later in every feed
SLUG, HIDDEN = "many", 40
TRAITS = (
    {"sex": "female", "documents": "none", "disposition": "deported_abroad", "to": "lt"},
    {"sex": "male", "documents": "passport_kept", "disposition": "exchanged", "to": "pl"},
)
#: A question for each trait that our records hold.
ASKED: tuple[tuple[str, dict[str, str]], ...] = (
    ("released", {}),
    ("released", {"sex": "female"}),
    ("released", {"age": "adult"}),
    ("released", {"documents": "none"}),
    ("released", {"disposition": "deported_abroad"}),
    ("released", {"legal_basis": "exchange"}),
    ("released", {"category": "worker"}),
    ("released", {"citizenship": "BY"}),
    ("stayed_in", {"to": "lt"}),
)


class SmallWorld:
    """What `tests.harness.crawl` walks over: each noun has one row with an address."""

    def __init__(self) -> None:
        self.editor, self.reviewer = account(Role.EDITOR), account(Role.REVIEWER)
        self.drafts: list[Record] = []
        self.source = SourceFactory(title=SOURCE, published_on="2025-12-14")
        self.speaker = SpeakerFactory(organisation=OrganisationFactory())
        self.keep(self.source.publisher, self.source, self.speaker.organisation, self.speaker)
        self.open_all()
        self.places = {code: self._place(code) for code in ("by", "lt", "pl")}
        self.side = SideFactory(wave__slug=SLUG, wave__released_on="2025-12-13")
        self.hidden = [self.member(traits) for _n, traits in zip(range(HIDDEN), cycle(TRAITS))]
        self.shown = self.member(TRAITS[0], named=True)
        self.release = self.shown.releases.get()
        self.claims = self._claim_everything()
        self.keep(self.wave, SideFactory().wave, *self.claims)
        self.plant_more()
        self.open_all()

    def plant_more(self) -> None:
        """What a world that is built on this one has beside it, still as drafts."""

    @property
    def wave(self) -> Wave:
        return self.side.wave

    @property
    def anchors(self) -> SimpleNamespace:
        return SimpleNamespace(
            wave=self.wave,
            person=self.shown,
            source=self.source,
            organisation=self.source.publisher,
            destination=self.places["lt"],
            claim=self.claims[0],
            release=self.release,
        )

    def of(self, noun: str) -> list[Any]:
        return []

    def keep(self, *records: Record) -> None:
        self.drafts += records

    def open_all(self) -> None:
        """Publish every draft, with its source where the first one is public already."""
        records = [cited(each) for each in self.drafts]
        check_guards()  # everything was written to drafts
        walk(records, self.reviewer, since=SINCE)
        check_guards()
        self.drafts = []

    def _place(self, code: str) -> Record:
        place = DestinationFactory(code=code, country=code.upper(), kind="country", name_en=code)
        self.keep(place)
        return place

    def member(self, traits: dict[str, str], *, named: bool = False) -> Person:
        """Somebody freed in the wave, with everything that a figure can ask for."""
        person = PersonFactory(sex=traits["sex"], birth="1980")
        NameFactory(person=person, text=f"Synthetic {person.pk}", language="en")
        CitizenshipFactory(person=person)
        PersonCategoryFactory(person=person, category="worker")
        if named:
            for group in ("name", "custody", "journey"):
                ConsentFactory(person=person, field_group=group)
            person.visibility = "named"
            person.save()
        member = MemberFactory(side=self.side, person=person, is_verified=True)
        told = {name: traits[name] for name in ("documents", "disposition")}
        release = ReleaseFactory(member=member, legal_basis="exchange", **told)
        way = {"origin": self.places["by"], "destination": self.places[traits["to"]]}
        leg = LegFactory(person=person, wave=self.wave, kind="crossing", **way)
        person.leg_pk = leg.pk  # an address of the noun, in surfaces.yaml
        self.keep(person, release)
        return person

    def _claim_everything(self) -> list[Claim]:
        made = []
        for measure, scope in ASKED:
            claim = ClaimFactory(wave=self.wave, speaker=self.speaker, measure=measure)
            for dimension, value in scope.items():
                place = {"place": self.places[value], "value": ""} if dimension == "to" else {}
                ClaimScopeFactory(claim=claim, dimension=dimension, **{"value": value, **place})
            made.append(claim)
        SumPartFactory(sum=SumFactory(total=made[0]), claim=made[1])
        return made
