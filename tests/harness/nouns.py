"""How a record of each noun is written, with a given word in its public text.

With `among` it is tied to the visible records that would show it, and others are written about
it with the same word, because nothing is more public than what it is about. Without `among` it
stands alone: what others refer to is never expunged.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from publishing.models import Account, Record
from tests import factories as make

NUMBERS = count(1000)
#: The title of the source from which everything is known of a person: it prints names.
TELLING = "zztellingqq"


@dataclass
class Anchors:
    """Visible records that everything else is tied to, and all that are written about others."""

    author: Account
    about_others: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        by = {"created_by": self.author}
        self.organisation = make.OrganisationFactory(**by)
        self.speaker = make.SpeakerFactory(organisation=self.organisation, **by)
        self.source = make.SourceFactory(publisher=self.organisation, **by)
        self.telling = make.SourceFactory(title=TELLING, publisher=self.organisation, **by)
        self.destination = make.DestinationFactory(**by)
        self.wave = make.WaveFactory(**by)
        self.side = make.SideFactory(wave=self.wave)
        make.WaveCitationFactory(wave=self.wave, source=self.source)
        self.event = make.ContextEventFactory(**by)
        make.ContextEventCitationFactory(event=self.event, source=self.source)
        self.answer = make.AnswerFactory(number=next(NUMBERS), **by)
        self.person = person("Somebody Visible", self.author)
        make.PersonCitationFactory(person=self.person, source=self.source)
        self.custody = make.CustodyFactory(person=self.person)
        make.MemberFactory(side=self.side, person=self.person)
        keep_to_staff(self.person)
        intake = make.IntakeListFactory(side=self.side, source=self.source, made_by=self.author)
        line = make.IntakeLineFactory(intake=intake, text="a line", remark="a remark")
        make.IntakeCandidateFactory(line=line, person=self.person)

    def records(self) -> list[Record]:
        names = "organisation speaker source telling destination wave event answer person"
        return [*(getattr(self, name) for name in names.split()), *self.about_others]

    def claim(self, cited: Record | None = None, **what: object) -> None:
        what = {"created_by": self.author, "speaker": self.speaker, "wave": self.wave} | what
        row = make.ClaimFactory(about_wave=False, **what)
        make.ClaimCitationFactory(claim=row, source=cited or self.source)
        self.about_others.append(row)

    def statement(self, **what: object) -> None:
        row = make.StatementFactory(created_by=self.author, **{"speaker": self.speaker} | what)
        make.StatementCitationFactory(statement=row, source=self.source)
        self.about_others.append(row)

    def told(self, **what: object) -> None:
        """A source of the wave."""
        row = make.SourceFactory(created_by=self.author, **what)
        make.WaveCitationFactory(wave=self.wave, source=row)
        self.about_others.append(row)

    def heard(self, organisation: Record) -> None:
        """Somebody who speaks for the organisation, and what they claim."""
        row = make.SpeakerFactory(created_by=self.author, organisation=organisation)
        self.about_others.append(row)
        self.claim(speaker=row)

    def happened(self, **what: object) -> None:
        row = make.ContextEventFactory(created_by=self.author, **what)
        make.ContextEventCitationFactory(event=row, source=self.source)
        self.about_others.append(row)

    def place(self, **what: object) -> None:
        self.about_others.append(make.DestinationFactory(created_by=self.author, **what))

    def release(self, **what: object) -> Record:
        row = make.ReleaseFactory(created_by=self.author, **what)
        make.ReleaseCitationFactory(release=row, source=self.source)
        self.about_others.append(row)
        return row

    def programme(self, **what: object) -> None:
        row = make.ProgrammeFactory(created_by=self.author, **what)
        make.ProgrammeCitationFactory(programme=row, source=self.source)
        self.about_others.append(row)

    def leg(self, who: Record, to: Record, **what: object) -> Record:
        usual = {"wave": self.wave, "origin": self.destination, "break_reason": "not known"}
        return make.LegFactory(person=who, number=next(NUMBERS), destination=to, **usual | what)


def person(name: str, author: Account) -> Record:
    """Somebody who agreed to everything that the public may see."""
    row = make.PersonFactory(created_by=author, visibility="named", summary_en=name)
    row.leg_pk = row.pk  # until there is a leg of theirs
    make.NameFactory(person=row, text=name, family=name, language="en", script="Latn")
    for group in ("name", "custody", "journey", "words"):
        make.ConsentFactory(person=row, field_group=group)
    return row


def keep_to_staff(row: Record) -> None:
    """What is known of a person and never shown (domain rule 10)."""
    make.IdentifierFactory(person=row, address="https://list.example/")
    make.SentenceFactory(person=row, kind="imprisonment")
    make.NeedFactory(person=row, notes="a note")
    make.ContactFactory(person=row, note="a note")


def organisation(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.OrganisationFactory(code=word, name_en=word, created_by=author)
    if among:
        make.PartyFactory(wave=among.wave, organisation=row)
        make.RecognitionFactory(person=among.person, organisation=row)
        among.programme(organisation=row)
        make.ProgrammeFunderFactory(programme=among.about_others[-1], organisation=row)
        among.claim(yardstick=row)
        among.leg(among.person, among.destination, invited_by=row, transported_by=row)
        among.told(publisher=row)
        among.heard(row)
    return row


def speaker(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.SpeakerFactory(code=word, name_en=word, organisation=at, created_by=author)
    if among:
        among.claim(speaker=row)
        make.SumFactory(total=among.about_others[-1], speaker=row)
        among.statement(wave=among.wave, speaker=row)
        among.happened(speaker=row)
        make.StageFactory(event=among.event, speaker=row)
        make.PartyFactory(wave=among.wave, organisation=at, representative=row)
        make.EventLinkFactory(event=among.event, wave=among.wave, speaker=row)
    return row


def source(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.SourceFactory(title=word, publisher=at, created_by=author)
    if among:
        make.WaveCitationFactory(wave=among.wave, source=row)
        make.PersonCitationFactory(person=among.person, source=row)
        among.claim(cited=row)
        among.statement(source=row, wave=None, value_en=word)
        among.told(upstream=row, upstream_kind="known")
    return row


def someone(word: str, among: Anchors | None, author: Account) -> Record:
    row = person(word, author)
    cite(make.PersonCitationFactory, among, author, person=row)
    if among:
        keep_to_staff(row)
        member = make.MemberFactory(side=among.side, person=row)
        release = among.release(person=row, outside_wave_reason=word)
        leg = among.leg(row, among.destination, break_reason=word)
        row.leg_pk = leg.pk
        for about in ({"person": row}, {"release": release}, {"leg": leg}):
            among.statement(**about, wave=None, value_en=word)
        tell = {"source": among.telling, "excerpt": word}
        make.PersonCitationFactory(person=row, **tell)
        make.MemberCitationFactory(member=member, **tell)
        make.ReleaseCitationFactory(release=release, **tell)
        make.LegCitationFactory(leg=leg, **tell)
        make.CustodyCitationFactory(custody=make.CustodyFactory(person=row), **tell)
        recognition = make.RecognitionFactory(person=row, organisation=among.organisation)
        make.RecognitionCitationFactory(recognition=recognition, **tell)
        citizenship = make.CitizenshipFactory(person=row)
        make.CitizenshipCitationFactory(citizenship=citizenship, **tell)
    return row


def facility(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.FacilityFactory(code=word, name_en=word, created_by=author)
    if among:
        make.PlacementFactory(custody=among.custody, facility=row)
    return row


def destination(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.DestinationFactory(code=word, name_en=word, created_by=author)
    if among:
        among.leg(among.person, row, origin=row)
        among.place(within=row)
        among.claim(measure="taken_to")
        make.ClaimScopeFactory(claim=among.about_others[-1], dimension="to", value="", place=row)
    return row


def programme(word: str, among: Anchors | None, author: Account) -> Record:
    at = among.organisation if among else make.OrganisationFactory(created_by=author)
    row = make.ProgrammeFactory(code=word, name_en=word, organisation=at, created_by=author)
    cite(make.ProgrammeCitationFactory, among, author, programme=row)
    if among:
        among.claim(wave=None, programme=row, printed=word)
    return row


def wave(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.WaveFactory(title_en=word, created_by=author)
    side = make.SideFactory(wave=row)
    cite(make.WaveCitationFactory, among, author, wave=row)
    if among:
        among.claim(wave=row, printed=word)
        among.claim(wave=None, side=side, printed=word)
        among.statement(wave=row, value_en=word)
        make.EventLinkFactory(event=among.event, wave=row, speaker=among.speaker)
        make.AnswerWaveFactory(answer=among.answer, wave=row)
        member = make.MemberFactory(side=side, person=among.person)
        make.MemberCitationFactory(member=member, source=among.source, excerpt=word)
        freed = among.release(person=among.person, member=member)
        make.ReleaseCitationFactory(release=freed, source=among.source, excerpt=word)
        among.leg(among.person, among.destination, wave=row, break_reason=word)
    return row


def release(word: str, among: Anchors | None, author: Account) -> Record:
    who = among.person if among else make.PersonFactory(created_by=author)
    row = make.ReleaseFactory(person=who, outside_wave_reason=word, created_by=author)
    cite(make.ReleaseCitationFactory, among, author, release=row)
    if among:
        among.statement(release=row, wave=None, value_en=word)
    return row


def event(word: str, among: Anchors | None, author: Account) -> Record:
    row = make.ContextEventFactory(title_en=word, created_by=author)
    cite(make.ContextEventCitationFactory, among, author, event=row)
    if among:
        make.StageFactory(event=row)
        make.EventLinkFactory(event=row, wave=among.wave, speaker=among.speaker)
        among.claim(wave=None, event=row, printed=word)
        among.claim(period_start_event=row, period_end_event=row)
        among.statement(wave=None, event=row, value_en=word)
    return row


def claim(word: str, among: Anchors | None, author: Account) -> Record:
    about = {"wave": among.wave} if among else {"country": "BY"}
    who = among.speaker if among else make.SpeakerFactory(created_by=author)
    row = make.ClaimFactory(
        about_wave=False, printed=word, speaker=who, created_by=author, **about
    )  # fmt: skip
    cite(make.ClaimCitationFactory, among, author, claim=row)
    if among:
        make.SumFactory(total=row, explanation_en=word)
        among.claim(corrected_by=row, standing="corrected")
        another = make.SumFactory(total=among.about_others[-1], explanation_en=word)
        make.SumPartFactory(sum=another, claim=row)
        make.AnswerFigureFactory(answer=among.answer, token=word, claim=row)
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
    "destination": destination,
    "programme": programme,
    "wave": wave,
    "release": release,
    "event": event,
    "claim": claim,
    "statement": statement,
    "answer": answer,
}
