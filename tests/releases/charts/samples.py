"""Numbers to draw: the wave of 13 December 2025, and counters that disagree."""

from datetime import date, timedelta

from hypothesis import strategies as st

from publishing.dates import InexactDate
from releases.charts import Amount, ChartPoint, ChartSeries, ChartWave, Route, RouteFlow, RoutePlace
from releases.charts.values import FlowKind

BELARUS = RoutePlace("by", "Belarus")
UKRAINE = RoutePlace("ua", "Ukraine")
LITHUANIA = RoutePlace("lt", "Lithuania")
WARSAW = RoutePlace("pl-warsaw", "Warsaw")
VILNIUS = RoutePlace("lt-vilnius", "Vilnius")
BERLIN = RoutePlace("de-berlin", "Berlin")

DECEMBER = Route(
    flows=(
        RouteFlow(1, BELARUS, Amount(114, 115), UKRAINE),
        RouteFlow(1, BELARUS, Amount(8, 9), LITHUANIA),
        RouteFlow(2, UKRAINE, Amount.exactly(89), WARSAW),
        RouteFlow(2, UKRAINE, Amount.exactly(20), VILNIUS),
        RouteFlow(2, UKRAINE, Amount.exactly(5), kind=FlowKind.STAYED),
        RouteFlow(2, UKRAINE, Amount(0, 1), kind=FlowKind.UNEXPLAINED),
        RouteFlow(3, WARSAW, Amount.exactly(2), BERLIN),
    ),
    totals={"by": Amount.exactly(123)},
)

HELD = (
    ChartSeries(
        "viasna",
        "Viasna",
        (
            ChartPoint(InexactDate("2020-08-09"), Amount.exactly(25)),
            ChartPoint(InexactDate("2022-11-30"), Amount.exactly(1443)),
            ChartPoint(InexactDate("2026-01-16"), Amount.exactly(1104), is_hollow=True),
        ),
    ),
    ChartSeries(
        "dissidentby",
        "Dissidentby",
        (ChartPoint(InexactDate("2026-01-16"), Amount.exactly(1167), True),),
    ),
    ChartSeries(
        "hrw",
        "Human Rights Watch",
        (ChartPoint(InexactDate("2025-12-15"), Amount(1100, None, is_strict=True), True),),
    ),
)

RELEASED = (
    ChartWave("september", "11 September 2025", InexactDate("2025-09-11"), Amount(51, 52)),
    ChartWave("december", "13 December 2025", InexactDate("2025-12-13"), Amount.exactly(123)),
    ChartWave("november", "22 November 2025", InexactDate("2025-11-22"), Amount.exactly(31)),
)

#: A day, a month, a stretch of days, and what is open at one end.
days = st.builds(
    lambda written, first, more: InexactDate(written.format(first, first + more)),
    st.sampled_from(["{0}", "{0:%Y-%m}", "{0}/{1}", "{0}/..", "../{0}"]),
    st.dates(date(2015, 1, 1), date(2027, 12, 31)),
    st.timedeltas(timedelta(days=1), timedelta(days=400)).map(lambda more: timedelta(more.days)),
)
words = st.text("абвгдеўі Wmil", min_size=1, max_size=60).filter(str.strip)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low = draw(st.integers(0, 5000))
    return draw(st.sampled_from([Amount.exactly(low), Amount(low, low + 40), Amount(low, None)]))


points = st.builds(ChartPoint, days, amounts(), st.booleans())
series = st.builds(
    ChartSeries,
    st.from_regex(r"[a-z]{3}", fullmatch=True),
    words,
    st.lists(points, min_size=1, max_size=8).map(tuple),
)
waves = st.builds(ChartWave, st.from_regex(r"[a-z]{3}", fullmatch=True), words, days, amounts())


@st.composite
def routes(draw: st.DrawFn) -> Route:
    """From one place to several, from each of those to others or to none."""
    count = draw(st.integers(1, 4))
    first = [RoutePlace(f"a{index}", draw(words)) for index in range(count)]
    flows = [RouteFlow(1, BELARUS, draw(amounts()), place) for place in first]
    for place in first:
        for index in range(draw(st.integers(0, 3))):
            flows.append(RouteFlow(2, place, draw(amounts()), RoutePlace(f"b{index}", draw(words))))
        if draw(st.booleans()):
            flows.append(RouteFlow(2, place, draw(amounts()), kind=FlowKind.STAYED))
    return Route(tuple(flows))
