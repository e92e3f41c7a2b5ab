"""V5: where the people of one wave were taken, and where they went on, leg by leg."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.charts import branches, sankey
from releases.charts.flows import describe_end, find_remainders, sort_flows
from releases.charts.number_words import format_amount
from releases.charts.values import Amount, Chart, ChartRow, Route, RouteFlow

#: For a program: `from` and `to` are codes of places, `kind` says how a flow without `to` ends.
FIELDS = ("leg", "from", "to", "kind", "low", "high", "strict", "approximate")


def chart_route(flows: Route, language: str, name: str = "route") -> Chart:
    """The picture in one language; `name` begins every id in it and is unique on its page.

    Needs at least one flow: a wave whose whole way is not told is worded instead.
    """
    if not flows.flows:
        raise ValueError("nothing to draw")
    ordered = Route(sort_flows(flows.flows), flows.totals)
    with override(language):
        said = {
            "title": _("Where people went"),
            "description": _describe_chart(ordered, language),
            "basis": describe_basis(),
        }
        return Chart(
            title=said["title"],
            description=said["description"],
            wide=sankey.draw_sankey(ordered, language, f"{name}-wide", **said),
            narrow=branches.draw_branches(ordered, language, f"{name}-narrow", **said),
            columns=(_("Leg"), _("From"), _("To"), _("People")),
            fields=FIELDS,
            rows=tuple(_build_row(flow, language) for flow in ordered.flows),
            notes=tuple(_write_notes(ordered, language)),
        )


def describe_basis() -> str:
    """What the picture counts. It stands inside the picture, so that no copy loses it."""
    return _("Drawn from claims: what sources say, not persons counted in the record.")


def _describe_chart(drawn: Route, language: str) -> str:
    legs = "; ".join(
        _("from %(origin)s – %(end)s: %(people)s")
        % {
            "origin": flow.origin.name,
            "end": describe_end(flow),
            "people": format_amount(flow.amount, language),
        }
        for flow in drawn.flows
    )
    return f"{describe_basis()} {legs}."


def _build_row(flow: RouteFlow, language: str) -> ChartRow:
    cells = (
        str(flow.leg),
        flow.origin.name,
        describe_end(flow),
        format_amount(flow.amount, language),
    )
    end = flow.destination.code if flow.destination else None
    where = (flow.leg, flow.origin.code, end, flow.kind.value)
    return ChartRow(flow.key, cells, (*where, *flow.amount.for_programs))


def _write_notes(drawn: Route, language: str) -> list[str]:
    notes = []
    if any(not flow.amount.is_exact for flow in drawn.flows):
        notes.append(
            _("A hatched edge: sources differ; solid up to the lowest number, hatched beyond it.")
        )
    notes += [
        _("%(place)s: of %(people)s the record has no further move.")
        % {"place": place.name, "people": format_amount(_at_most(left), language)}
        for place, left in find_remainders(drawn.flows)
    ]
    return notes


def _at_most(left: Amount) -> Amount:
    """ "0–1" of them are at most one."""
    return left if left.low or left.high is None else Amount(None, left.high)
