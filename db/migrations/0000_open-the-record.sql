CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"written_by" uuid,
	"lane" text NOT NULL,
	"audience" jsonb,
	"type" text NOT NULL,
	"is_question" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"proposed_wording" text,
	"provision" text NOT NULL,
	"provision_order" integer NOT NULL,
	"supersedes" uuid,
	"superseded_by" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" uuid,
	"recalled_at" timestamp with time zone,
	"recall_reason" text,
	"discarded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"document_seq" integer NOT NULL,
	"element_id" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "last_looks" (
	"person_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"event_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"thread_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"element_id" text,
	"from" integer,
	"to" integer,
	"quote" text DEFAULT '' NOT NULL,
	"method" text NOT NULL,
	"score" real NOT NULL,
	CONSTRAINT "placements_thread_id_version_id_pk" PRIMARY KEY("thread_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"entry_code" text,
	"delegation" text NOT NULL,
	"stance" text NOT NULL,
	"intentions" text[] NOT NULL,
	"reasons" text DEFAULT '' NOT NULL,
	"audience" jsonb NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	"stated_by" uuid,
	"superseded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"replied_at" timestamp with time zone NOT NULL,
	"replied_by" uuid,
	"superseded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"anchor" jsonb NOT NULL,
	"opened_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"measure_id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"act_title" text NOT NULL,
	"act_number" text NOT NULL,
	"adopted_on" date NOT NULL,
	"compared_with" integer,
	"gazette" text,
	"gazette_reference" text,
	"gazette_url" text,
	"gazetted_on" date,
	"in_force_on" date,
	"published_on" date,
	"publication_reference" text,
	"repealed_on" date,
	"repealed_by" text,
	"expired_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"language" text,
	"media_type" text,
	"size" integer,
	"sha256" text,
	"bytes" "bytea",
	"other_channel" text,
	"is_shared" boolean DEFAULT false NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"owner" text NOT NULL,
	"kind" text NOT NULL,
	"grounds" text[] NOT NULL,
	"title" text NOT NULL,
	"original_language" text NOT NULL,
	"marking" text NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"stage" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"notice" jsonb,
	"document_id" uuid,
	"changes" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawal_reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "measures_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "national_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"title" text NOT NULL,
	"on" date
);
--> statement-breakpoint
CREATE TABLE "notification_addressees" (
	"notification_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"channel" text NOT NULL,
	"sent_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	CONSTRAINT "notification_addressees_notification_id_delegation_pk" PRIMARY KEY("notification_id","delegation")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"article" text NOT NULL,
	"reasons" text NOT NULL,
	"description" text NOT NULL,
	"pack_sha256" text NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"prepared_by" uuid,
	"acknowledged_on" date,
	"acknowledgement_reference" text,
	"missing_content" text,
	"missing_content_answer" text
);
--> statement-breakpoint
CREATE TABLE "parallel_drafts" (
	"measure_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	CONSTRAINT "parallel_drafts_measure_id_other_id_pk" PRIMARY KEY("measure_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "reference_numbers" (
	"year" integer NOT NULL,
	"owner" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_numbers_year_owner_pk" PRIMARY KEY("year","owner")
);
--> statement-breakpoint
CREATE TABLE "version_texts" (
	"sha256" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"sha256" text NOT NULL,
	"document_seq" integer,
	"audience" jsonb NOT NULL,
	"comments_by" date,
	"cover_note" text DEFAULT '' NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"recalled_at" timestamp with time zone,
	"recall_reason" text
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"code" text PRIMARY KEY NOT NULL,
	"drafters_may_release" boolean DEFAULT false NOT NULL,
	"functional_mailbox" text
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"delegation" text NOT NULL,
	"office_id" uuid,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" uuid,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"is_verified" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"delegation" text NOT NULL,
	"office_id" uuid,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"body" text,
	"valid_from" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_until" timestamp with time zone,
	"granted_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('reader','expert','drafter','representative','deputy','officer','chair','administrator'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" integer NOT NULL,
	"delegation" text NOT NULL,
	"person_id" uuid,
	"sender" text NOT NULL,
	"reference" text NOT NULL,
	"act" text NOT NULL,
	"path" text NOT NULL,
	"acted_at" timestamp with time zone NOT NULL,
	"send_after" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY NOT NULL,
	"measure_id" uuid,
	"position" integer,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"delegation" text,
	"lane" text NOT NULL,
	"audience" jsonb,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "compilation_entries" (
	"compilation_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	CONSTRAINT "compilation_entries_compilation_id_entry_id_pk" PRIMARY KEY("compilation_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "compilations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"oj_reference" text NOT NULL,
	"published_on" date NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"note" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "compilations_oj_reference_unique" UNIQUE("oj_reference")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"code" text NOT NULL,
	"edition" integer NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"heading" text NOT NULL,
	"content" jsonb NOT NULL,
	"plain" text NOT NULL,
	"position" integer NOT NULL,
	"applicable_from" date,
	"ended_on" date,
	"ended_by" text,
	"annex_i_code" text,
	"covered_extent" text,
	"covered_since" date
);
--> statement-breakpoint
CREATE TABLE "entry_parameters" (
	"entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"point" text NOT NULL,
	"phrase" text NOT NULL,
	"quantity" text,
	"operator" text,
	"low" text,
	"high" text,
	"unit" text,
	"is_understood" boolean NOT NULL,
	CONSTRAINT "entry_parameters_entry_id_position_pk" PRIMARY KEY("entry_id","position")
);
--> statement-breakpoint
CREATE TABLE "article_10_refusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"dues_reference" text NOT NULL,
	"refused_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "article_10_requirements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"compilation_id" uuid NOT NULL,
	"relying" text NOT NULL,
	"exporter_informed_on" date NOT NULL,
	"customs_informed_on" date,
	"information" text,
	"audience" jsonb NOT NULL,
	"warnings" text[] NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"ended_on" date,
	"end_reason" text
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_looks" ADD CONSTRAINT "last_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_looks" ADD CONSTRAINT "last_looks_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_stated_by_people_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_changes_measures_id_fk" FOREIGN KEY ("changes") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "national_steps" ADD CONSTRAINT "national_steps_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_addressees" ADD CONSTRAINT "notification_addressees_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parallel_drafts" ADD CONSTRAINT "parallel_drafts_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parallel_drafts" ADD CONSTRAINT "parallel_drafts_other_id_measures_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_sha256_version_texts_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."version_texts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_delegation_delegations_code_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_delegation_delegations_code_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_delegation_delegations_code_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compilation_entries" ADD CONSTRAINT "compilation_entries_compilation_id_compilations_id_fk" FOREIGN KEY ("compilation_id") REFERENCES "public"."compilations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compilation_entries" ADD CONSTRAINT "compilation_entries_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compilations" ADD CONSTRAINT "compilations_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_parameters" ADD CONSTRAINT "entry_parameters_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_10_refusals" ADD CONSTRAINT "article_10_refusals_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_10_refusals" ADD CONSTRAINT "article_10_refusals_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_10_requirements" ADD CONSTRAINT "article_10_requirements_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_10_requirements" ADD CONSTRAINT "article_10_requirements_compilation_id_compilations_id_fk" FOREIGN KEY ("compilation_id") REFERENCES "public"."compilations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_10_requirements" ADD CONSTRAINT "article_10_requirements_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_version" ON "comments" USING btree ("version_id","provision_order");--> statement-breakpoint
CREATE INDEX "comments_measure" ON "comments" USING btree ("measure_id","released_at");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "comments_delegation" ON "comments" USING btree ("delegation","lane");--> statement-breakpoint
CREATE INDEX "credits_measure" ON "credits" USING btree ("measure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "last_looks_person_measure" ON "last_looks" USING btree ("person_id","measure_id");--> statement-breakpoint
CREATE INDEX "positions_measure" ON "positions" USING btree ("measure_id","delegation");--> statement-breakpoint
CREATE INDEX "positions_version" ON "positions" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "replies_comment" ON "replies" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "threads_measure" ON "threads" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "threads_version" ON "threads" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "attachments_measure" ON "attachments" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "measures_owner" ON "measures" USING btree ("owner","changed_at");--> statement-breakpoint
CREATE INDEX "measures_stage" ON "measures" USING btree ("stage","changed_at");--> statement-breakpoint
CREATE INDEX "measures_changes" ON "measures" USING btree ("changes");--> statement-breakpoint
CREATE INDEX "national_steps_measure" ON "national_steps" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "notifications_measure" ON "notifications" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "parallel_drafts_other" ON "parallel_drafts" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_measure_number" ON "versions" USING btree ("measure_id","number");--> statement-breakpoint
CREATE INDEX "offices_delegation" ON "offices" USING btree ("delegation","position");--> statement-breakpoint
CREATE UNIQUE INDEX "people_issuer_subject" ON "people" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "people_delegation" ON "people" USING btree ("delegation");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_unsent" ON "mail" USING btree ("sent_at","send_after");--> statement-breakpoint
CREATE INDEX "mail_delegation" ON "mail" USING btree ("delegation","acted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_measure_position" ON "events" USING btree ("measure_id","position") WHERE "events"."measure_id" is not null;--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "compilation_entries_entry" ON "compilation_entries" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_issuer_code_edition" ON "entries" USING btree ("issuer","code","edition");--> statement-breakpoint
CREATE INDEX "entries_measure" ON "entries" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "entries_code" ON "entries" USING btree ("code");--> statement-breakpoint
CREATE INDEX "entries_words" ON "entries" USING gin (to_tsvector('simple', "code" || ' ' || "heading" || ' ' || "plain"));--> statement-breakpoint
CREATE UNIQUE INDEX "refusals_reference" ON "article_10_refusals" USING btree ("delegation","dues_reference");--> statement-breakpoint
CREATE INDEX "requirements_entry" ON "article_10_requirements" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "requirements_relying" ON "article_10_requirements" USING btree ("relying","recorded_at");