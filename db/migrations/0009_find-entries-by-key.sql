DROP INDEX "entries_public_code";--> statement-breakpoint
CREATE INDEX "entries_public_key" ON "entries" USING btree (lower("key") text_pattern_ops) WHERE "entries"."is_public";