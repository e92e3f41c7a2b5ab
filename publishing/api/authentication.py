"""Who asks, by their key, in REST framework's slot `authentication_classes`."""

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class KeyAuthentication(BaseAuthentication):
    """No key is good yet, and a key that is not good is never served as nobody's.

    Whoever mistypes theirs would otherwise get less than they may see, and take it for all.
    """

    def authenticate(self, request: Request) -> None:
        if "Authorization" in request.headers:
            raise AuthenticationFailed

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"
