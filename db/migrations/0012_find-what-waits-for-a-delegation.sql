DROP INDEX "comments_delegation";--> statement-breakpoint
CREATE INDEX "comments_unreleased" ON "comments" USING btree ("delegation","measure_id") WHERE "comments"."lane" = 'inner' AND "comments"."discarded_at" IS NULL;--> statement-breakpoint
CREATE INDEX "comments_questions" ON "comments" USING btree ("measure_id") WHERE "comments"."is_question" AND "comments"."lane" = 'released' AND "comments"."recalled_at" IS NULL AND "comments"."superseded_by" IS NULL;--> statement-breakpoint
CREATE INDEX "measures_changed" ON "measures" USING btree ("changed_at","id");