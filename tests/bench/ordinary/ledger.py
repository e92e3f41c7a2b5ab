"""The ledger of a wave over staff models, reckoned by the product's own functions."""

from uuid import UUID

from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from releases import ledger
from releases.models import Side, Wave
from tests.bench.ordinary import evidence
from tests.bench.ordinary.shown import visible


@api_view()
def ledger_of(request: Request, key: UUID) -> Response:
    sides = Prefetch("sides", Side.objects.order_by("number"))
    wave = get_object_or_404(Wave.objects.filter(visible()).prefetch_related(sides), pk=key)
    known = evidence.gather(Q(wave=wave) | Q(side__wave=wave), [wave])
    return Response(ledger.as_json(ledger.compute_ledger(known)))
