"""Two records that are one person, and two that are not (docs/adr/0014-merging.md).

`policy` says what a merge does, in pure functions. `held_rows` finds the rows of a person, and
`journal` moves rows and remembers each move. `actions` merge and undo. `decisions` remember that
two people are two. `proposed_merges` finds the merges that wait.
"""
