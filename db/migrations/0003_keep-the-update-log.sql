-- Deletions carry no author anywhere else: the log of a text is added to and never changed.
CREATE FUNCTION refuse_change_of_update_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the update log is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER document_updates_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_updates
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_update_log();
