ALTER TABLE "entries" ADD COLUMN "adopted_on" date;
--> statement-breakpoint
UPDATE "entries" SET "adopted_on" = a."adopted_on" FROM "adoptions" a WHERE a."measure_id" = "entries"."measure_id";
