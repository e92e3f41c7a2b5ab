"""Nothing is public before what it cites: a source, and who says it."""

import pytest
from django.apps import apps

from publishing.actions import Refused, accept, approve, propose, publish, submit
from publishing.citing import find_cited, list_citing_keys
from publishing.models import BaseModel, Record
from releases.models import Statement, Wave, WaveCitation
from sources.models import Source
from tests.factories import (
    ClaimCitationFactory,
    ClaimFactory,
    SourceFactory,
    SpeakerFactory,
    WaveCitationFactory,
    WaveFactory,
    published,
)
from tests.factories.life import cite_if_needed, public_source
from tests.repository.constraints.acts import moves, stands
from tests.repository.constraints.holding import refusal
from tests.repository.constraints.rows import valid
from tests.staff import act, address

pytestmark = pytest.mark.django_db
CITED = {Source: SourceFactory, SpeakerFactory._meta.model: SpeakerFactory}
KEYS = [
    (model, key)
    for record in apps.get_models()
    if issubclass(record, Record)
    for model, key in list_citing_keys(record)
]
REFUSED = "published_record_cites_what_is_public"


def test_every_citation_is_a_key_that_cites():
    citations = {model for model in apps.get_models() if getattr(model, "is_citation", False)}
    assert citations
    assert citations <= {model for model, _key in KEYS}


@pytest.mark.parametrize(
    ("model", "key"), KEYS, ids=[f"{model.__name__}.{key.name}" for model, key in KEYS]
)
def test_what_is_cited_by_any_key_is_public_first(model: type[BaseModel], key):
    row = valid(model)
    cited = getattr(row, key.name) or CITED[key.related_model]()
    freed = {"wave": None} if key.name == "source" and model is Statement else {}
    type(row).objects.filter(pk=row.pk).update(**{key.name: cited} | freed)
    record = row if isinstance(row, Record) else row.record
    cite_if_needed(record)
    for each in find_cited(record):
        if each != cited and each.state == "draft":
            stands(each, "in_review", "approved", "published")
    stands(record, "in_review", "approved")
    assert refusal(lambda: moves(record, "published")) == REFUSED
    stands(cited, "in_review", "approved", "published")
    assert refusal(lambda: moves(record, "published")) == ""


@pytest.fixture
def source() -> Source:
    return SourceFactory(title="Seven were freed", publisher=public_source().publisher)


def test_who_sends_it_is_told_what_is_not_sent(source, editor):
    wave = WaveCitationFactory(source=source).wave
    with pytest.raises(Refused, match="not sent to review: Seven were freed"):
        submit(wave, by=editor)
    submit(source, by=editor)
    assert submit(wave, by=editor).state == "in_review"


def test_who_publishes_it_is_told_what_goes_first(source, editor, reviewer):
    speaker = SpeakerFactory(name_en="An envoy")
    claim = ClaimCitationFactory(source=source, claim=ClaimFactory(speaker=speaker)).claim
    for each in (source, speaker, claim):
        approve(submit(each, by=editor), by=reviewer)
    with pytest.raises(Refused, match="has to go first: An envoy, Seven were freed"):
        publish(claim, by=reviewer)
    for each in (source, speaker, claim):
        publish(each, by=reviewer)


def test_a_private_source_opens_never_and_holds_nothing_up():
    private = SourceFactory(is_private=True)
    assert published(WaveCitationFactory(source=private).wave).state == "published"


def test_no_proposal_has_what_is_public_cite_a_draft(source, editor, reviewer):
    wave = published(WaveFactory())
    proposal = propose(
        wave, by=editor, reason="One more says so.",
        write=lambda: WaveCitation.objects.create(wave=wave, source=source),
    )  # fmt: skip
    with pytest.raises(Refused, match="published before it"):
        accept(proposal, by=reviewer)
    published(source)
    accept(proposal, by=reviewer)
    assert wave.citations.count() == 2


def test_a_wave_takes_along_what_it_cites_or_stays(source, client, reviewer, editor):
    wave = WaveCitationFactory(source=source).wave
    stands(source, "in_review", "approved")
    stands(wave, "in_review", "approved")
    client.force_login(reviewer)
    page = act(client, address(wave, "act", "publish"))
    assert "has to go first: Seven were freed" in page.content.decode()
    act(client, address(wave, "act", "publish"), along=[source.pk])
    assert Wave.objects.get(pk=wave.pk).state == "published"
