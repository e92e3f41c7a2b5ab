"""A bad row for everything that the database refuses."""
