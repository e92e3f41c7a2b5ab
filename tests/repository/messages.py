"""Every text that code and templates hand to gettext, read without running any of it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from django.template import Node, Template, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import trim_whitespace

from tracker.catalogues import read_catalogue

ROOT = Path(__file__).parents[2]
ROOMS = ("publishing", "sources", "people", "support", "releases", "tracker")
LANGUAGES = ("be", "ru")
#: An entry from here replaces what Django itself says, in another orthography or wrongly.
DJANGO = "django/"
ONE, MANY, IN_CONTEXT = None, (1, 2), ((1, "c"), 2)
KEYWORDS = {
    "_": ONE,
    "gettext": ONE,
    "gettext_lazy": ONE,
    "ngettext": MANY,
    "ngettext_lazy": MANY,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
}
#: A context or none, and the English text, or its two numbers.
Message = tuple[str | None, str | tuple[str, str]]


@cache
def messages() -> frozenset[Message]:
    return frozenset([*_of_code(), *_of_templates()])


def _of_code() -> Iterator[Message]:
    for room in ROOMS:
        for module in sorted((ROOT / room).rglob("*.py")):
            found = extract_from_file("python", str(module), keywords=KEYWORDS)
            yield from ((context, text) for _line, text, _comments, context in found)


def _of_templates() -> Iterator[Message]:
    for file in sorted((ROOT / "templates").rglob("*.html")):
        yield from of_template(engines["django"].from_string(file.read_text()).template)


def of_template(template: Template) -> Iterator[Message]:
    for node in template.nodelist.get_nodes_by_type(TranslateNode):
        yield _context(node), str(node.filter_expression.var.literal)
    for node in template.nodelist.get_nodes_by_type(BlockTranslateNode):
        texts = [_block(node, tokens) for tokens in (node.singular, node.plural) if tokens]
        yield _context(node), texts[0] if len(texts) == 1 else (texts[0], texts[1])


def _context(node: Node) -> str | None:
    return node.message_context.resolve({}) if node.message_context else None


def _block(node: BlockTranslateNode, tokens: list) -> str:
    text, _variables = node.render_token_list(tokens)
    return trim_whitespace(text) if node.trimmed else text


catalogue = cache(read_catalogue)


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def of_django(language: str) -> dict[Message, set[str | tuple[str, ...]]]:
    """What Django's own catalogues say, each in its way, by context and English text."""
    said: dict[Message, set[str | tuple[str, ...]]] = defaultdict(set)
    root = Path(django.__file__).parent
    for path in root.rglob(f"locale/{language}/LC_MESSAGES/django.po"):
        for message in _read(path, language):
            said[message.context, message.id].add(message.string)
    return dict(said)
