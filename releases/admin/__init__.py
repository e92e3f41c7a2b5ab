"""The staff door to what happened."""

from releases.admin import claims, context, duplicates, intake, waves

__all__ = ["claims", "context", "duplicates", "intake", "waves"]
