"""The figures of the intake, in a small world; `make bench` has the large one."""

from tests.factories import SideFactory, SourceFactory
from tests.releases.intake.measuring import a_list, measured
from tracker.synthetic.world import synthesise_world


def test_the_first_suggestion_is_right_and_nobody_is_matched_wrongly(db, request, record_property):
    synthesise_world(400, seed=1, is_bare=True)  # in a database that holds no record yet
    by = request.getfixturevalue("caseworker")
    figures = measured(a_list(1), by=by, side=SideFactory(), source=SourceFactory())
    record_property("intake", str(figures))
    assert figures.wrong_matches == 0, figures.misses
    assert figures.right >= 0.95 * figures.lines, figures.misses
