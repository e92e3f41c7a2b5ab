"""Presenters: figures, sums, routes and journeys as values for templates and charts.

A presenter words what the ledger has computed. A presenter compares and counts nothing.
"""
