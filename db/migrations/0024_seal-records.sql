CREATE TABLE "sealed_parts" (
	"seal_id" uuid NOT NULL,
	"commitment" text NOT NULL,
	"name" text NOT NULL,
	"salt" text NOT NULL,
	"content" text NOT NULL,
	"sight" jsonb NOT NULL,
	CONSTRAINT "sealed_parts_seal_id_commitment_pk" PRIMARY KEY("seal_id","commitment")
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"of" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"measure_id" uuid
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seals_subject" ON "seals" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "events_seal" ON "events" USING btree (("content"::jsonb ->> 'sealId')) WHERE "events"."type" = 'record-sealed';--> statement-breakpoint
-- What was sealed stays as it was given out.
CREATE TRIGGER sealed_parts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_parts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
