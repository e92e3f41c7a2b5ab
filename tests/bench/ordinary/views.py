from django.db.models import Prefetch, QuerySet
from rest_framework.pagination import CursorPagination
from rest_framework.viewsets import ReadOnlyModelViewSet

from people.models import (
    Citizenship,
    CitizenshipCitation,
    Custody,
    CustodyCitation,
    Name,
    Person,
    PersonCategory,
    PersonCitation,
    Placement,
    PublicRole,
    PublicRoleCitation,
    Recognition,
    RecognitionCitation,
)
from releases.models import Member
from tests.bench.ordinary.serializers import PersonSerializer
from tests.bench.ordinary.shown import shown, visible


class Pages(CursorPagination):
    page_size = 50
    ordering = "id"


def citations(model: type) -> Prefetch:
    found = model.objects.filter(visible("source"), source__is_private=False)
    found = found.select_related("source__publisher").order_by("source__address", "id")
    return Prefetch("citations", found)


def parts(path: str, rows: QuerySet, *inner: str | Prefetch) -> Prefetch:
    return Prefetch(path, rows.prefetch_related(*inner))


class People(ReadOnlyModelViewSet):
    queryset = shown(Person.objects.all()).prefetch_related(
        Prefetch("names", Name.objects.order_by("-is_preferred", "language", "text")),
        Prefetch("categories", PersonCategory.objects.order_by("category")),
        parts(
            "public_roles",
            PublicRole.objects.order_by("since_earliest", "id"),
            citations(PublicRoleCitation),
        ),
        parts(
            "citizenships",
            Citizenship.objects.order_by("country", "id"),
            citations(CitizenshipCitation),
        ),
        parts(
            "custodies",
            Custody.objects.order_by("started_earliest", "id"),
            Prefetch(
                "placements",
                Placement.objects.select_related("facility").order_by("started_earliest", "id"),
            ),
            citations(CustodyCitation),
        ),
        parts(
            "recognitions",
            Recognition.objects.filter(visible("organisation"))
            .select_related("organisation")
            .order_by("recognised_on_earliest", "id"),
            citations(RecognitionCitation),
        ),
        Prefetch(
            "memberships",
            Member.objects.filter(visible("side__wave"))
            .select_related("side")
            .order_by("side__wave_id", "id"),
        ),
        citations(PersonCitation),
    )
    serializer_class = PersonSerializer
    pagination_class = Pages
