"""What an event has to do with a wave, as a sentence with whoever says or denies it."""

from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from publishing.languages import Text
from releases.enums import EventKind, EventRelation

SAYS: dict[EventRelation, Promise] = {
    EventRelation.LED_TO: _("{speaker} says that this led to the release."),
    EventRelation.CONDITION: _("{speaker} says that this was a condition of the release."),
    EventRelation.GIVEN_IN_RETURN: _("{speaker} says that this was given in return."),
    EventRelation.CAME_OF_IT: _("{speaker} says that this came of the release."),
    EventRelation.REACTION: _("{speaker} says that this was a reaction to the release."),
    EventRelation.SAID_ABOUT: _("{speaker} said this about the release."),
    EventRelation.MERELY_NEAR: _(
        "{speaker} mentions this beside the release and does not say that one led to the other."
    ),
}
DENIES: dict[EventRelation, Promise] = {
    EventRelation.LED_TO: _("{speaker} denies that this led to the release."),
    EventRelation.CONDITION: _("{speaker} denies that this was a condition of the release."),
    EventRelation.GIVEN_IN_RETURN: _("{speaker} denies that this was given in return."),
    EventRelation.CAME_OF_IT: _("{speaker} denies that this came of the release."),
    EventRelation.REACTION: _("{speaker} denies that this was a reaction to the release."),
}
#: Words are nothing that is given: who denies it in a speech denies that anything was.
DENIES_ANYTHING = _("{speaker} denies that anything was given in return.")


def phrase_link(link: dict[str, Any], kind: str, speaker: Text) -> SafeString:
    """The link of an event of this kind: "AP says that this was given in return." as HTML."""
    name = format_html('<bdi lang="{}">{}</bdi>', speaker.language, speaker.text)
    return format_html(str(_find_template(link, kind)), speaker=name)


def _find_template(link: dict[str, Any], kind: str) -> Promise:
    relation = EventRelation(link["relation"])
    if not link["is_denied"]:
        return SAYS[relation]
    if kind == EventKind.UTTERANCE and relation == EventRelation.GIVEN_IN_RETURN:
        return DENIES_ANYTHING
    return DENIES[relation]
