"""Ranges: a figure, a gap or a stretch of days whose ends may be open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from releases.enums import Agreement

RangeEnd = int | Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`; None is an open end, and a strict end is not included.

    "More than 1,100" is 1100 and None, strict below: it is compared as 1,101 or more, and nobody
    is made to have said 1,101. "About 1,000" is approximate, and is compared with nothing.
    """

    low: Any = None
    high: Any = None
    is_low_strict: bool = False
    is_high_strict: bool = False
    is_approximate: bool = False

    @classmethod
    def exactly(cls, number: RangeEnd) -> "Range":
        """The range that holds one number."""
        return cls(number, number)

    @property
    def is_unbounded(self) -> bool:
        """Whether nothing is known: neither end."""
        return self.low is None and self.high is None

    def at_least(self) -> "Range":
        """What a running total, or a finer place, says of the whole: its low end only."""
        return replace(self, high=None, is_high_strict=False)

    def meets(self, other: "Range") -> bool:
        """Whether one value lies in both."""
        return not (_is_beyond(self, other) or _is_beyond(other, self))

    def holds(self, other: "Range") -> bool:
        """Whether all of the other stretch of days lies in this one."""
        from_below = self.low is None or (other.low is not None and self.low <= other.low)
        return from_below and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    def __neg__(self) -> "Range":
        return Range(
            _negate_end(self.high),
            _negate_end(self.low),
            self.is_high_strict,
            self.is_low_strict,
            self.is_approximate,
        )

    def __add__(self, other: "Range") -> "Range":
        low, high = _add_ends(self.low, other.low), _add_ends(self.high, other.high)
        return Range(
            low,
            high,
            low is not None and (self.is_low_strict or other.is_low_strict),
            high is not None and (self.is_high_strict or other.is_high_strict),
            self.is_approximate or other.is_approximate,
        )

    def __sub__(self, other: "Range") -> "Range":
        return self + -other

    def times(self, sign: int) -> "Range":
        """The range itself, or its negative."""
        return self if sign > 0 else -self

    def agreement(self) -> Agreement:
        """What this range says as a gap: negative is short, positive is over (“Comparable”)."""
        nothing = Range.exactly(0)
        if _is_beyond(nothing, self):
            return Agreement.SHORT
        return Agreement.OVER if _is_beyond(self, nothing) else Agreement.AGREE


def span_of_ranges(ranges: Iterable[Range]) -> Range | None:
    """From the lowest to the highest stated end; open above only where an open one reaches there.

    "20" and "at least 18" span 18 to 20; "20" and "at least 30" span 20 and more.
    """
    known = [each for each in ranges if not each.is_unbounded]
    if not known:
        return None
    lows = [
        (each.high, each.is_high_strict) if each.low is None else (each.low, each.is_low_strict)
        for each in known
    ]
    highs = [(each.high, not each.is_high_strict) for each in known if each.high is not None]
    open_lows = [(each.low, True) for each in known if each.high is None]
    low, is_low_strict = min(lows)
    is_open_below = any(each.low is None and each.high <= low for each in known)
    is_approximate = any(each.is_approximate for each in known)
    below = (None, False) if is_open_below else (low, is_low_strict)
    if not highs or (open_lows and max(open_lows) > max(highs)):
        return Range(below[0], None, below[1], False, is_approximate)
    high, is_high_held = max(highs)
    return Range(below[0], high, below[1], not is_high_held, is_approximate)


def _is_beyond(first: Range, second: Range) -> bool:
    """Whether all of the first is certainly above all of the second."""
    if first.low is None or second.high is None:
        return False
    if first.is_low_strict or second.is_high_strict:
        return bool(first.low >= second.high)
    return bool(first.low > second.high)


def _add_ends(first: Any, second: Any) -> Any:
    return None if first is None or second is None else first + second


def _negate_end(number: Any) -> Any:
    return None if number is None else -number
