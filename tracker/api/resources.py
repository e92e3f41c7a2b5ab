"""The one list of the API's nouns: the router, the root and the document read it.

`tests/tracker/api/test_api_nouns.py` holds the change feed and the table of surfaces to it.
"""

from publishing.api.nouns import Noun
from releases.api import (
    AnswerNoun,
    Changes,
    ClaimNoun,
    DestinationNoun,
    EventNoun,
    Figures,
    LegNoun,
    PersonOfWaveNoun,
    ReleaseNoun,
    WaveNoun,
)
from sources.api import OrganisationNoun, SourceNoun
from support.api import ProgrammeNoun

#: Each over one projection.
NOUNS: tuple[type[Noun], ...] = (
    PersonOfWaveNoun,
    WaveNoun,
    ReleaseNoun,
    LegNoun,
    DestinationNoun,
    OrganisationNoun,
    ClaimNoun,
    EventNoun,
    AnswerNoun,
    SourceNoun,
    ProgrammeNoun,
)
#: Lists that are no table: they have no fields, no order and no exports.
COMPUTED: tuple[type[Figures | Changes], ...] = (Figures, Changes)
