from typing import NamedTuple

#: Longer lists are cut by hand, so that one page holds each; the longest that came had 553 names.
MOST_LINES = 1_000
#: What a thousand names with remarks need, several times over.
MOST_CHARACTERS = 300_000
#: As long as a name may be in our records.
LONGEST_NAME = 200
LONGEST_PART = 100


class ParsedLine(NamedTuple):
    """What stands in one line of a list, and what it was read as.

    `raw` is exactly what stands there, its line break included: the lines of a text joined are
    that text. `place` counts the lines of the text from 1; a line with several names certainly
    apart gives several of these, of one place. `birth` is EDTF, "" where none is given; `given`
    and `family` are filled only where the line tells them apart. `is_name`: it reads as the name
    of one person; otherwise somebody decides, and `name` is the line as it stands. What `is_empty`
    or `is_heading` certainly names nobody.
    """

    place: int
    raw: str
    name: str = ""
    given: str = ""
    family: str = ""
    birth: str = ""
    remark: str = ""
    is_name: bool = False
    is_empty: bool = False
    is_heading: bool = False
