"""The reference data: files under `reference/` that people read and correct, and their loader.

`files` reads the YAML, `arranging` brings every row to the entry it is a part of, `rows` makes
rows of ours out of it and validates all of them, `comparing` tells them from what the database
holds, and `loading` inserts what is absent through the ordinary actions.
"""

from tracker.reference.files import FOLDER, BadReferenceError
from tracker.reference.loading import Outcome, load_reference

__all__ = ["FOLDER", "BadReferenceError", "Outcome", "load_reference"]
