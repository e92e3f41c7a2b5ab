"""The models of a person, and of what is known of them."""

from people.persons.models.citation import (
    CitizenshipCitation,
    CustodyCitation,
    NameCitation,
    PersonCitation,
    PublicRoleCitation,
    RecognitionCitation,
)
from people.persons.models.consent import Consent, PublicRole
from people.persons.models.custody import Custody, Placement
from people.persons.models.facility import Facility
from people.persons.models.identity import Citizenship, Identifier, Name, PersonCategory
from people.persons.models.justice import Charge, CriminalArticle, Sentence
from people.persons.models.person import Person
from people.persons.models.public_name import PublicName
from people.persons.models.recognition import Recognition

__all__ = [
    "Charge",
    "Citizenship",
    "CitizenshipCitation",
    "Consent",
    "CriminalArticle",
    "Custody",
    "CustodyCitation",
    "Facility",
    "Identifier",
    "Name",
    "NameCitation",
    "Person",
    "PersonCategory",
    "PersonCitation",
    "Placement",
    "PublicName",
    "PublicRole",
    "PublicRoleCitation",
    "Recognition",
    "RecognitionCitation",
    "Sentence",
]
