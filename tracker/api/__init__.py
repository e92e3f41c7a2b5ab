"""The API's root, its addresses, its document and the problems around it."""
