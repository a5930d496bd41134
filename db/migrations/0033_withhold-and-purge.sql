CREATE TABLE "set_aside" (
	"withholding_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"key" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "set_aside_withholding_id_holder_key_pk" PRIMARY KEY("withholding_id","holder","key")
);
--> statement-breakpoint
CREATE TABLE "withholdings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"delegation" text NOT NULL,
	"audience" jsonb,
	"targets" jsonb NOT NULL,
	"withheld_at" timestamp with time zone NOT NULL,
	"withheld_by" uuid,
	"ended_as" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"reason" text,
	"ordered_by" text
);
--> statement-breakpoint
ALTER TABLE "document_updates" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "continues" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "begins_after" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "is_withheld" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "version_texts" ADD COLUMN "wordings" jsonb;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_withheld_by_people_id_fk" FOREIGN KEY ("withheld_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "withholdings_measure" ON "withholdings" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "documents_continues" ON "documents" USING btree ("continues");