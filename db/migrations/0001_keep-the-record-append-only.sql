-- Product invariant 9: every act stands in a log that cannot be altered without it showing.
-- The trigger stops mistakes and over-broad roles; the hash chain shows what an administrator did.
CREATE FUNCTION refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
--> statement-breakpoint
-- Sent is frozen (product, invariant 4): what a released comment says is never edited.
CREATE FUNCTION refuse_change_of_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.lane = 'released' AND (
    NEW.lane, NEW.body, NEW.proposed_wording, NEW.type, NEW.is_question, NEW.audience, NEW.delegation,
    NEW.thread_id, NEW.version_id, NEW.released_at
  ) IS DISTINCT FROM (
    OLD.lane, OLD.body, OLD.proposed_wording, OLD.type, OLD.is_question, OLD.audience, OLD.delegation,
    OLD.thread_id, OLD.version_id, OLD.released_at
  ) THEN
    RAISE EXCEPTION 'a released comment is frozen';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER comments_frozen BEFORE UPDATE ON comments
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_released();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.measure_id, NEW.number, NEW.kind, NEW.language, NEW.sha256, NEW.document_seq, NEW.audience, NEW.released_at)
    IS DISTINCT FROM
     (OLD.id, OLD.measure_id, OLD.number, OLD.kind, OLD.language, OLD.sha256, OLD.document_seq, OLD.audience, OLD.released_at)
  THEN
    RAISE EXCEPTION 'a version is frozen';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER versions_frozen BEFORE UPDATE ON versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
--> statement-breakpoint
CREATE TRIGGER versions_kept BEFORE DELETE ON versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
