"""What each login that serves may do, as lines of text."""

from collections.abc import Callable
from pathlib import Path

FILE = Path(__file__).with_name("privileges.txt")
LOGINS = ("tracker_app", "tracker_public", "tracker_partner", "public")

#: Every right that somebody was granted, on what; rights of PUBLIC are everybody's.
GRANTED = """
WITH objects AS (
    SELECT 'database' AS kind, 'of the tracker' AS name, datacl AS acl, datdba AS owner, 'd' AS code
    FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT 'schema', nspname, nspacl, nspowner, 'n' FROM pg_namespace
        WHERE nspname IN ('public', 'published', 'shared')
    UNION ALL SELECT CASE relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'table' END,
            n.nspname || '.' || relname, relacl, relowner,
            CASE relkind WHEN 'S' THEN 's' ELSE 'r' END
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE nspname IN ('public', 'published', 'shared') AND relkind IN ('r', 'v', 'm', 'S', 'p')
    UNION ALL SELECT 'column', n.nspname || '.' || relname || '.' || attname, attacl, relowner, 'c'
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
        JOIN pg_namespace n ON n.oid = relnamespace
        WHERE nspname IN ('public', 'published', 'shared') AND attacl IS NOT NULL
    UNION ALL SELECT 'function', n.nspname || '.' || proname, proacl, proowner, 'f'
        FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE nspname IN ('public', 'published', 'shared') AND prosecdef
)
SELECT coalesce(r.rolname, 'public'), o.kind, o.name,
    string_agg(DISTINCT lower(a.privilege_type), ' ' ORDER BY lower(a.privilege_type))
FROM objects o
CROSS JOIN LATERAL aclexplode(coalesce(o.acl, acldefault(o.code::"char", o.owner))) a
LEFT JOIN pg_roles r ON r.oid = a.grantee
WHERE a.grantee = 0 OR r.rolname = ANY (%s)
GROUP BY 1, 2, 3
"""


def lines(run: Callable[..., list[tuple]]) -> list[str]:
    """One line for each login and object, sorted; `run` asks the database."""
    rights = run(GRANTED, list(LOGINS))
    return sorted(f"{who} {kind} {name}: {may}" for who, kind, name, may in rights)
