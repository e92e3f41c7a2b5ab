"""Whom a name may mean, among those whom the public may see by name."""

from typing import Any

from django.utils.translation import override
from drf_spectacular.utils import OpenApiExample, OpenApiRequest, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from people.names import ReasonCode
from people.persons.api import match_query
from people.persons.api.match_query import MatchQuery, read_query
from people.persons.candidates import PUBLIC, Candidate, find_candidates
from people.persons.reasons import describe_reason
from publishing.api.encoding import JsonObject
from publishing.api.objects import ROOT
from publishing.api.parameters import validate_params
from publishing.api.resources import PublicView
from publishing.api.responses import LICENCE, as_of
from publishing.api.schema import describe_problems
from publishing.public_reads import public_snapshot

EXAMPLE = {
    "queries": {"1": {"names": ["Сінтэтычная Асоба", "Synthetic Person"], "birth_year": 1985}},
    "limit": 3,
    "language": "en",
}


class WhyItAgreesSerializer(serializers.Serializer):
    """One thing that agrees or does not; `text` says it in the language asked for."""

    code = serializers.ChoiceField([code.value for code in ReasonCode])
    text = serializers.CharField()


class MatchCandidateSerializer(serializers.Serializer):
    """Somebody who may be meant. `score` is from 0 to 1; `conflicts`: something contradicts."""

    id = serializers.UUIDField()
    url = serializers.CharField()
    names = serializers.ListField(child=serializers.CharField())
    score = serializers.FloatField(min_value=0, max_value=1)
    conflicts = serializers.BooleanField()
    reasons = WhyItAgreesSerializer(many=True)


class MatchSerializer(serializers.Serializer):
    results = serializers.DictField(child=MatchCandidateSerializer(many=True))
    as_of = serializers.DateField()
    licence = serializers.ChoiceField([LICENCE])


DATE = {"type": "string", "description": "EDTF: 1985-04-12, 1985-04, 1985, 1985~", "maxLength": 100}
QUERY: JsonObject = {
    "type": "object",
    "required": ["names"],
    "additionalProperties": False,
    "properties": {
        "names": {
            "type": "array",
            "minItems": 1,
            "maxItems": match_query.MOST_OF_ONE,
            "items": {"type": "string", "minLength": 1, "maxLength": match_query.LONGEST_NAME},
        },
        "birth_year": {
            "type": "integer",
            "minimum": match_query.YEARS[0],
            "maximum": match_query.YEARS[1],
        },
        "born": DATE,
        "died": DATE,
        "held": {"type": "array", "maxItems": match_query.MOST_HELD, "items": DATE},
    },
}
BODY: JsonObject = {
    "type": "object",
    "required": ["queries"],
    "additionalProperties": False,
    "properties": {
        "queries": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": match_query.MOST_QUERIES,
            "additionalProperties": QUERY,
            "description": (
                f"At most {match_query.MOST_NAMES} names of {match_query.MOST_WORDS} words in all."
            ),
        },
        "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": match_query.MOST_CANDIDATES,
            "default": match_query.CANDIDATES,
        },
        "language": {"type": "string", "enum": list(match_query.LANGUAGES), "default": "en"},
    },
}


class Match(PublicView, APIView):
    """People whom names may mean, the likeliest first, with the reasons for each score.

    Names in any script and spelling; the keys of `queries` are your own and come back. It never
    decides: a high score is no identity. The public knows names alone, so what is given besides
    them – birth, death, custody, as EDTF – is compared only for whom it may be seen.
    """

    http_method_names = ["post"]

    @extend_schema(
        request={
            "application/json": OpenApiRequest(
                BODY, examples=[OpenApiExample("two names", EXAMPLE)]
            )
        },
        responses={
            (200, "application/json"): MatchSerializer,
            **describe_problems(
                "bad-body",
                "not-acceptable",
                "body-too-large",
                "unsupported-media-type",
                "unavailable",
            ),
        },
    )
    def post(self, request: Request) -> Response:
        validate_params(request.query_params, set())
        query = read_query(request._request)
        with public_snapshot():
            found = find_candidates(list(query.queries.values()), among=PUBLIC, limit=query.limit)
        body = {"results": _name_results(query, found), "as_of": as_of(), "licence": LICENCE}
        # What was asked is nobody else's.
        return Response(body, headers={"Cache-Control": "no-store"})


def _name_results(query: MatchQuery, found: list[list[Candidate]]) -> JsonObject:
    with override(query.language):
        return {
            key: [_as_dict(candidate) for candidate in people]
            for key, people in zip(query.queries, found, strict=True)
        }


def _as_dict(candidate: Candidate) -> dict[str, Any]:
    compared = candidate.comparison
    return {
        "id": str(candidate.person_id),
        "url": f"{ROOT}people/{candidate.person_id}/",
        "names": list(dict.fromkeys(name.text for name in candidate.names)),
        "score": round(compared.score, 4),
        "conflicts": compared.conflicts,
        "reasons": [
            {"code": str(reason.code), "text": str(describe_reason(reason))}
            for reason in compared.reasons
        ],
    }
