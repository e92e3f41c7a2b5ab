"""The addresses of a process: `SURFACE` says which of these modules is its table."""
