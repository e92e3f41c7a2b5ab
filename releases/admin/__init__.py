"""The staff door to what happened."""

from releases.admin import claims, context, waves

__all__ = ["claims", "context", "waves"]
