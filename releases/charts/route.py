"""V5: where the people of one wave were taken, and where they went on, leg by leg."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.charts import branches, sankey
from releases.charts.flows import ending, in_order, remainders
from releases.charts.values import Chart, Flow, Route, Row
from releases.charts.words import amount


def route(flows: Route, language: str, name: str = "route") -> Chart:
    """The picture in one language; `name` begins every id in it and is unique on its page.

    Needs at least one flow: a wave without any shows its empty state instead.
    """
    if not flows.flows:
        raise ValueError("nothing to draw")
    ordered = Route(in_order(flows.flows), flows.is_recorded, flows.total)
    with override(language):
        said = {
            "title": _("The way after release, leg by leg"),
            "description": _description(ordered, language),
            "basis": basis(ordered),
        }
        return Chart(
            title=said["title"],
            description=said["description"],
            wide=sankey.draw(ordered, language, f"{name}-wide", **said),
            narrow=branches.draw(ordered, language, f"{name}-narrow", **said),
            columns=(_("Leg"), _("From"), _("To"), _("People")),
            rows=tuple(_row(flow, language) for flow in ordered.flows),
            notes=tuple(_notes(ordered, language)),
        )


def basis(drawn: Route) -> str:
    """What the picture counts. It stands inside the picture, so that no copy loses it."""
    if drawn.is_recorded:
        return _("Drawn from recorded journeys: each person counted here is in the record.")
    return _("Drawn from claims: what sources say, not persons counted in the record.")


def _description(drawn: Route, language: str) -> str:
    legs = "; ".join(
        _("from %(origin)s – %(end)s: %(people)s")
        % {
            "origin": flow.origin.name,
            "end": ending(flow),
            "people": amount(flow.amount, language),
        }
        for flow in drawn.flows
    )
    return f"{basis(drawn)} {legs}."


def _row(flow: Flow, language: str) -> Row:
    cells = (str(flow.leg), flow.origin.name, ending(flow), amount(flow.amount, language))
    return Row(flow.key, cells)


def _notes(drawn: Route, language: str) -> list[str]:
    notes = []
    if any(not flow.amount.is_exact for flow in drawn.flows):
        notes.append(
            _("A hatched edge: sources differ; solid up to the lowest number, hatched beyond it.")
        )
    notes += [
        _("%(place)s: no onward move is known for %(people)s.")
        % {"place": place.name, "people": amount(left, language)}
        for place, left in remainders(drawn.flows)
    ]
    return notes
