CREATE TABLE "joint_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"anchor" jsonb NOT NULL,
	"provision" text NOT NULL,
	"provision_order" integer NOT NULL,
	"type" text NOT NULL,
	"is_question" boolean NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"comment_id" uuid
);
--> statement-breakpoint
CREATE TABLE "joint_members" (
	"joint_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"state" text NOT NULL,
	"signed_seq" bigint,
	"signed_sha256" text,
	CONSTRAINT "joint_members_joint_id_delegation_pk" PRIMARY KEY("joint_id","delegation")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "signatories" text[];--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "joint_id" uuid;--> statement-breakpoint
ALTER TABLE "joint_comments" ADD CONSTRAINT "joint_comments_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_comments" ADD CONSTRAINT "joint_comments_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_comments" ADD CONSTRAINT "joint_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_members" ADD CONSTRAINT "joint_members_joint_id_joint_comments_id_fk" FOREIGN KEY ("joint_id") REFERENCES "public"."joint_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "joint_comments_version" ON "joint_comments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "joint_comments_measure" ON "joint_comments" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "joint_comments_document" ON "joint_comments" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "joint_members_delegation" ON "joint_members" USING btree ("delegation");