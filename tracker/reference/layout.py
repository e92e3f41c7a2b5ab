"""Which record a noun of the files is, in the order in which records may become public."""

from typing import NamedTuple

from people.models import CriminalArticle, Facility, Person
from publishing.models import Record
from releases.models import Answer, Claim, ContextEvent, Destination, Release, Statement, Wave
from sources.models import Organisation, Source, Speaker
from support.models import Programme


class ReferenceNoun(NamedTuple):
    """`key` is the column that repeats the key of the file, empty where none does."""

    model: type[Record]
    key: str = ""


NOUNS = {
    "organisations": ReferenceNoun(Organisation, "code"),
    "speakers": ReferenceNoun(Speaker, "code"),
    "sources": ReferenceNoun(Source),
    "destinations": ReferenceNoun(Destination, "code"),
    "facilities": ReferenceNoun(Facility, "code"),
    "articles": ReferenceNoun(CriminalArticle),
    "people": ReferenceNoun(Person),
    "programmes": ReferenceNoun(Programme, "code"),
    "waves": ReferenceNoun(Wave, "slug"),
    "events": ReferenceNoun(ContextEvent, "code"),
    "claims": ReferenceNoun(Claim, "code"),
    "releases": ReferenceNoun(Release),
    "statements": ReferenceNoun(Statement),
    "answers": ReferenceNoun(Answer, "slug"),
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
