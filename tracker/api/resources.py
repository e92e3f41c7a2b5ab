"""The one list of the API's nouns: the router, the root and the document read it.

`tests/tracker/api/test_api_nouns.py` holds the change feed and the table of surfaces to it.
"""

from publishing.api.resources import PublicList, Resource
from releases.api import (
    AnswerResource,
    Changes,
    ClaimResource,
    DestinationResource,
    EventResource,
    Figures,
    LegResource,
    PersonOfWaveResource,
    ReleaseResource,
    WaveResource,
)
from sources.api import OrganisationResource, SourceResource
from support.api import ProgrammeResource

#: Each over one projection.
NOUNS: tuple[type[Resource], ...] = (
    PersonOfWaveResource,
    WaveResource,
    ReleaseResource,
    LegResource,
    DestinationResource,
    OrganisationResource,
    ClaimResource,
    EventResource,
    AnswerResource,
    SourceResource,
    ProgrammeResource,
)
#: Lists that are no table: they have no fields, no order and no exports.
COMPUTED: tuple[type[PublicList], ...] = (Figures, Changes)
