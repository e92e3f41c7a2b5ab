"""Whether words are a name: the look of it alone, in any script that has capital letters."""

import re
import unicodedata

from releases.intake.parser.line import LONGEST_NAME, LONGEST_PART

MOST_WORDS = 5
#: Written small within a name.
PARTICLES = frozenset(
    "de da di du van von der den zu el al bin ibn ogly oglu оглы кызы улы ага".split()
)
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘-][^\W\d_]+)*['’ʼ]?")
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
#: A word of a heading over a list is not a name, however it is written.
HEADING = re.compile(
    r"\b(?:list|lists|released|freed|pardoned|names?|political prisoners?|prisoners|total|updated"
    r"|спіс\w*|вызвален\w*|вызваліл\w*|памілаван\w*|палітвязн\w*|палітзняволен\w*|вязн\w*|усяго|імёны"
    r"|список|списки|списка|освобожд\w*|освободи\w*|помилован\w*|политзаключ\w*|политзэк\w*"
    r"|заключ[её]нн\w*|всего|имена|фамили\w*|прозвішч\w*|фио)\b",
    re.IGNORECASE,
)


def words_of(text: str) -> list[str]:
    """The words; `А.В.` and `А. В.` are initials either way."""
    return unicodedata.normalize("NFC", text).split()


def is_initials(word: str) -> bool:
    return bool(INITIALS.fullmatch(word))


def is_name(text: str) -> bool:
    """Written as the name of one person is, and no word of it says what a list is about."""
    return looks_like_a_name(text) and not HEADING.search(text)


def looks_like_a_name(text: str) -> bool:
    """Two to five words, each as names are written, one of them more than an initial."""
    words = words_of(text)
    return (
        2 <= len(words) <= MOST_WORDS
        and len(text) <= LONGEST_NAME
        and all(is_word(word) for word in words)
        and any(not is_initials(word) for word in words)
    )


def is_word(word: str) -> bool:
    if is_initials(word):
        return word[0].isupper()
    return bool(WORD.fullmatch(word)) and (not word[0].islower() or word in PARTICLES)


def is_family_then_given(family: str, given: str) -> bool:
    """Whether `family, given` are the two parts of one name; a family name may be of two words."""
    first, second = words_of(family), words_of(given)
    return (
        1 <= len(first) <= 2
        and 1 <= len(second) <= 3
        and max(len(family), len(given)) <= LONGEST_PART
        and all(is_word(word) for word in first + second)
        and not is_initials(first[0])
        and (len(first) == 1 or len(second) == 1)
        and not HEADING.search(f"{family} {given}")
    )


def is_heading(text: str, first: str) -> bool:
    """Whether a line certainly names nobody: what could be a name after all is no heading.

    `first` is what stands before its first comma, bracket, dash or number.
    """
    if not any(letter.isalpha() for letter in text):
        return True
    if looks_like_a_name(first.rstrip(" :")) or ":" in text.rstrip(" :"):
        return False
    return text.rstrip().endswith(":") or bool(HEADING.search(first))
