"""What `migrate` builds after itself, and when."""

import hashlib

from django.db import connections, transaction

from publishing.schema.statements import statements

#: What an earlier text built and this one may no longer have. Guards go with their functions; the
#: edtf functions belong to a migration, since columns stand on them.
DROP_WHAT_WAS_BUILT = """
DO $$ DECLARE built record; BEGIN
    FOR built IN SELECT schemaname, viewname FROM pg_views
        WHERE schemaname = 'published' OR schemaname = 'public' AND viewowner = current_user
    LOOP
        EXECUTE format('DROP VIEW IF EXISTS %I.%I CASCADE', built.schemaname, built.viewname);
    END LOOP;
    FOR built IN SELECT oid::regprocedure AS function FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
          AND proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
          AND proname ~ '^(publishing|sources|people|support|releases|tracker)_'
    LOOP EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', built.function); END LOOP;
END $$;
"""


def rebuild(using: str = "default") -> bool:
    """Build everything anew if its text changed; True where it did.

    The login must own the tables and both schemas.
    """
    script = "\n".join([DROP_WHAT_WAS_BUILT, *statements()])
    checksum = hashlib.sha256(script.encode()).hexdigest()
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT obj_description('published'::regnamespace, 'pg_namespace')")
        if cursor.fetchone()[0] == checksum:
            return False
        cursor.execute(script)
        cursor.execute(f"COMMENT ON SCHEMA published IS '{checksum}'")
    return True
