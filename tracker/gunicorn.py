"""How gunicorn serves the product, in the demo and in the container alike."""

workers = 2
threads = 4
limit_request_line = 8190
control_socket_disable = True
# Which worker left and why is told; who asked for what is not.
loglevel = "error"
logger_class = "tracker.logs.ServerLog"
