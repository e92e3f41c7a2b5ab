from django.db import migrations

#: What the first release built: all of it under one checksum, which the schema bore. Since then
#: each object bears the name and checksum of its unit (publishing/schema/build.py), so this is
#: built anew. A view of an operator's own has another name, and stays.
DROP_WHAT_THE_FIRST_RELEASE_BUILT = """
DO $$ DECLARE built record; BEGIN
    IF obj_description('published'::regnamespace, 'pg_namespace') !~ '^[0-9a-f]{64}$' THEN
        RETURN;
    END IF;
    FOR built IN SELECT schemaname, viewname FROM pg_views
        WHERE viewowner = current_user AND (schemaname = 'published' OR schemaname = 'public'
            AND viewname ~ '^(publishing|sources|people|support|releases|tracker)_')
    LOOP
        EXECUTE format('DROP VIEW IF EXISTS %I.%I CASCADE', built.schemaname, built.viewname);
    END LOOP;
    FOR built IN SELECT oid::regprocedure AS function FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
          AND proname ~ '^(publishing|sources|people|support|releases|tracker)_'
    LOOP EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', built.function); END LOOP;
    COMMENT ON SCHEMA published IS NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_vocabularies")]

    operations = [migrations.RunSQL(DROP_WHAT_THE_FIRST_RELEASE_BUILT, migrations.RunSQL.noop)]
