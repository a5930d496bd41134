ALTER TABLE "adoptions" ALTER COLUMN "adopted_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_addressees" ALTER COLUMN "sent_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "adopted_on" date;--> statement-breakpoint
ALTER TABLE "entry_coverages" ADD COLUMN "comparison" jsonb;