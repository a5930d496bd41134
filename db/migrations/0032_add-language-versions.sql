CREATE TABLE "language_holders" (
	"entry_id" uuid NOT NULL,
	"language" text NOT NULL,
	"person_id" uuid,
	"office_id" uuid,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "language_holders_entry_id_language_pk" PRIMARY KEY("entry_id","language"),
	CONSTRAINT "language_holders_one" CHECK (num_nonnulls("language_holders"."person_id", "language_holders"."office_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "language_packages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"handed_on" date NOT NULL,
	"reference" text NOT NULL,
	"reason" text NOT NULL,
	"manifest_sha256" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "language_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"language" text NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"differences" integer,
	"unread" integer,
	"check_reason" text,
	"compilation_id" uuid,
	"ended_at" timestamp with time zone,
	"withdrawn_because" text
);
--> statement-breakpoint
CREATE TABLE "package_manifests" (
	"sha256" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "language_holders" ADD CONSTRAINT "language_holders_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_holders" ADD CONSTRAINT "language_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_holders" ADD CONSTRAINT "language_holders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_packages" ADD CONSTRAINT "language_packages_manifest_sha256_package_manifests_sha256_fk" FOREIGN KEY ("manifest_sha256") REFERENCES "public"."package_manifests"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_packages" ADD CONSTRAINT "language_packages_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_versions" ADD CONSTRAINT "language_versions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_versions" ADD CONSTRAINT "language_versions_sha256_version_texts_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."version_texts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_versions" ADD CONSTRAINT "language_versions_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_versions" ADD CONSTRAINT "language_versions_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_versions" ADD CONSTRAINT "language_versions_compilation_id_compilations_id_fk" FOREIGN KEY ("compilation_id") REFERENCES "public"."compilations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "language_versions_standing" ON "language_versions" USING btree ("entry_id","language") WHERE "language_versions"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX "language_versions_published" ON "language_versions" USING btree ("entry_id") WHERE "language_versions"."compilation_id" IS NOT NULL;