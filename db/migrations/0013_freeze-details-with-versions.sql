ALTER TABLE "versions" ADD COLUMN "details" jsonb;--> statement-breakpoint
-- Of versions that are there already nothing earlier is kept than what the file says now.
UPDATE "versions" SET "details" = jsonb_build_object('title', m."title", 'grounds', m."grounds", 'marking', m."marking", 'contact', m."contact") FROM "measures" m WHERE m."id" = "versions"."measure_id";--> statement-breakpoint
ALTER TABLE "versions" ALTER COLUMN "details" SET NOT NULL;
