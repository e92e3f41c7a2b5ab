"""Inexact dates at random, every form of them."""

from datetime import date

from hypothesis import strategies as st

from publishing.dates import InexactDate

days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
points = st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda pair: pair[0][: pair[1]])
# A text that sorts first never starts after the other ends.
spans = st.tuples(points, points).map(sorted).map("/".join)
values = st.one_of(
    points,
    points.map("{}~".format),
    points.map("../{}".format),
    points.map("{}/..".format),
    spans,
    st.just("XXXX"),
)
inexact_dates = values.map(InexactDate)
