"""Persons, for staff."""
