"""The settings as they are served, but for what makes tests slow or strict."""

from tracker.settings import *  # noqa: F403
from tracker.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]  # raises on a query per row
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR = False  # what needs one is shown in tests/tracker/test_login.py
FORGOTTEN_KEY = "the key of the tests"
SECURE_SSL_REDIRECT = False  # the client of the tests speaks plain HTTP
#: An edition opens at a commit, and most tests never commit: tests/harness/test_editions.py does.
KEPT = "tracker.kept_answers.KeptAnswers"
MIDDLEWARE = [each for each in MIDDLEWARE if each != KEPT]
