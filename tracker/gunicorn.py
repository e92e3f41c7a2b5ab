"""How gunicorn serves the product, in the demo and in the container alike."""

import gc
import os
from typing import Any

workers = 2
threads = 4
limit_request_line = 8190
control_socket_disable = True
# Which worker left and why is told; who asked for what is not.
loglevel = "error"
logger_class = "tracker.logs.ServerLog"
worker_class = "tracker.unreadable.Worker"
#: The addresses of the owner and of a superuser, which `migrate` and tests use.
WITHHELD = ("OWNER_DATABASE_URL", "BOOTSTRAP_DATABASE_URL")


def on_starting(server: Any) -> None:
    """Whoever breaks into a process has what is in its environment, so it is not there."""
    for variable in WITHHELD:
        if os.environ.get(variable):
            raise SystemExit(f"{variable} is for `migrate`. Start the server without it.")


def post_worker_init(worker: Any) -> None:
    """A page makes thousands of objects, and none in a circle: looking for some took 40 % of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
