-- What each login may do. It owns nothing, so it can neither truncate nor alter; the history, its
-- seals, the tombstones, the writers of records and what a role may do it may only read.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM tracker_app, tracker_public, tracker_partner;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM tracker_app, tracker_public, tracker_partner;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tracker_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tracker_app;
REVOKE INSERT, UPDATE, DELETE ON
    publishing_history, publishing_seal, publishing_tombstone, publishing_recordwriter,
    publishing_edition, publishing_boundary, publishing_changedrecord, publishing_readydocument
    FROM tracker_app;
DO $$ DECLARE ready regclass; BEGIN
    FOR ready IN SELECT oid FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname ~ '^(kept|live)_' AND relkind IN ('r', 'v')
    LOOP EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %s FROM tracker_app', ready); END LOOP;
END $$;
REVOKE USAGE ON SEQUENCE publishing_history_id_seq, publishing_recordwriter_id_seq,
    publishing_changedrecord_id_seq
    FROM tracker_app;
REVOKE INSERT, UPDATE, DELETE ON
    auth_group, auth_group_permissions, auth_permission, django_content_type
    FROM tracker_app;
REVOKE INSERT, UPDATE ON publishing_account_user_permissions FROM tracker_app;
REVOKE UPDATE ON publishing_expungerequest, publishing_accessrequest FROM tracker_app;
GRANT USAGE ON SCHEMA public TO tracker_app;
GRANT USAGE ON SCHEMA published TO tracker_app, tracker_public, tracker_partner;
GRANT SELECT ON ALL TABLES IN SCHEMA published TO tracker_app, tracker_public, tracker_partner;
GRANT EXECUTE ON FUNCTION
    publishing_expunge(uuid, text[]), publishing_give_access(uuid), people_delete_expired_plans(),
    releases_delete_expired_lists(), publishing_mark_all_documents(),
    publishing_write_documents(integer)
    TO tracker_app;
