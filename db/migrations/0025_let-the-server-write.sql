ALTER TABLE "document_clients" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "delegation" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_author" CHECK (("document_updates"."person_id" is null) = ("document_updates"."delegation" is null));