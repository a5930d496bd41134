CREATE TABLE "set_aside" (
	"withholding_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"key" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "set_aside_withholding_id_holder_key_pk" PRIMARY KEY("withholding_id","holder","key")
);
--> statement-breakpoint
CREATE TABLE "withholdings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"audience" jsonb,
	"targets" jsonb NOT NULL,
	"withheld_at" timestamp with time zone NOT NULL,
	"withheld_by" uuid,
	"ended_as" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"reason" text,
	"ordered_by" text
);
--> statement-breakpoint
ALTER TABLE "document_updates" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "continues" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "begins_after" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "is_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "version_texts" ADD COLUMN "wordings" jsonb;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_withheld_by_people_id_fk" FOREIGN KEY ("withheld_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_continues" ON "documents" USING btree ("continues");--> statement-breakpoint
CREATE INDEX "withholdings_measure" ON "withholdings" USING btree ("measure_id");--> statement-breakpoint
-- Words that must not be here can be taken out of the record (security, row 46), and nothing else of it. What
-- stands in their place is named, by its hash, by an act of the record itself.
CREATE FUNCTION refuse_change_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_hash text := encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex');
BEGIN
  IF to_jsonb(NEW) - 'content' IS DISTINCT FROM to_jsonb(OLD) - 'content' THEN
    RAISE EXCEPTION 'the record is append-only';
  END IF;
  IF now_hash <> NEW.content_hash AND NOT EXISTS (
    SELECT FROM events AS naming, jsonb_array_elements(naming.content::jsonb -> 'acts') AS act
    WHERE naming.type = 'content-withheld' AND (act ->> 'eventId')::bigint = NEW.id AND act ->> 'stub' = now_hash
  ) THEN
    RAISE EXCEPTION 'the record is append-only';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER events_append_only ON events;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
--> statement-breakpoint
CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act();
--> statement-breakpoint
-- The commitment of a part is over its salt, name and content (app/proof/sealed-record.ts).
CREATE FUNCTION refuse_change_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.seal_id, NEW.commitment) IS DISTINCT FROM (OLD.seal_id, OLD.commitment) THEN
    RAISE EXCEPTION 'the record is append-only';
  END IF;
  IF NEW.content = '' AND EXISTS (
    SELECT FROM events AS naming
    WHERE naming.type = 'content-withheld' AND naming.content::jsonb -> 'parts'
      @> jsonb_build_array(jsonb_build_object('sealId', NEW.seal_id, 'commitment', NEW.commitment))
  ) THEN
    RETURN NEW;
  END IF;
  IF encode(sha256(convert_to(
    '["' || NEW.salt || '",' || to_json(NEW.name) || ',' || NEW.content || ']', 'UTF8')), 'hex') <> NEW.commitment
  THEN
    RAISE EXCEPTION 'the record is append-only';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER sealed_parts_append_only ON sealed_parts;
--> statement-breakpoint
CREATE TRIGGER sealed_parts_append_only BEFORE DELETE OR TRUNCATE ON sealed_parts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
--> statement-breakpoint
CREATE TRIGGER sealed_parts_unchanged BEFORE UPDATE ON sealed_parts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part();
--> statement-breakpoint
-- The log of a text that is withheld is emptied, and each of its updates leaves its hash.
CREATE FUNCTION refuse_change_of_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.document_id, NEW.seq, NEW.person_id, NEW.delegation, NEW.at)
    IS DISTINCT FROM (OLD.document_id, OLD.seq, OLD.person_id, OLD.delegation, OLD.at) THEN
    RAISE EXCEPTION 'the update log is append-only';
  END IF;
  IF NEW.update = '' AND NEW.sha256 = encode(sha256(OLD.update), 'hex')
    AND EXISTS (SELECT FROM documents WHERE id = NEW.document_id AND is_withheld) THEN
    RETURN NEW;
  END IF;
  IF OLD.update = '' AND NEW.sha256 IS NULL AND OLD.sha256 = encode(sha256(NEW.update), 'hex') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the update log is append-only';
END $$;
--> statement-breakpoint
DROP TRIGGER document_updates_append_only ON document_updates;
--> statement-breakpoint
CREATE TRIGGER document_updates_append_only BEFORE DELETE OR TRUNCATE ON document_updates
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_update_log();
--> statement-breakpoint
CREATE TRIGGER document_updates_unchanged BEFORE UPDATE ON document_updates
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_update();
--> statement-breakpoint
-- Words of a released comment change only while they are withheld or restored.
DROP TRIGGER comments_frozen ON comments;
--> statement-breakpoint
CREATE TRIGGER comments_frozen BEFORE UPDATE ON comments
  FOR EACH ROW WHEN (current_setting('concert.withholding', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION refuse_change_of_released();
