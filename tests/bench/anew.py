"""The settings of a server that makes every answer anew, as for the first reader of an edition."""

from tracker.settings import *  # noqa: F403
from tracker.settings import MIDDLEWARE

MIDDLEWARE = [each for each in MIDDLEWARE if each != "tracker.kept_answers.KeptAnswers"]
