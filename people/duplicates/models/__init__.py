"""The models of likely duplicates, and of what was decided about them."""

from people.duplicates.models.likely_duplicate import LikelyDuplicate, Uncompared
from people.duplicates.models.merge import Merge, Move, NotTheSame

__all__ = ["LikelyDuplicate", "Merge", "Move", "NotTheSame", "Uncompared"]
