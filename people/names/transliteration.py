"""Cyrillic names in Latin letters, by the schemes of the tables and of two libraries."""

import re
from collections.abc import Callable, Mapping

import iuliia
from latynkatar import CyrLatConverter, LatCyrConverter

from people.names.tables import load_table

_SCHEMES: dict[str, Mapping[str, str]] = load_table("transliteration")
_VOWELS = frozenset("аеёіоуыэюяийўьъ'")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´", "'"))


def to_lacinka(text: str) -> str:
    """Today's łacinka, by its own library; softness shown only where a letter shows it."""
    return str(CyrLatConverter(text).convert())


def to_classic_lacinka(text: str) -> str:
    """The older łacinka, with sz, cz, ż and w."""
    return str(CyrLatConverter(text).convert(old_rules=True))


def from_lacinka(text: str) -> str:
    """Belarusian Cyrillic from either łacinka."""
    return str(LatCyrConverter(text).convert())


def make_romaniser(scheme: str) -> Callable[[str], str]:
    """The scheme of that name in data/transliteration.yaml."""
    letters = _SCHEMES[scheme]
    parts = re.compile(
        "|".join(sorted(map(re.escape, letters), key=len, reverse=True)) + "|.", re.S
    )

    def romanise_text(text: str) -> str:
        before, written = " ", []
        for part in parts.findall(text.lower().translate(_APOSTROPHES)):
            ways = letters.get(part, part).split(" ") if part != " " else [" "]
            is_open = not before.isalpha() or before in _VOWELS
            written.append(ways[0 if is_open else -1])
            before = part[-1]
        return _capitalize_words("".join(written))

    return romanise_text


def _capitalize_words(text: str) -> str:
    return re.sub(r"(?:^|(?<=[\s-]))\w", lambda first: first[0].upper(), text)


#: Belarusian text to Latin letters, by the code of the scheme.
FROM_BELARUSIAN: dict[str, Callable[[str], str]] = {
    "lacinka_modern": to_lacinka,
    "lacinka_classic": to_classic_lacinka,
    **{code: make_romaniser(code) for code in _SCHEMES if code.startswith("be_")},
}
#: Russian text to Latin letters.
FROM_RUSSIAN: dict[str, Callable[[str], str]] = {
    "ru_bgn_pcgn": iuliia.BGN_PCGN.translate,
    "ru_icao9303": iuliia.ICAO_DOC_9303.translate,
    "ru_wikipedia": iuliia.WIKIPEDIA.translate,
}
to_german: Callable[[str], str] = make_romaniser("de_press")
to_french: Callable[[str], str] = iuliia.MVD_310_FR.translate
to_english: Callable[[str], str] = iuliia.WIKIPEDIA.translate
