"""Imports, for staff."""
