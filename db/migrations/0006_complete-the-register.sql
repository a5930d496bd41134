CREATE TABLE "notification_packs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notification_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid
);
--> statement-breakpoint
CREATE TABLE "entry_coverages" (
	"entry_id" uuid NOT NULL,
	"point" text NOT NULL,
	"annex_i_code" text NOT NULL,
	"extent" text NOT NULL,
	"since" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "entry_coverages_entry_id_point_annex_i_code_pk" PRIMARY KEY("entry_id","point","annex_i_code")
);
--> statement-breakpoint
DROP INDEX "entries_issuer_code_edition";--> statement-breakpoint
DROP INDEX "entries_code";--> statement-breakpoint
DROP INDEX "entries_words";--> statement-breakpoint
ALTER TABLE "article_10_requirements" ALTER COLUMN "compilation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "register_order" text NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "list_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "wording_sha256" text NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "in_force_from" date;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "last_day" date;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "previous_id" uuid;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "ending_measure_id" uuid;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "article_10_requirements" ADD COLUMN "information_reason" text NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_questions" ADD CONSTRAINT "notification_questions_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_questions" ADD CONSTRAINT "notification_questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_questions" ADD CONSTRAINT "notification_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_coverages" ADD CONSTRAINT "entry_coverages_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_coverages" ADD CONSTRAINT "entry_coverages_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_questions_notification" ON "notification_questions" USING btree ("notification_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_pack_sha256_notification_packs_sha256_fk" FOREIGN KEY ("pack_sha256") REFERENCES "public"."notification_packs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_list_id_measures_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_previous_id_entries_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_ending_measure_id_measures_id_fk" FOREIGN KEY ("ending_measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "entries_issuer_key_edition" ON "entries" USING btree ("issuer","key","edition");--> statement-breakpoint
CREATE INDEX "entries_list" ON "entries" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "entries_previous" ON "entries" USING btree ("previous_id");--> statement-breakpoint
CREATE INDEX "entries_ending" ON "entries" USING btree ("ending_measure_id");--> statement-breakpoint
CREATE INDEX "entries_public_order" ON "entries" USING btree ("register_order" COLLATE "C","edition","id") WHERE "entries"."is_public";--> statement-breakpoint
CREATE INDEX "entries_public_code" ON "entries" USING btree (lower("code") text_pattern_ops) WHERE "entries"."is_public";--> statement-breakpoint
CREATE INDEX "entries_public_words" ON "entries" USING gin (to_tsvector('simple', "heading" || ' ' || "plain")) WHERE "entries"."is_public";--> statement-breakpoint
ALTER TABLE "notifications" DROP COLUMN "missing_content";--> statement-breakpoint
ALTER TABLE "notifications" DROP COLUMN "missing_content_answer";--> statement-breakpoint
ALTER TABLE "entries" DROP COLUMN "annex_i_code";--> statement-breakpoint
ALTER TABLE "entries" DROP COLUMN "covered_extent";--> statement-breakpoint
ALTER TABLE "entries" DROP COLUMN "covered_since";