"""Every address whose answer is kept, asked of what is kept and of nothing that is kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from unittest import mock

from django.core.cache import caches
from django.test import Client, override_settings
from django.utils.encoding import iri_to_uri

from publishing.public_reads import is_kept
from publishing.ready_documents import mark_all_documents
from tests import doors
from tests.harness import crawl
from tests.harness.asking import NUMBER, passes
from tests.harness.connections import passing
from tests.harness.routes import public_routes
from tests.harness.small_world import SmallWorld
from tests.settings import KEPT, MIDDLEWARE

GZIP = MIDDLEWARE.index("django.middleware.gzip.GZipMiddleware")

Said = tuple[int, tuple[tuple[str, str], ...], bytes]


@contextmanager
def answered_from_memory() -> Iterator[Client]:
    """Somebody whose answers are kept as they are served."""
    caches["answers"].clear()
    reader = Client()
    with override_settings(MIDDLEWARE=[*MIDDLEWARE[:GZIP], KEPT, *MIDDLEWARE[GZIP:]]):
        reader.handler.load_middleware()
    yield reader
    caches["answers"].clear()


def list_addresses(world: SmallWorld) -> list[str]:
    """Whatever is kept: pages, charts as CSV, feeds, lists, single records. Exports are not."""
    kept = [address for route in public_routes() if is_kept(route.view)
            for address in crawl.addresses(route, world)]  # fmt: skip
    return [address for address in kept if not address.endswith(crawl.FORMATS[1:])]


def ask(address: str, reader: Client) -> Said:
    response = reader.get(iri_to_uri(address), secure=True)
    headers = sorted(item for item in response.headers.items() if not passes(item[0]))
    return response.status_code, tuple(headers), NUMBER.sub(b"urn:uuid:", response.content)


def find_stale(reader: Client, addresses: Iterable[str]) -> list[str]:
    """The addresses that answer the reader otherwise than somebody for whom all is read live.

    Nothing is written between: what time alone has changed is read live for the reader as well.
    """
    with mock.patch.object(doors, "WRITE_DOCUMENTS", doors.COMMIT):
        kept = {address: ask(address, reader) for address in addresses}
        with passing():
            mark_all_documents()
            return [address for address in kept if ask(address, Client()) != kept[address]]
