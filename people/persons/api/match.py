"""Whom a name may mean, among those whom the public may see by name."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import override
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from people.names import ReasonCode
from people.persons.api import questions
from people.persons.api.questions import Asked
from people.persons.candidates import PUBLIC, Candidate, find_candidates
from people.persons.reasons import describe_reason
from publishing.api import parameters
from publishing.api.answers import LICENCE, as_of, describe
from publishing.api.formats import JSON, to_json
from publishing.api.nouns import EnglishView
from publishing.api.objects import ROOT
from publishing.api.problems import KINDS
from publishing.api.schema import Document, Json, problem
from publishing.public_reads import public_snapshot

EXAMPLE = {
    "queries": {"1": {"names": ["Сінтэтычная Асоба", "Synthetic Person"], "birth_year": 1985}},
    "limit": 3,
    "language": "en",
}


class WhyItAgrees(serializers.Serializer):
    """One thing that agrees or does not; `text` says it in the language asked for."""

    code = serializers.ChoiceField([code.value for code in ReasonCode])
    text = serializers.CharField()


class MatchCandidate(serializers.Serializer):
    """Somebody who may be meant. `score` is from 0 to 1; `conflicts`: something contradicts."""

    id = serializers.UUIDField()
    url = serializers.CharField()
    names = serializers.ListField(child=serializers.CharField())
    score = serializers.FloatField(min_value=0, max_value=1)
    conflicts = serializers.BooleanField()
    reasons = WhyItAgrees(many=True)


class MatchDocument(Document):
    """What this address takes and gives."""

    def _in_query(self) -> list[Json]:  # type: ignore[override]
        return []

    def _get_request_body(self, direction: str = "request") -> Json:  # type: ignore[override]
        content = {"application/json": {"schema": BODY, "example": EXAMPLE}}
        return {"required": True, "content": content}

    def _get_response_bodies(self, direction: str = "response") -> Json:
        one = self.resolve_serializer(MatchCandidate, "response").ref
        found = {"type": "object", "additionalProperties": {"type": "array", "items": one}}
        properties = {
            "results": found,
            "as_of": {"type": "string", "format": "date"},
            "licence": {"const": LICENCE},
        }
        shape = {"type": "object", "required": list(properties), "properties": properties}
        wrong = ["bad-body", "not-acceptable", "body-too-large", "unsupported-media-type"]
        return {
            "200": {
                "description": "The answer",
                "content": {"application/json": {"schema": shape}},
            },
            **{str(KINDS[name].status): problem(name) for name in wrong},
        }


class Match(EnglishView, APIView):
    """People whom names may mean, the likeliest first, with the reasons for each score.

    Names in any script and spelling; the keys of `queries` are your own and come back. It never
    decides: a high score is no identity. The public knows names alone, so what is given besides
    them – birth, death, custody, as EDTF – is compared only for whom it may be seen.
    """

    http_method_names = ["post"]
    renderer_classes = [JSON]
    schema = MatchDocument()

    def post(self, request: Request) -> HttpResponseBase:
        parameters.given(request.query_params, set())
        asked = questions.read(request._request)
        with public_snapshot():
            found = find_candidates(list(asked.queries.values()), among=PUBLIC, limit=asked.limit)
        return _answer(asked, found)


def _answer(asked: Asked, found: list[list[Candidate]]) -> HttpResponse:
    with override(asked.language):
        results = {
            key: [_shown(candidate) for candidate in people]
            for key, people in zip(asked.queries, found, strict=True)
        }
    body = to_json({"results": results, "as_of": as_of(), "licence": LICENCE})
    response = HttpResponse(body, content_type="application/json")
    response["Cache-Control"] = "no-store"  # what was asked is nobody else's
    describe(response)
    return response


def _shown(candidate: Candidate) -> dict[str, Any]:
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


DATE = {"type": "string", "description": "EDTF: 1985-04-12, 1985-04, 1985, 1985~", "maxLength": 100}
QUERY: Json = {
    "type": "object",
    "required": ["names"],
    "additionalProperties": False,
    "properties": {
        "names": {
            "type": "array",
            "minItems": 1,
            "maxItems": questions.MOST_OF_ONE,
            "items": {"type": "string", "minLength": 1, "maxLength": questions.LONGEST_NAME},
        },
        "birth_year": {
            "type": "integer",
            "minimum": questions.YEARS[0],
            "maximum": questions.YEARS[1],
        },
        "born": DATE,
        "died": DATE,
        "held": {"type": "array", "maxItems": questions.MOST_HELD, "items": DATE},
    },
}
BODY: Json = {
    "type": "object",
    "required": ["queries"],
    "additionalProperties": False,
    "properties": {
        "queries": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": questions.MOST_QUERIES,
            "additionalProperties": QUERY,
            "description": f"At most {questions.MOST_NAMES} names in all.",
        },
        "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": questions.MOST_CANDIDATES,
            "default": questions.CANDIDATES,
        },
        "language": {"type": "string", "enum": list(questions.LANGUAGES), "default": "en"},
    },
}
