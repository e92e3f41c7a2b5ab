"""B11: requests made from the document, right ones and wrong ones, break nothing and no promise."""

from collections.abc import Iterator
from functools import cache

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tracker.api.docs import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
#: What a schema cannot say of single parameters: a cursor is ours, an export has no pages.
TOGETHER = ({"cursor"}, {"since"}, {"wave", "country"}, {"format", "page_size"})
PLAIN = {"Accept-Encoding": "identity"}  # the client of the checks reads nothing compressed
FEW = settings(
    max_examples=20,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
each_address = pytest.mark.parametrize("address", make_document()["paths"])


@cache
def promised() -> schemathesis.BaseSchema:
    schema = schemathesis.openapi.from_dict(make_document())
    schema.app = get_wsgi_application()
    return schema


@pytest.fixture(autouse=True)
def one_transaction() -> Iterator[None]:
    """A server closes old connections between requests; the test's own must stay."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def ask(address: str, mode: GenerationMode, check) -> None:
    (method,) = make_document()["paths"][address]
    operation = promised()[address][method.upper()]

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def one_of_many(case: Case) -> None:
        check(case, case.call(base_url="http://localhost", headers=PLAIN))

    one_of_many()


@each_address
def test_b11_what_the_document_allows_is_answered(address: str) -> None:
    def answered(case: Case, answer) -> None:
        case.validate_response(answer, checks=CHECKS)
        if not any(names <= (case.query or {}).keys() for names in TOGETHER):
            # Nor can it say that a month has only 30 days, or that a birth is given once.
            fair = (200, 400) if case.method == "POST" else (200, 404)
            assert answer.status_code in fair, (case.query, answer.text)

    ask(address, GenerationMode.POSITIVE, answered)


@each_address
def test_b11_what_the_document_forbids_is_refused(address: str) -> None:
    def refused(case: Case, answer) -> None:
        case.validate_response(answer, checks=[*CHECKS, negative_data_rejection])

    ask(address, GenerationMode.NEGATIVE, refused)
