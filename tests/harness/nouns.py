"""How a record of each noun is written with a given word in its public text.

With `among` it is tied to a visible record that would show it; without, it stands alone, because
what others refer to is never expunged.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from publishing.models import Account, Record
from tests import factories as make

NUMBERS = count(1000)


@dataclass
class Anchors:
    """Visible records that everything else is tied to, and those that show something else."""

    author: Account
    showing: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        by = {"created_by": self.author}
        self.organisation = make.OrganisationFactory(**by)
        self.speaker = make.SpeakerFactory(organisation=self.organisation, **by)
        self.source = make.SourceFactory(publisher=self.organisation, **by)
        self.place = make.DestinationFactory(**by)
        self.wave = make.WaveFactory(**by)
        self.side = make.SideFactory(wave=self.wave)
        make.WaveCitationFactory(wave=self.wave, source=self.source)
        self.person = person("Somebody Visible", self.author)
        make.PersonCitationFactory(person=self.person, source=self.source)
        self.custody = make.CustodyFactory(person=self.person)
        make.MemberFactory(side=self.side, person=self.person)

    def records(self) -> list[Record]:
        own = (self.organisation, self.speaker, self.source, self.place, self.wave, self.person)
        return [*own, *self.showing]


def person(name: str, author: Account) -> Record:
    """Somebody who agreed to everything that the public may see."""
    row = make.PersonFactory(created_by=author, visibility="named", summary_en=name)
    make.NameFactory(person=row, text=name, family=name, language="en", script="Latn")
    for group in ("name", "custody", "journey", "words"):
        make.ConsentFactory(person=row, field_group=group)
    return row


def organisation(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.OrganisationFactory(name_en=word, created_by=author)
    if among:
        make.PartyFactory(wave=among.wave, organisation=row)
    return row


def speaker(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.SpeakerFactory(name_en=word, organisation=at, created_by=author)
    if among:
        heard = make.ClaimFactory(wave=among.wave, speaker=row, created_by=author)
        make.ClaimCitationFactory(claim=heard, source=among.source)
        among.showing.append(heard)
    return row


def source(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.SourceFactory(title=word, publisher=at, created_by=author)
    if among:
        make.WaveCitationFactory(wave=among.wave, source=row)
    return row


def someone(word: str, among: Anchors | None, author: Account) -> Record:
    row = person(word, author)
    cite(make.PersonCitationFactory, among, author, person=row)
    if among:
        make.MemberFactory(side=among.side, person=row)
    return row


def facility(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.FacilityFactory(name_en=word, created_by=author)
    if among:
        make.PlacementFactory(custody=among.custody, facility=row)
    return row


def article(word: str, among: Anchors | None, author: Account) -> Record:
    return make.CriminalArticleFactory(label_en=word, created_by=author)


def destination(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.DestinationFactory(name_en=word, created_by=author)
    if among:
        make.LegFactory(
            person=among.person, wave=among.wave, number=next(NUMBERS), break_reason="not known",
            origin=among.place, destination=row,
        )  # fmt: skip
    return row


def programme(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.ProgrammeFactory(name_en=word, organisation=at, created_by=author)
    cite(make.ProgrammeCitationFactory, among, author, programme=row)
    return row


def wave(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.WaveFactory(title_en=word, created_by=author)
    make.SideFactory(wave=row)
    cite(make.WaveCitationFactory, among, author, wave=row)
    return row


def release(word: str, among: Anchors | None, author: Account) -> Record:
    who = among.person if among else make.PersonFactory(created_by=author)
    row = make.ReleaseFactory(person=who, outside_wave_reason=word, created_by=author)
    cite(make.ReleaseCitationFactory, among, author, release=row)
    return row


def event(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.ContextEventFactory(title_en=word, created_by=author)
    cite(make.ContextEventCitationFactory, among, author, event=row)
    if among:
        make.StageFactory(event=row)
        make.EventLinkFactory(event=row, wave=among.wave, speaker=among.speaker)
    return row


def claim(word: str, among: Anchors | None, author: Account) -> Record:
    about = {"wave": among.wave} if among else {"about_wave": False, "wave": None, "country": "BY"}
    who = among.speaker if among else make.SpeakerFactory(created_by=author)
    row = make.ClaimFactory(printed=word, speaker=who, created_by=author, **about)
    cite(make.ClaimCitationFactory, among, author, claim=row)
    return row


def statement(word: str, among: Anchors | None, author: Account) -> Record:
    about = among.wave if among else make.WaveFactory(created_by=author)
    who = among.speaker if among else make.SpeakerFactory(created_by=author)
    row = make.StatementFactory(value_en=word, wave=about, speaker=who, created_by=author)
    cite(make.StatementCitationFactory, among, author, statement=row)
    return row


def answer(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.AnswerFactory(question_en=word, number=next(NUMBERS), created_by=author)
    if among:
        make.AnswerWaveFactory(answer=row, wave=among.wave)
    return row


def cite(factory: type, among: Anchors | None, author: Account, **what: Record) -> None:
    at = among.source if among else make.SourceFactory(created_by=author)
    factory(source=at, **what)


NOUNS: dict[str, Callable[[str, Anchors | None, Account], Record]] = {
    "organisation": organisation,
    "speaker": speaker,
    "source": source,
    "person": someone,
    "facility": facility,
    "article": article,
    "destination": destination,
    "programme": programme,
    "wave": wave,
    "release": release,
    "event": event,
    "claim": claim,
    "statement": statement,
    "answer": answer,
}

