CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"letter_id" uuid NOT NULL,
	"person_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "deliveries_letter_person" UNIQUE NULLS NOT DISTINCT("letter_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation" text NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('at-once', 'digest'))
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_person_id_people_id_fk";
--> statement-breakpoint
DROP INDEX "mail_unsent";--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "event_id" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "due" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_delegation_delegations_code_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("try_after") WHERE "deliveries"."sent_at" is null and "deliveries"."given_up_at" is null;--> statement-breakpoint
CREATE INDEX "letters_delegation" ON "letters" USING btree ("delegation","made_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_delegation_delegations_code_fk" FOREIGN KEY ("delegation") REFERENCES "public"."delegations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_event_delegation" ON "mail" USING btree ("event_id","delegation");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" USING btree ("delegation","due","acted_at") WHERE "mail"."letter_id" is null;--> statement-breakpoint
CREATE INDEX "mail_letter" ON "mail" USING btree ("letter_id");--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "person_id";--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "send_after";--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "sent_at";--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "last_error";--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_due" CHECK ("mail"."due" in ('at-once', 'digest'));