ALTER TABLE "entry_parameters" ADD COLUMN "provision" text NOT NULL;--> statement-breakpoint
ALTER TABLE "entry_parameters" ADD COLUMN "low_end" text;--> statement-breakpoint
ALTER TABLE "entry_parameters" ADD COLUMN "high_end" text;--> statement-breakpoint
ALTER TABLE "entry_parameters" DROP COLUMN "point";