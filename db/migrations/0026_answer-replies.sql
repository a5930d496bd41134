ALTER TABLE "replies" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "answer_reason" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "answered_by" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;