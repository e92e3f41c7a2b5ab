"""Every address of the API."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from people.persons.api import Match
from publishing.api.nouns import Noun
from releases.api import NOUNS, Changes, Figures
from sources.api import OrganisationNoun, SourceNoun
from support.api import ProgrammeNoun
from tracker.api.docs import Docs, Schema
from tracker.api.root import Me, Root

ALL: tuple[type[Noun], ...] = (*NOUNS, OrganisationNoun, SourceNoun, ProgrammeNoun)

router = SimpleRouter()
for noun in ALL:
    router.register(noun.noun, noun, basename=f"api-{noun.noun}")

urlpatterns = [
    path("", Root.as_view(), name="api-root"),
    path("figures/", Figures.as_view({"get": "list"}), name="api-figures"),
    path("changes/", Changes.as_view({"get": "list"}), name="api-changes"),
    path("match/", Match.as_view(), name="api-match"),
    path("me/", Me.as_view(), name="api-me"),
    path("schema/", Schema.as_view(), name="api-schema"),
    path("docs/", Docs.as_view(), name="api-docs"),
    *router.urls,
]
