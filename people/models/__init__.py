from people.models.citation import (
    CitizenshipCitation,
    CustodyCitation,
    NameCitation,
    PersonCitation,
    PublicRoleCitation,
    RecognitionCitation,
)
from people.models.consent import Consent, PublicRole
from people.models.custody import Custody, Placement
from people.models.duplicate import LikelyDuplicate, Uncompared
from people.models.facility import Facility
from people.models.identity import Citizenship, Identifier, Name, PersonCategory
from people.models.importing import Import, ImportRow, SavedMapping
from people.models.justice import Charge, CriminalArticle, Sentence
from people.models.merge import Merge, Move, NotTheSame
from people.models.person import Person
from people.models.recognition import Recognition

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
    "Import",
    "ImportRow",
    "LikelyDuplicate",
    "Merge",
    "Move",
    "Name",
    "NameCitation",
    "NotTheSame",
    "Person",
    "PersonCategory",
    "PersonCitation",
    "Placement",
    "PublicRole",
    "PublicRoleCitation",
    "Recognition",
    "RecognitionCitation",
    "SavedMapping",
    "Sentence",
    "Uncompared",
]
