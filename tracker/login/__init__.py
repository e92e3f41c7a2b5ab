"""How staff log in: password and second factor, within limits, for a session that ends."""
