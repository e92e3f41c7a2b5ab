"""The staff door to what happened."""

from releases.admin import claims, context, intake, people, waves

__all__ = ["claims", "context", "intake", "people", "waves"]
