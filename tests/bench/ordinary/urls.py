from django.urls import include, path
from rest_framework.routers import SimpleRouter

from tests.bench.ordinary import pages
from tests.bench.ordinary.views import People

router = SimpleRouter()
router.register("people", People)
urlpatterns = [
    *router.urls,
    path("ledger/<uuid:key>/", pages.ledger_of),
    path("<slug:language>/", pages.timeline),
    path("<slug:language>/waves/<slug:slug>/", pages.wave),
    path("", include("tracker.urls.both")),  # what the templates link to
]
