"""Destinations, and questions with their answers."""

import uuid

import pytest
from django.test import Client

from tests.factories import (
    AnswerFactory,
    AnswerFigureFactory,
    AnswerWaveFactory,
    ClaimFactory,
    ClaimScopeFactory,
    ConsentFactory,
    DestinationFactory,
    LegFactory,
    PersonFactory,
    WaveFactory,
    published,
)

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def taken_to(place, number: int, **options):
    claim = ClaimFactory(measure="taken_to", low=number, high=number, **options)
    ClaimScopeFactory(claim=claim, dimension="to", value="", place=place)
    published(claim.wave)
    published(claim.speaker)
    return published(claim)


def test_a_place_shows_who_says_how_many_came(client: Client) -> None:
    place = published(DestinationFactory(name_en="Vilnius"))
    claim = taken_to(place, 9)
    text = text_of(client, f"/en/destinations/{place.id}/")
    assert f'data-claim="{claim.id}"' in text
    for words in ('<td class="is-number">9</td>', claim.speaker.name_en, claim.wave.title_en):
        assert words in text


def test_a_country_shows_figures_of_the_places_within_it(client: Client) -> None:
    country = published(DestinationFactory(kind="country", name_en="Lithuania"))
    city = published(DestinationFactory(within=country, name_en="Vilnius"))
    elsewhere = published(DestinationFactory(kind="country", name_en="Poland"))
    claim = taken_to(city, 9)
    assert str(claim.id) in text_of(client, f"/en/destinations/{country.id}/")
    assert str(claim.id) not in text_of(client, f"/en/destinations/{elsewhere.id}/")


def test_only_journeys_that_are_shown_stand_at_their_destination(client: Client) -> None:
    place = published(DestinationFactory())
    people = [PersonFactory(named=True, name__text=text) for text in ("Seen", "Unseen")]
    ConsentFactory(person=people[0], field_group="journey")
    for person in people:
        leg = LegFactory(person=person, destination=place)
        published(leg.origin)
        published(person)
    text = text_of(client, f"/en/destinations/{place.id}/")
    assert "Seen" in text
    assert "Unseen" not in text


def test_destinations_are_listed_with_those_within_them(client: Client) -> None:
    country = published(DestinationFactory(kind="country", name_en="Lithuania"))
    published(DestinationFactory(within=country, name_en="Vilnius"))
    draft = DestinationFactory(name_en="Nowhere")
    text = text_of(client, "/en/destinations/")
    assert text.index("Lithuania") < text.index("Vilnius")
    assert draft.name_en not in text


def test_a_place_that_is_not_public_answers_as_one_that_is_not(client: Client) -> None:
    for key in (DestinationFactory().id, uuid.uuid4()):
        assert client.get(f"/en/destinations/{key}/").status_code == 404


def an_answer(**options):
    return AnswerFactory(question_en="How many?", body_en="It was {freed}.", **options)


def test_a_figure_in_an_answer_is_the_number_of_its_claim(client: Client) -> None:
    wave = published(WaveFactory())
    claim = ClaimFactory(wave=wave, low=1104, high=1104)
    published(claim.speaker)
    published(claim)
    answer = an_answer()
    AnswerFigureFactory(answer=answer, token="freed", claim=claim)
    AnswerWaveFactory(answer=answer, wave=wave)
    published(answer)
    text = text_of(client, "/en/questions/")
    assert f'<a href="#{answer.slug}-freed"' in text
    assert ">1,104</a>" in text
    assert f'<li id="{answer.slug}-freed">' in text
    assert claim.speaker.name_en in text
    assert f"/en/waves/{wave.slug}/" in text


def test_a_figure_whose_claim_is_not_public_reads_as_not_published(client: Client) -> None:
    answer = an_answer()
    AnswerFigureFactory(answer=answer, token="freed", claim=ClaimFactory(low=777, high=777))
    published(answer)
    text = text_of(client, "/en/questions/")
    assert "It was not published." in text
    assert "777" not in text


def test_an_answer_in_another_language_says_which(client: Client) -> None:
    published(AnswerFactory(question_en="Why?", body_en="Nobody knows."))
    text = text_of(client, "/be/questions/")
    assert 'lang="en">Why?</h2>' in text
