"""Ranges: a figure, a gap or a stretch of days whose ends may be open."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from releases.enums import Agreement

RangeEnd = int | Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included; None is an open end ("more than 1,100": 1101, None)."""

    low: Any = None
    high: Any = None

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
        return Range(self.low, None)

    def meets(self, other: "Range") -> bool:
        """Whether one value lies in both."""
        return not (_is_above(self.low, other.high) or _is_above(other.low, self.high))

    def holds(self, other: "Range") -> bool:
        """Whether all of the other lies in this one."""
        from_below = self.low is None or (other.low is not None and self.low <= other.low)
        return from_below and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    def __neg__(self) -> "Range":
        return Range(_negate_end(self.high), _negate_end(self.low))

    def __add__(self, other: "Range") -> "Range":
        return Range(_add_ends(self.low, other.low), _add_ends(self.high, other.high))

    def __sub__(self, other: "Range") -> "Range":
        return self + -other

    def times(self, sign: int) -> "Range":
        """The range itself, or its negative."""
        return self if sign > 0 else -self

    def agreement(self) -> Agreement:
        """What this range says as a gap: negative is short, positive is over (“Comparable”)."""
        if _is_above(0, self.high):
            return Agreement.SHORT
        return Agreement.OVER if _is_above(self.low, 0) else Agreement.AGREE


def span_of_ranges(ranges: Iterable[Range]) -> Range | None:
    """From the lowest to the highest stated end; open above only where an open one reaches there.

    "20" and "at least 18" span 18 to 20; "20" and "at least 30" span 20 and more.
    """
    known = [each for each in ranges if not each.is_unbounded]
    if not known:
        return None
    lows = [each.high if each.low is None else each.low for each in known]
    highs = [each.high for each in known if each.high is not None]
    open_lows = [each.low for each in known if each.high is None]
    is_open = not highs or (open_lows and max(open_lows) > max(highs))
    is_open_below = any(each.low is None and each.high <= min(lows) for each in known)
    return Range(None if is_open_below else min(lows), None if is_open else max(highs))


def _is_above(low: Any, high: Any) -> bool:
    return low is not None and high is not None and low > high


def _add_ends(first: Any, second: Any) -> Any:
    return None if first is None or second is None else first + second


def _negate_end(number: Any) -> Any:
    return None if number is None else -number
