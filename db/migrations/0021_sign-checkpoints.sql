CREATE TABLE "checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"peaks" text[] NOT NULL,
	"note" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- What was signed stays as it was given out.
CREATE TRIGGER checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
