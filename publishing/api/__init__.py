"""What every noun of the API shares; each room's `api` declares its nouns with it.

Modules that settings name import nothing of ours that reads settings while it is imported.
"""
