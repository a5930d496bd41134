-- One row a pair did not say whose link it is. Each act does, and which version was the next.
DELETE FROM "parallel_drafts";--> statement-breakpoint
ALTER TABLE "parallel_drafts" ADD COLUMN "from_version" integer NOT NULL;--> statement-breakpoint
INSERT INTO "parallel_drafts" ("measure_id", "other_id", "from_version")
SELECT link."measure_id", (link."content"::jsonb->>'otherId')::uuid, 1 + (
  SELECT count(*) FROM "events" released
  WHERE released."measure_id" = link."measure_id" AND released."id" < link."id"
    AND released."type" IN ('notice-given', 'version-shared', 'adoption-recorded'))
FROM "events" link WHERE link."type" = 'parallel-draft-linked'
ORDER BY link."id"
ON CONFLICT DO NOTHING;
