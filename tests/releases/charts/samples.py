"""Numbers to draw: the wave of 13 December 2025, and counters that disagree."""

from datetime import date

from hypothesis import strategies as st

from releases.charts import Amount, Flow, Place, Point, Route, Series, Wave
from releases.charts.values import FlowKind

BELARUS = Place("by", "Belarus")
UKRAINE = Place("ua", "Ukraine")
LITHUANIA = Place("lt", "Lithuania")
WARSAW = Place("pl-warsaw", "Warsaw")
VILNIUS = Place("lt-vilnius", "Vilnius")
BERLIN = Place("de-berlin", "Berlin")

DECEMBER = Route(
    flows=(
        Flow(1, BELARUS, Amount(114, 115), UKRAINE),
        Flow(1, BELARUS, Amount(8, 9), LITHUANIA),
        Flow(2, UKRAINE, Amount.exactly(89), WARSAW),
        Flow(2, UKRAINE, Amount.exactly(20), VILNIUS),
        Flow(2, UKRAINE, Amount.exactly(5), kind=FlowKind.STAYED),
        Flow(2, UKRAINE, Amount(0, 1), kind=FlowKind.UNEXPLAINED),
        Flow(3, WARSAW, Amount.exactly(2), BERLIN),
    ),
    is_recorded=False,
    total=Amount.exactly(123),
)

HELD = (
    Series(
        "viasna",
        "Viasna",
        (
            Point(date(2020, 8, 9), Amount.exactly(25)),
            Point(date(2022, 11, 30), Amount.exactly(1443)),
            Point(date(2026, 1, 16), Amount.exactly(1104), is_hollow=True),
        ),
    ),
    Series("dissidentby", "Dissidentby", (Point(date(2026, 1, 16), Amount.exactly(1167), True),)),
    Series(
        "hrw",
        "Human Rights Watch",
        (Point(date(2025, 12, 15), Amount(1101, None), True, "more than 1,100"),),
    ),
)

RELEASED = (
    Wave("september", "11 September 2025", date(2025, 9, 11), Amount(51, 52)),
    Wave("december", "13 December 2025", date(2025, 12, 13), Amount.exactly(123)),
    Wave("november", "22 November 2025", date(2025, 11, 22), Amount.exactly(31)),
)

days = st.dates(date(2015, 1, 1), date(2027, 12, 31))
words = st.text("абвгдеўі Wmil", min_size=1, max_size=60).filter(str.strip)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low = draw(st.integers(0, 5000))
    return draw(st.sampled_from([Amount.exactly(low), Amount(low, low + 40), Amount(low, None)]))


points = st.builds(Point, days, amounts(), st.booleans())
series = st.builds(
    Series,
    st.from_regex(r"[a-z]{3}", fullmatch=True),
    words,
    st.lists(points, min_size=1, max_size=8).map(tuple),
)
waves = st.builds(Wave, st.from_regex(r"[a-z]{3}", fullmatch=True), words, days, amounts())


@st.composite
def routes(draw: st.DrawFn) -> Route:
    """From one place to several, from each of those to others or to none."""
    count = draw(st.integers(1, 4))
    first = [Place(f"a{index}", draw(words)) for index in range(count)]
    flows = [Flow(1, BELARUS, draw(amounts()), place) for place in first]
    for place in first:
        for index in range(draw(st.integers(0, 3))):
            flows.append(Flow(2, place, draw(amounts()), Place(f"b{index}", draw(words))))
        if draw(st.booleans()):
            flows.append(Flow(2, place, draw(amounts()), kind=FlowKind.STAYED))
    return Route(tuple(flows), draw(st.booleans()))
