"""Figures, sums and routes of the ledger as a page shows them: values for templates and charts.

Everything here words what the ledger has computed; nothing is compared or counted anew.
"""
