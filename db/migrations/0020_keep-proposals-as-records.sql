ALTER TABLE "comments" ADD COLUMN "proposal" jsonb;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "proposed" text;