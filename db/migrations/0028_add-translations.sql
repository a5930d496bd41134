CREATE TABLE "translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"ended_at" timestamp with time zone,
	"withdrawn_because" text
);
--> statement-breakpoint
ALTER TABLE "word_uploads" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_sha256_version_texts_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."version_texts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "translations_standing" ON "translations" USING btree ("version_id","language") WHERE "translations"."ended_at" IS NULL;