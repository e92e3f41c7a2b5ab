"""Every address of the API."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from people.persons.api import Match
from tracker.api.docs import Docs, Schema
from tracker.api.resources import COMPUTED, NOUNS
from tracker.api.root import Me, Root

router = SimpleRouter()
for noun in (*NOUNS, *COMPUTED):
    router.register(noun.noun, noun, basename=f"api-{noun.noun}")

urlpatterns = [
    path("", Root.as_view(), name="api-root"),
    path("match/", Match.as_view(), name="api-match"),
    path("me/", Me.as_view(), name="api-me"),
    path("schema/", Schema.as_view(), name="api-schema"),
    path("docs/", Docs.as_view(), name="api-docs"),
    *router.urls,
]
