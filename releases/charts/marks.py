"""What tells one counter from another without colour: a shape and a dash, beside a colour class."""

from dataclasses import dataclass

from releases.charts import svg

SHAPES = (
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "m-4-4h8v8h-8z",
    "m0-6 5 9h-10z",
    "m0-6 5 6-5 6-5-6z",
    "m0 6 5-9h-10z",
    "m-2-5h4v3h3v4h-3v3h-4v-3h-3v-4h3z",
    "m-3-5h6l3 5-3 5h-6l-3-5z",
)
DASHES = (None, "8 3", "2 3", "10 3 2 3", "5 5", "1 4", "14 4")
NAMED = 4  # counters with a mark and a label of their own; the others share one mark
OTHERS = len(SHAPES) - 1
ARROW = "m0-7v-8m-3 3 3-3 3 3"


@dataclass(frozen=True, slots=True)
class Mark:
    """The look of the series at a place in the list; no two places look alike."""

    place: int

    def __post_init__(self) -> None:
        if self.place >= len(SHAPES):
            raise ValueError("a mark stands for one series only")

    @property
    def shape(self) -> str:
        return SHAPES[self.place]

    @property
    def css_class(self) -> str:
        return f"mark-{self.place + 1}"

    def draw_line(self, d: str) -> str:
        dash = DASHES[self.place]
        return svg.svg_path(
            d, fill="none", stroke="currentColor", stroke_width=2, stroke_dasharray=dash
        )

    def draw_filled(self, spots: list[tuple[int, int]]) -> str:
        return svg.svg_path(self._shapes_at(spots, self.shape))

    def draw_hollow(self, spots: list[tuple[int, int]]) -> str:
        return svg.svg_path(
            self._shapes_at(spots, self.shape),
            class_="hollow",
            fill="#fff",
            stroke="currentColor",
            stroke_width=2,
        )

    def draw_arrows(self, spots: list[tuple[int, int]]) -> str:
        return svg.svg_path(
            self._shapes_at(spots, ARROW), fill="none", stroke="currentColor", stroke_width=2
        )

    @staticmethod
    def _shapes_at(spots: list[tuple[int, int]], shape: str) -> str:
        return "".join(f"M{x} {y}{shape}" for x, y in spots)
