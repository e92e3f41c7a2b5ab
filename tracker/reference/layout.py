"""Which record a noun of the files is, in the order in which records may become public."""

from typing import NamedTuple

from people.models import CriminalArticle, Facility, Person
from publishing.models import Record
from releases.models import Answer, Claim, ContextEvent, Destination, Release, Statement, Wave
from sources.models import Organisation, Source, Speaker
from support.models import Programme


class Noun(NamedTuple):
    """`key` is the column that repeats the key of the file, empty where none does."""

    model: type[Record]
    key: str = ""


NOUNS = {
    "organisations": Noun(Organisation, "code"),
    "speakers": Noun(Speaker, "code"),
    "sources": Noun(Source),
    "destinations": Noun(Destination, "code"),
    "facilities": Noun(Facility, "code"),
    "articles": Noun(CriminalArticle),
    "people": Noun(Person),
    "programmes": Noun(Programme, "code"),
    "waves": Noun(Wave, "slug"),
    "events": Noun(ContextEvent, "code"),
    "claims": Noun(Claim, "code"),
    "releases": Noun(Release),
    "statements": Noun(Statement),
    "answers": Noun(Answer, "slug"),
}

#: What tells the parts of one record apart, so that a file may be reordered; others by position.
IDENTITY = {
    "categories": ("category",),
    "charges": ("article",),
    "citations": ("source", "locator", "locator_detail"),
    "citizenships": ("country",),
    "conditions": ("kind", "since"),
    "figures": ("token",),
    "formula": ("term",),
    "funders": ("organisation",),
    "hosts": ("host",),
    "legs": ("number",),
    "links": ("wave", "relation", "speaker"),
    "members": ("person",),
    "names": ("text", "language", "kind"),
    "parties": ("organisation", "representative", "role"),
    "parts": ("claim", "person"),
    "scope": ("dimension", "value", "place"),
    "sides": ("number",),
    "stages": ("kind", "on", "speaker"),
    "waves": ("wave",),
}
