-- The roles, the schemas and the rights that everything else stands on. Idempotent.
--
--   createdb tracker && psql -X -d tracker -v ON_ERROR_STOP=1 -1 -f tracker/postgres/bootstrap.sql
--
-- Run once by a superuser, in the tracker's own database, before the first `migrate`, and before
-- a restore: roles belong to the cluster and are in no dump. It sets no password: the logins are
-- opened with  ALTER ROLE tracker_app PASSWORD '…'  and the server's own pg_hba.conf.

-- tracker_owner    owns the database and its tables, and runs `migrate`
-- tracker_app      serves staff: reads and writes rows, and changes no table
-- tracker_public   the public door: reads the schema `published`, and nothing else
-- tracker_partner  the partner door: reads `shared` besides
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tracker_owner', 'tracker_app', 'tracker_public', 'tracker_partner']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
        EXECUTE format(
            'ALTER ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', name);
    END LOOP;
END $$;

-- One login can open the public door too: it may become these roles, but has none of their rights
-- until it does. PostgreSQL 16 says that per grant; 15 lets a role inherit all or nothing, and
-- there the app, which may do more anyway, inherits.
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE 'GRANT tracker_public, tracker_partner TO tracker_app WITH SET TRUE, INHERIT FALSE';
    ELSE
        GRANT tracker_public, tracker_partner TO tracker_app;
    END IF;
END $$;

-- The server's own log holds nobody's words. An error that a form meets would write down the whole
-- row, a search its term, and a server process that dies what it was asked last. Whoever caused an
-- error is told it all the same, and the application logs where it broke.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tracker_owner', 'tracker_app', 'tracker_public', 'tracker_partner']
    LOOP
        EXECUTE format('ALTER ROLE %I SET log_min_messages = fatal', name);
        EXECUTE format('ALTER ROLE %I SET log_min_error_statement = panic', name);
        EXECUTE format('ALTER ROLE %I SET log_error_verbosity = terse', name);
        EXECUTE format('ALTER ROLE %I SET track_activities = off', name);
    END LOOP;
END $$;

ALTER ROLE tracker_public SET default_transaction_read_only = on;
ALTER ROLE tracker_public SET statement_timeout = '2s';
-- Compiling a view takes longer than any answer from it should.
ALTER ROLE tracker_public SET jit = off;
-- Planning a view takes longer than reading it, and the plan for a rare word is right for a common
-- one, so plans are kept whatever is asked.
ALTER ROLE tracker_public SET plan_cache_mode = force_generic_plan;
-- Some of very many who bear a name are the same ones every time.
ALTER ROLE tracker_public SET synchronize_seqscans = off;
ALTER ROLE tracker_partner SET default_transaction_read_only = on;
ALTER ROLE tracker_partner SET statement_timeout = '2s';
ALTER ROLE tracker_partner SET jit = off;

-- Nobody makes tables of their own: a function in pg_temp could read what a view hides.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO tracker_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO tracker_app, tracker_public, tracker_partner',
        current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Nor does anybody fill the disk with large objects, which a read-only login could else make.
REVOKE EXECUTE ON FUNCTION lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea),
    lo_put(oid, bigint, bytea), lowrite(integer, bytea), lo_open(oid, integer) FROM PUBLIC;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Behind the barrier of a published view an index is read only by operators that tell nothing but
-- their answer. These do so, and only a superuser can say it. Without it the search reads all names.
ALTER FUNCTION pg_catalog.arrayoverlap(anyarray, anyarray) LEAKPROOF;
ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
ALTER FUNCTION word_similarity_commutator_op(text, text) LEAKPROOF;

CREATE SCHEMA IF NOT EXISTS published AUTHORIZATION tracker_owner;
CREATE SCHEMA IF NOT EXISTS shared AUTHORIZATION tracker_owner;
GRANT USAGE ON SCHEMA published TO tracker_app, tracker_public, tracker_partner;
GRANT USAGE ON SCHEMA shared TO tracker_app, tracker_partner;

-- A table that a later `migrate` adds is served at once.
ALTER DEFAULT PRIVILEGES FOR ROLE tracker_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tracker_app;
ALTER DEFAULT PRIVILEGES FOR ROLE tracker_owner IN SCHEMA public
    GRANT USAGE ON SEQUENCES TO tracker_app;
