ALTER TABLE "entries" ADD COLUMN "ending_measure_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "entries_ending_all" ON "entries" USING gin ("ending_measure_ids");--> statement-breakpoint
UPDATE "entries" SET "ending_measure_ids" = ARRAY["ending_measure_id"] WHERE "ending_measure_id" IS NOT NULL;--> statement-breakpoint
UPDATE "entries" AS "entry" SET "ending_measure_id" = NULL,
  "ended_on" = coalesce("list"."repealed_on", "list"."expired_on"),
  "ended_by" = CASE WHEN "list"."repealed_on" IS NOT NULL THEN 'repealed' WHEN "list"."expired_on" IS NOT NULL THEN 'expired' END
FROM "adoptions" AS "act", "adoptions" AS "list"
WHERE "act"."measure_id" = "entry"."ending_measure_id" AND "list"."measure_id" = "entry"."list_id"
  AND "entry"."measure_id" = "entry"."list_id"
  AND coalesce("act"."repealed_on", "act"."expired_on") <= coalesce((SELECT "next"."in_force_from" FROM "entries" AS "next"
    WHERE "next"."previous_id" = "entry"."id" AND "next"."measure_id" = "act"."measure_id"), "act"."in_force_on");
