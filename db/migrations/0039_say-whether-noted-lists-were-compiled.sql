UPDATE "information_note_lines" SET "line" = "line" || '{"isOutsideCompilation": false}'::jsonb
WHERE NOT "line" ? 'isOutsideCompilation';
