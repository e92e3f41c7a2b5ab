"""Likely duplicates and merging, for staff."""

from people.duplicates.admin.likely_duplicates import LikelyDuplicateAdmin

__all__ = ["LikelyDuplicateAdmin"]
