"""A17: a record in one state gives one answer on every surface."""

from tests.harness.connections import ask_public
from tests.harness.worlds import TABLE


def test_x(world):
    for view in TABLE["views"]:
        rows = str(ask_public(f"SELECT to_jsonb(v)::text FROM published.{view} v"))
        print(view, len(rows), [o.word for o in world.planted if o.word in rows])
