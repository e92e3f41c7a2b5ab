"""Everything that the public can read, as files, so that two versions can be compared.

    python -m tests.harness.snapshot write FOLDER
    python -m tests.harness.snapshot compare BEFORE AFTER

`write` follows every link of the site and of the API over the database of DATABASE_URL. Ids and
days of publication are that database's own, so both versions read one database: the older version
loads it, the newer migrates it, as an upgrade does.

    python -m tracker.postgres --folder /tmp/snapshot run -- sh -c 'python manage.py migrate &&
        python manage.py load_reference && python -m tests.harness.snapshot write /tmp/before'

The moment of an answer, cursors, numbers of requests and hashes of static files are made equal.
A version that is older than this file reads a copy of it.
"""

import difflib
import os
import re
import sys
from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import orjson

SITE = "http://127.0.0.1"
API = "/api/v1/"
START = ("/", "/robots.txt", "/.well-known/security.txt", "/sitemap.xml", API)
WITHOUT_OBJECTS = (f"{API}changes/", f"{API}figures/")
NOT_FOLLOWED = ("/admin/", "/static/", f"{API}docs/", f"{API}match/")
LINK = re.compile(r"""(?:href|src)="([^"]+)"|<loc>([^<]+)</loc>""")
MADE_EQUAL = (
    (re.compile(rb"urn:uuid:[0-9a-f-]{36}"), b"urn:uuid:NUMBER"),
    (re.compile(rb"(cursor|since)=[\w-]{16,}"), rb"\1=PLACE"),
    (re.compile(rb'"cursor": ?"[\w-]+"'), b'"cursor":"PLACE"'),
    (re.compile(rb"(/static/[\w./-]+?)\.[0-9a-f]{8,16}(\.\w+)"), rb"\1\2"),
    (re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)"), b"MOMENT"),
    (re.compile(rb"\d{8}T\d{6}Z"), b"MOMENT"),
)
LINES_OF_A_DIFFERENCE = 12


class Answer(NamedTuple):
    address: str
    status: int
    kind: str
    body: bytes


def write_snapshot(folder: Path) -> None:
    """A file for each answer, and `index` with the status and the type of each address."""
    folder.mkdir(parents=True)
    names: Counter[str] = Counter()
    index = []
    for answer in crawl_site():
        address = make_equal(answer.address.encode()).decode()
        names[address] += 1  # pages of a list differ in their cursors alone
        name = quote(f"{address} {names[address]}", safe=" ?=&")
        (folder / name).write_bytes(make_equal(answer.body))
        index.append(f"{name}\t{answer.status}\t{answer.kind}\n")
    (folder / "index").write_text("".join(sorted(index)))


def crawl_site() -> Iterator[Answer]:
    from publishing.languages import LANGUAGES  # needs the settings

    waiting = deque((*START, *(f"/{language}/" for language in LANGUAGES)))
    seen = {*waiting}
    while waiting:
        answer = ask_page(waiting.popleft())
        yield answer
        for address in find_addresses(answer) if answer.status == 200 else ():
            if address not in seen:
                seen.add(address)
                waiting.append(address)


def ask_page(address: str) -> Answer:
    from django.test import Client

    response = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1").get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(address, response.status_code, response.headers.get("Content-Type", ""), body)


def find_addresses(answer: Answer) -> Iterator[str]:
    """The addresses of ours that the answer leads to, without what only other methods read."""
    is_json = answer.kind.startswith("application/json")
    links = find_api_links(answer) if is_json else find_html_links(answer)
    for link in links:
        parts = urlsplit(urljoin(SITE + answer.address, link))
        if parts.hostname == "127.0.0.1" and not parts.path.startswith(NOT_FOLLOWED):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def find_html_links(answer: Answer) -> Iterator[str]:
    if "html" in answer.kind or "xml" in answer.kind or "svg" in answer.kind:
        for groups in LINK.findall(answer.body.decode()):
            yield unescape("".join(groups))


def find_api_links(answer: Answer) -> Iterator[str]:
    """What the API's root names; of a list, its exports, its next page and its objects."""
    content = orjson.loads(answer.body)
    path = urlsplit(answer.address).path
    if path == API:
        yield from (link for link in content.values() if str(link).startswith(API))
    if path == f"{API}waves/":
        yield from (f"{path}{row['id']}/ledger/" for row in content["results"])
    if "results" in content:
        yield from (f"{path}?format=csv", f"{path}?format=jsonl")
        yield from filter(None, [content.get("next")])
    if "results" in content and path not in WITHOUT_OBJECTS:
        yield from (f"{path}{row['id']}/" for row in content["results"])


def make_equal(body: bytes) -> bytes:
    for pattern, word in MADE_EQUAL:
        body = pattern.sub(word, body)
    return body.replace(datetime.now(UTC).date().isoformat().encode(), b"TODAY")


def find_differences(before: Path, after: Path) -> Iterator[str]:
    """A paragraph for each answer that is not the same."""
    names = [{path.name for path in folder.iterdir()} for folder in (before, after)]
    yield from (f"only before: {name}" for name in sorted(names[0] - names[1]))
    yield from (f"only after: {name}" for name in sorted(names[1] - names[0]))
    for name in sorted(names[0] & names[1]):
        old, new = ((folder / name).read_bytes() for folder in (before, after))
        if old != new:
            lines = (split_lines(old), split_lines(new))
            shown = islice(difflib.unified_diff(*lines, lineterm="", n=0), 2, None)
            yield "\n".join([name, *islice(shown, LINES_OF_A_DIFFERENCE)])


def split_lines(body: bytes) -> list[str]:
    """The lines of an answer; JSON, which is one line, is split at its commas."""
    return re.split(r"\n|(?<=,)(?=[\"{])", body.decode(errors="replace"))


def main(words: list[str]) -> int:
    match words:
        case ["write", folder]:
            import django

            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
            django.setup()
            write_snapshot(Path(folder))
        case ["compare", before, after]:
            differences = [*find_differences(Path(before), Path(after))]
            sys.stdout.writelines(f"{difference}\n\n" for difference in differences)
            return bool(differences)
        case _:
            sys.exit(__doc__)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
