CREATE TABLE "document_histories" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"inserted" double precision[] NOT NULL,
	"deleted" double precision[] NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_histories" ADD CONSTRAINT "document_histories_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;