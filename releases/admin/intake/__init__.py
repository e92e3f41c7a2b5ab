"""Release-day intake in the admin: a list of names is read, decided line by line, and entered."""

from releases.admin.intake.intake_lists import IntakeListAdmin

__all__ = ["IntakeListAdmin"]
