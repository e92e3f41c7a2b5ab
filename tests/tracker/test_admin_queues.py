"""A queue holds what waits, and nothing else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db.models import Model
from django.utils import timezone

from people.models import Person
from publishing.actions.transaction import check_guards
from publishing.models import Proposal
from releases.models import Claim, Release, Wave
from sources.models import Source
from tests.factories import (
    ClaimCitationFactory,
    ClaimFactory,
    MemberFactory,
    PersonFactory,
    ReleaseFactory,
    SourceFactory,
    WaveFactory,
    approved,
    in_review,
    published,
)
from tests.staff import address, send

Make = Callable[[], Model]


def in_days(days: int) -> object:
    return timezone.now() + timedelta(days=days)


def release_in_wave(*, is_verified: bool) -> Release:
    return published(ReleaseFactory(member=MemberFactory(is_verified=is_verified)))


def claim_of(source: Source) -> Claim:
    return published(ClaimCitationFactory(source=source).claim)


def person_whose_consent_ended(ended: object) -> Person:
    person = PersonFactory(named=True)
    check_guards()  # the guard asks who becomes named, and not whose consent ends later
    person.consents.update(given_on="2020-01-01", expires_at=ended)
    return person


QUEUES: dict[tuple[type[Model], str], tuple[list[Make], list[Make]]] = {
    (Wave, "review"): ([lambda: in_review(WaveFactory())], [WaveFactory]),
    (Wave, "approved"): (
        [lambda: approved(WaveFactory())],
        [WaveFactory, lambda: published(WaveFactory())],
    ),
    (Wave, "embargo"): (
        [
            lambda: WaveFactory(visible_from=in_days(6)),
            lambda: WaveFactory(visible_until=in_days(6)),
        ],
        [
            WaveFactory,
            lambda: WaveFactory(visible_from=in_days(-1)),
            lambda: WaveFactory(visible_from=in_days(8)),
            lambda: WaveFactory(visible_until=in_days(8)),
        ],
    ),
    (Wave, "condition"): ([lambda: WaveFactory(embargo_condition="all are free")], [WaveFactory]),
    (Wave, "no-claim"): (
        [
            lambda: published(WaveFactory()),
            lambda: ClaimFactory(wave=published(WaveFactory())).wave,
        ],
        [WaveFactory, lambda: published(ClaimFactory(wave=published(WaveFactory()))).wave],
    ),
    (Release, "not-verified"): (
        [lambda: release_in_wave(is_verified=False)],
        [lambda: release_in_wave(is_verified=True), ReleaseFactory],
    ),
    (Source, "not-archived"): (
        [lambda: published(SourceFactory())],
        [
            SourceFactory,
            lambda: published(SourceFactory(is_private=True)),
            lambda: published(SourceFactory(archived_address="https://archive.example/1")),
        ],
    ),
    (Claim, "unsourced"): (
        [lambda: claim_of(SourceFactory(visible_until=in_days(-1)))],
        [
            lambda: claim_of(SourceFactory()),
            lambda: claim_of(SourceFactory(is_private=True)),
            ClaimFactory,
        ],
    ),
    (Person, "no-basis"): (
        [lambda: person_whose_consent_ended(in_days(-1))],
        [PersonFactory, lambda: person_whose_consent_ended(in_days(1))],
    ),
}
#: Read below, and in tests/people/duplicates.
READ_ELSEWHERE = {"open", "undecided"}


@pytest.mark.parametrize(("model", "slug"), QUEUES)
def test_a_queue_lists_what_waits_and_nothing_else(model, slug, administrator, client):
    waits, others = QUEUES[model, slug]
    waiting = {make().pk for make in waits}
    for make in others:
        make()
    client.force_login(administrator)
    page = client.get(address(model, "changelist"), {"queue": slug})
    assert {row.pk for row in page.context["cl"].result_list} == waiting


def test_only_open_proposals_wait(editor, reviewer, client):
    client.force_login(editor)
    for number in range(2):
        wave = published(WaveFactory())
        send(client, address(wave, "change"), title_en=f"Title {number}", reason="corrected")
    decided, waiting = Proposal.objects.order_by("made_at")
    client.force_login(reviewer)
    client.post(address(decided, "change"), {"decision": "accept"})
    page = client.get(address(Proposal, "changelist"), {"queue": "open"})
    assert list(page.context["cl"].result_list) == [waiting]


def test_every_queue_is_read_by_a_test():
    every = {
        queue.slug
        for staff in admin.site._registry.values()
        for queue in getattr(staff, "queues", ())
    }
    assert every == {slug for _model, slug in QUEUES} | READ_ELSEWHERE
