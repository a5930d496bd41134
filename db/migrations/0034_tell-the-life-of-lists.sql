CREATE TABLE "information_note_lines" (
	"note_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" jsonb NOT NULL,
	CONSTRAINT "information_note_lines_note_id_measure_id_pk" PRIMARY KEY("note_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "information_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"oj_reference" text NOT NULL,
	"published_on" date NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"note" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "information_notes_oj_reference_unique" UNIQUE("oj_reference")
);
--> statement-breakpoint
ALTER TABLE "compilations" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "entry_coverages" ADD COLUMN "comparison" jsonb;--> statement-breakpoint
ALTER TABLE "information_note_lines" ADD CONSTRAINT "information_note_lines_note_id_information_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."information_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_note_lines" ADD CONSTRAINT "information_note_lines_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_notes" ADD CONSTRAINT "information_notes_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "information_note_lines_measure" ON "information_note_lines" USING btree ("measure_id");--> statement-breakpoint
ALTER TABLE "compilations" ADD CONSTRAINT "compilations_corrects_compilations_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."compilations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- An amendment whose day is not established is not older than the list that it changes.
ALTER TABLE "entries" RENAME COLUMN "adopted_on" TO "adopted_not_before";--> statement-breakpoint
UPDATE "entries" SET "adopted_not_before" = a."adopted_on" FROM "adoptions" a
WHERE "entries"."adopted_not_before" IS NULL AND a."measure_id" = "entries"."list_id";
