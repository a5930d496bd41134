CREATE TABLE "inside_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid,
	"office_id" uuid,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "office_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "release_id" uuid;--> statement-breakpoint
ALTER TABLE "inside_replies" ADD CONSTRAINT "inside_replies_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inside_replies" ADD CONSTRAINT "inside_replies_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inside_replies" ADD CONSTRAINT "inside_replies_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inside_replies_comment" ON "inside_replies" USING btree ("comment_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_merged" ON "comments" USING btree ("measure_id") WHERE "comments"."merged_into" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "comments_release" ON "comments" USING btree ("release_id");--> statement-breakpoint
UPDATE "comments" SET "office_id" = "people"."office_id" FROM "people" WHERE "people"."id" = "comments"."written_by";--> statement-breakpoint
UPDATE "comments" SET "release_id" = "act"."id" FROM (
  SELECT "measure_id", "delegation", "released_at", min("id"::text)::uuid AS "id" FROM "comments"
  WHERE "released_at" IS NOT NULL GROUP BY "measure_id", "delegation", "released_at"
) AS "act"
WHERE "comments"."measure_id" = "act"."measure_id" AND "comments"."delegation" = "act"."delegation"
  AND "comments"."released_at" = "act"."released_at";
