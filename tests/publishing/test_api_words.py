import re

from publishing.api.filter_schema import SPACE


def test_the_document_parts_words_where_a_search_does():
    plane = map(chr, range(0x10000))  # no space stands beyond it
    assert [sign for sign in plane if sign.isspace() != bool(re.fullmatch(SPACE, sign))] == []
