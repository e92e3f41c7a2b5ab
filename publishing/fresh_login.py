"""Grave acts ask for the password again, where nobody said a short while ago who sits there."""

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest

#: The key of a session that says when its owner last proved who they are.
PROVED = "proved"
A_WHILE = timedelta(minutes=10)


class PasswordNeeded(Exception):
    """Ends a view before it writes: the staff's site asks, and sends the same form once more."""


def require_fresh_login(request: HttpRequest) -> None:
    """A session that was left open, or stolen, hides and erases nobody."""
    proved = request.session.get(PROVED)
    if proved is None or datetime.now(UTC) - datetime.fromisoformat(proved) >= A_WHILE:
        raise PasswordNeeded
