-- A cache over the log: what is there was kept without it, and is made again.
DELETE FROM "document_histories";--> statement-breakpoint
ALTER TABLE "document_histories" ADD COLUMN "signed" jsonb NOT NULL;
