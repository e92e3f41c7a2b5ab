"""What an event has to do with a wave is said as it was said (public.md part one A7)."""

import pytest

from publishing.languages import Text
from releases.enums import NEVER_DENIED, EventRelation
from releases.presenters.event_links import DENIES, SAYS, phrase_link
from tests.repository.reference import read

AP = Text("AP", "en")
#: Links that call an event cause, price or consequence.
STRONG = {"led_to", "condition", "given_in_return", "came_of_it", "reaction"}


def phrase(relation: str, kind: str = "licence", *, is_denied: bool = False) -> str:
    return phrase_link({"relation": relation, "is_denied": is_denied}, kind, AP)


def test_a7_every_relation_is_a_sentence_and_so_is_its_denial():
    assert set(SAYS) == set(EventRelation)
    assert set(DENIES) == set(EventRelation) - NEVER_DENIED


def test_a7_who_says_it_is_the_subject_of_the_sentence():
    said = phrase("given_in_return")
    assert said == '<bdi lang="en">AP</bdi> says that this was given in return.'


@pytest.mark.parametrize(
    ("kind", "said"),
    [("licence", "this was given in return."), ("utterance", "anything was given in return.")],
)
def test_a7_words_deny_that_anything_was_given(kind, said):
    assert phrase("given_in_return", kind, is_denied=True).endswith(f"denies that {said}")


def test_a7_words_are_called_neither_cause_nor_consequence():
    events = read("events").values()
    words = [
        link for each in events if each["kind"] == "utterance" for link in each.get("links", [])
    ]
    assert words
    assert [k for k in words if not k["is_denied"] and k["relation"] in STRONG] == []


def test_a7_the_source_of_a_strong_relation_is_quoted_or_says_it_in_its_headline():
    links = [link for each in read("events").values() for link in each.get("links", [])]
    silent = [
        (link["wave"], link["relation"], link["speaker"])
        for link in links
        if link["relation"] in STRONG
        and not any("excerpt" in c or c["locator"] == "headline" for c in link["citations"])
    ]
    assert silent == []
