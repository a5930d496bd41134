ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD COLUMN "confirms" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_confirms_people_id_fk" FOREIGN KEY ("confirms") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;