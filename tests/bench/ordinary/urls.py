from rest_framework.routers import SimpleRouter

from tests.bench.ordinary.views import People

router = SimpleRouter()
router.register("people", People)
urlpatterns = router.urls
