from django.urls import path
from rest_framework.routers import SimpleRouter

from tests.bench.ordinary.ledger import ledger_of
from tests.bench.ordinary.views import People

router = SimpleRouter()
router.register("people", People)
urlpatterns = [
    *router.urls,
    path("ledger/<uuid:key>/", ledger_of),
]
