CREATE TABLE "word_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"anchor" jsonb NOT NULL,
	"document_seq" integer NOT NULL,
	"author" text NOT NULL,
	"stated_at" timestamp with time zone,
	"text" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"wording" text,
	"answers" uuid,
	"is_resolved" boolean NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "word_uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"document" jsonb NOT NULL,
	"sent_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "stated_author" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "stated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "word_notes" ADD CONSTRAINT "word_notes_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_notes" ADD CONSTRAINT "word_notes_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_uploads" ADD CONSTRAINT "word_uploads_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_uploads" ADD CONSTRAINT "word_uploads_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_uploads" ADD CONSTRAINT "word_uploads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "word_notes_open" ON "word_notes" USING btree ("measure_id") WHERE "word_notes"."settled_at" IS NULL;--> statement-breakpoint
CREATE INDEX "word_uploads_person" ON "word_uploads" USING btree ("person_id");