"""The database of a release, which the test of the next upgrade starts from.

`make release` makes it. The dump is plain SQL of INSERT statements, so that restoring it needs no
program and works on every PostgreSQL that we support. It holds the reference data and a proposal
that waits for a decision, of the history only the newest entries: most of its bytes are salt.
"""

import gzip
import os
import re
import subprocess
from pathlib import Path

import psycopg

from tracker.postgres import programs

DUMP = Path(__file__).with_name("last_release.sql.gz")
#: What older servers and other programs than psql do not understand.
NOT_EVERYWHERE = re.compile(rb"^(\\(un)?restrict .*|SET transaction_timeout = 0;)\n", re.M)
KEPT_ENTRIES = 200


def dump(url: str, *options: str) -> bytes:
    """What pg_dump writes of the database, without what differs between two runs."""
    command = [str(programs.find_programs() / "pg_dump"), *options, url]
    made = subprocess.run(command, check=True, capture_output=True).stdout
    return NOT_EVERYWHERE.sub(b"", made)


def prepare() -> None:
    """Migrate, load the reference data, and leave a proposal open."""
    from django.core.management import call_command

    from publishing.actions.proposals import propose
    from releases.models import Wave
    from tracker.reference.accounts import make_accounts

    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    wave = Wave.objects.get(slug="2025-12-13")
    author, _approver = make_accounts()
    propose(
        wave,
        by=author,
        reason="A source says more.",
        write=lambda: Wave.objects.filter(pk=wave.pk).update(grouping_reason_en="One agreement."),
    )


def shorten_history(url: str) -> None:
    with psycopg.connect(url) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute(
            "DELETE FROM publishing_history"
            " WHERE id < (SELECT max(id) FROM publishing_history) - %s",
            [KEPT_ENTRIES],
        )


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    prepare()
    address = os.environ["BOOTSTRAP_DATABASE_URL"]
    shorten_history(address)
    DUMP.write_bytes(gzip.compress(dump(address, "--inserts", "--rows-per-insert=500"), mtime=0))
