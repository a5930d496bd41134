CREATE TABLE "sent_forms" (
	"key" uuid PRIMARY KEY NOT NULL,
	"content_hash" text NOT NULL
);
