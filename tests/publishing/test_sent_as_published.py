"""Who sends a record to review is told what would be refused when it is published."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from publishing.actions import Refused, submit
from publishing.models import Record
from publishing.violations import sentences_by_name
from tests.factories import (
    AnswerFactory,
    AnswerFigureFactory,
    ClaimCitationFactory,
    ClaimFactory,
    DerivedClaimFactory,
    DerivedTermFactory,
    PersonCitationFactory,
    PersonFactory,
    SpeakerFactory,
    WaveCitationFactory,
    WaveFactory,
    published,
)
from tests.factories.life import public_source
from tests.repository.constraints.holding import run, settle

#: A record that nobody may publish and the name of what refuses it; then the record is mended.
Breach = Iterator[tuple[Record, str] | None]


def a_wave_without_a_source() -> Breach:
    wave = WaveFactory()
    yield wave, "published_record_has_a_source"
    yield WaveCitationFactory(wave=wave, source=public_source())


def a_figure_without_a_source() -> Breach:
    claim = ClaimFactory(speaker=published(SpeakerFactory()))
    yield claim, "releases_claim_published_has_a_source"
    yield ClaimCitationFactory(claim=claim, source=public_source())


def a_derived_figure_without_a_formula() -> Breach:
    claim = DerivedClaimFactory()
    yield claim, "releases_claim_derived_has_a_formula"
    yield DerivedTermFactory(claim=claim)


def a_name_whose_consent_is_over() -> Breach:
    person = PersonFactory(named=True)
    PersonCitationFactory(person=person, source=public_source())
    person.consents.update(expires_at=timezone.now() - timedelta(days=1))
    yield person, "people_person_is_shown_on_a_basis"
    yield person.consents.update(expires_at=None)


def an_answer_with_a_number_of_nobody() -> Breach:
    answer = AnswerFactory(body_en="{released} were freed.")
    yield answer, "releases_answer_binds_every_token"
    yield AnswerFigureFactory(answer=answer)


BREACHES = [
    a_wave_without_a_source,
    a_figure_without_a_source,
    a_derived_figure_without_a_formula,
    a_name_whose_consent_is_over,
    an_answer_with_a_number_of_nobody,
]


@pytest.mark.django_db
@pytest.mark.parametrize("breach", BREACHES, ids=lambda each: each.__name__)
def test_what_cannot_be_published_is_not_sent_to_review(breach, editor):
    steps = breach()
    record, name = next(steps)
    settle()
    with pytest.raises(Refused) as refused:
        submit(record, by=editor)
    assert refused.value.messages == [str(sentences_by_name()[name])]
    next(steps)
    settle()
    assert submit(record, by=editor).state == "in_review"


#: What asks whether a record is published, and does not ask the same of one in review. A record
#: goes to review together with what it cites: a sentence of its own tells what stays behind.
ASKS_LATE = """
SELECT proname FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prosrc ~ 'publishing_refuse'
  AND prosrc !~ 'published_record_cites_what_is_public'
  AND prosrc ~ '''published''' AND prosrc !~ '''in_review'''
UNION SELECT tgname FROM pg_trigger t JOIN pg_proc asked ON asked.oid = tgfoid
WHERE prosrc ~ 'publishing_refuse' AND tgname <> 'cites_what_is_public'
  AND pg_get_triggerdef(t.oid) ~ '''published'''
  AND pg_get_triggerdef(t.oid) !~ '''in_review'''
UNION SELECT conname FROM pg_constraint
WHERE conname !~ '_published_was_approved$'
  AND pg_get_constraintdef(oid) ~ '''published''' AND pg_get_constraintdef(oid) !~ '''in_review'''
"""


def list_late_guards() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(ASKS_LATE)
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.django_db
def test_no_guard_waits_for_the_publication():
    assert list_late_guards() == []


def test_a_guard_that_waits_is_seen(db_as_owner):
    run(
        "CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.state = 'published' THEN PERFORM publishing_refuse('x', 'y'); END IF;"
        " RETURN NULL; END $$"
    )
    assert list_late_guards() == ["refuse_late"]
