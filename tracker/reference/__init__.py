"""The reference data: files under `reference/` that people read and correct, and their loader.

`files` reads the YAML. `arranging` brings every row to the entry that it is a part of. `rows` makes
rows of our models and validates all of them. `comparing` compares them with the database, and
`loading` inserts what is absent through the ordinary actions.
"""

from tracker.reference.files import FOLDER, BadReferenceError
from tracker.reference.loading import Outcome, load_reference

__all__ = ["FOLDER", "BadReferenceError", "Outcome", "load_reference"]
