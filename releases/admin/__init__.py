"""The staff door to what happened."""

from releases.admin import claims, context, duplicates, waves

__all__ = ["claims", "context", "duplicates", "waves"]
