CREATE INDEX "credits_comment" ON "credits" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "placements_version" ON "placements" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "events_measure" ON "events" USING btree ("measure_id","id");