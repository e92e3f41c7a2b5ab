"""The very bytes of our answers as files, through the same server: what can be sent at all."""

import os

from whitenoise import WhiteNoise


def nothing_else(environ, start_response):
    start_response("404 Not Found", [("Content-Length", "0")])
    return [b""]


application = WhiteNoise(nothing_else, root=os.environ["BENCH_STATIC"])
