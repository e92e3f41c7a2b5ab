"""Two records that are one person, and two that are not (docs/adr/0014-merging.md).

`policy` says what a merge does, in pure functions; `moving` finds and moves the rows; `actions`
merge and undo; `decisions` remember that two people are two; `proposed` finds the merges that wait.
"""
