"""What the dates of two people say: births, deaths and custodies."""

from collections.abc import Iterator
from datetime import date, timedelta

from people.names.description import Description, Span
from people.names.reasons import ReasonCode

#: By how much a reason moves a score, and whether it contradicts.
WEIGHTS: dict[ReasonCode, tuple[float, bool]] = {
    ReasonCode.BIRTH_DAY_AGREES: (0.05, False),
    ReasonCode.BIRTH_YEAR_AGREES: (0.03, False),
    ReasonCode.BIRTH_CLOSE: (-0.05, False),
    ReasonCode.BIRTH_DIFFERS: (-0.3, True),
    ReasonCode.CUSTODY_AGREES: (0.02, False),
    ReasonCode.CUSTODY_DIFFERS: (-0.04, False),
    ReasonCode.DEATH_AGREES: (0.02, False),
    ReasonCode.DEATH_DIFFERS: (-0.3, True),
}
_YEAR = timedelta(days=366)


def compare_circumstances(
    asked: Description, known: Description
) -> Iterator[tuple[ReasonCode, str, str]]:
    """The reasons that dates give, each with the two values in ISO form."""
    if asked.born and known.born and (code := _compare_births(asked.born, known.born)):
        yield code, _as_edtf(asked.born), _as_edtf(known.born)
    if code := _compare_deaths(asked, known):
        yield code, _as_edtf(asked.died), _as_edtf(known.died)
    if asked.held and known.held:
        yield (
            _compare_custodies(asked.held, known.held),
            _all_as_edtf(asked.held),
            _all_as_edtf(known.held),
        )


def _compare_births(asked: Span, known: Span) -> ReasonCode | None:
    if asked == known and asked[0] is not None and asked[0] == asked[1]:
        return ReasonCode.BIRTH_DAY_AGREES
    if _spans_overlap(asked, known):
        return ReasonCode.BIRTH_YEAR_AGREES if _is_narrow(asked) and _is_narrow(known) else None
    return (
        ReasonCode.BIRTH_CLOSE if _gap_between(asked, known) <= _YEAR else ReasonCode.BIRTH_DIFFERS
    )


def _compare_deaths(asked: Description, known: Description) -> ReasonCode | None:
    """A person dies once, and is not taken into custody afterwards."""
    if asked.died and known.died:
        agrees = _spans_overlap(asked.died, known.died)
        return ReasonCode.DEATH_AGREES if agrees else ReasonCode.DEATH_DIFFERS
    died, held = (asked.died, known.held) if asked.died else (known.died, asked.held)
    latest = died[1] if died else None
    begins = [span[0] for span in held if span[0]]
    return ReasonCode.DEATH_DIFFERS if latest and begins and max(begins) > latest else None


def _compare_custodies(asked: tuple[Span, ...], known: tuple[Span, ...]) -> ReasonCode:
    if any(_spans_overlap(ours, theirs) for ours in asked for theirs in known):
        return ReasonCode.CUSTODY_AGREES
    return ReasonCode.CUSTODY_DIFFERS


def _spans_overlap(one: Span, other: Span) -> bool:
    return (
        _closed_span(one)[0] <= _closed_span(other)[1]
        and _closed_span(other)[0] <= _closed_span(one)[1]
    )


def _closed_span(span: Span) -> tuple[date, date]:
    return span[0] or date.min, span[1] or date.max


def _is_narrow(span: Span) -> bool:
    """Whether a span is a year or so; an age gives two."""
    first, last = _closed_span(span)
    return last - first <= 2 * _YEAR


def _gap_between(one: Span, other: Span) -> timedelta:
    (a, b), (c, d) = _closed_span(one), _closed_span(other)
    return max(c - b, a - d)


def _as_edtf(span: Span | None) -> str:
    """A day, or an interval of EDTF; an open end is two dots."""
    if span is None:
        return ""
    first, last = (day.isoformat() if day else ".." for day in span)
    return first if first == last else f"{first}/{last}"


def _all_as_edtf(spans: tuple[Span, ...]) -> str:
    return ", ".join(map(_as_edtf, spans))
