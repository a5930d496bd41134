import type { Sql } from 'postgres'
import { anchorAt } from '../../../app/measures/anchor.ts'
import { memberStates } from '../../../app/measures/delegation-codes.ts'
import { registerOrder } from '../../../app/measures/entry-identity.ts'
import type { OpenDatabase } from '../../../db/client.server.ts'
import { getFrozenText, keepText } from '../../../db/version-texts.server.ts'
import { elementsOf } from '../../../app/text/elements.ts'
import { plainText } from '../../../app/text/content.ts'
import { scanners } from '../../text/sample.ts'

/** How many files are being discussed at a time, however many there have been. */
const openFiles = 300
/** Of each file. */
const perFile = { comments: 25, threads: 12, positions: 8 } as const

/** How much there is of each adopted file, beside its discussion. */
export interface ArchiveSize {
  files: number
  /** Entries of each adopted file; each fifth of them has been amended once. */
  entries: number
  /** Changes of the details of each file, each an act. */
  changes: number
}

/**
 * Fills an empty database with files as decades would: nearly all adopted, some withdrawn, the newest
 * under discussion, each with its comments, replies, positions, entries and acts. Written in bulk, so
 * the acts are as long as real ones but their hashes are not a chain.
 */
export async function fillArchive(
  { db, sql }: OpenDatabase,
  { files, entries, changes }: ArchiveSize,
): Promise<void> {
  const sha256 = await db.transaction((tx) => keepText(tx, scanners))
  const content = await getFrozenText(db, { sha256, isWithheld: false }, 'draft')
  const anchored = anchorAt(elementsOf(content), plainText(content), {
    kind: 'element',
    elementId: 'f5b',
  })
  if (!anchored) throw new Error('the sample has no such place')
  await fillFiles(sql, files, sha256)
  await fillEntries(sql, entries)
  await fillCompilations(sql)
  await fillDiscussion(sql, JSON.stringify(anchored.anchor), anchored.provision)
  await fillRecord(sql, changes)
  await sql`DROP TABLE archive`
  await sql`DROP FUNCTION archive_id`
  // As the autovacuum of a database that has been running for years has left it.
  await sql`VACUUM ANALYZE`
}

async function fillFiles(sql: Sql, files: number, sha256: string) {
  // A name as an id of version 4.
  await sql`
    CREATE FUNCTION archive_id(name text) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
      SELECT overlay(overlay(md5(name) PLACING '4' FROM 13) PLACING 'a' FROM 17)::uuid $$`
  await sql`
    CREATE TABLE archive AS
    SELECT n, archive_id('file' || n) AS id, archive_id('first' || n) AS first_id,
      archive_id('final' || n) AS final_id,
      (${[...memberStates]}::text[])[1 + n % ${memberStates.length}] AS owner,
      CASE WHEN n > ${files - openFiles} THEN 'shared'
        WHEN n % 20 = 0 THEN 'withdrawn' ELSE 'adopted' END AS stage,
      now() - make_interval(hours => 20 * (${files} - n)) AS at,
      CASE WHEN n % 10 < 7 THEN '{"kind":"all"}'
        WHEN n % 10 < 9 THEN '{"kind":"named","delegations":["DE","FR","NL","SE","COM"]}'
        ELSE '{"kind":"owner-commission"}' END::jsonb AS audience,
      jsonb_build_object('title', 'Advanced equipment of the kind ' || n, 'marking', 'none',
        'grounds', jsonb_build_array('public-security'), 'contact', '') AS details
    FROM generate_series(1, ${files}::int) AS n`
  await sql`CREATE UNIQUE INDEX ON archive (id)`
  await sql`
    INSERT INTO measures (id, reference, owner, kind, grounds, title, original_language, marking,
      stage, opened_at, changed_at, withdrawn_at)
    SELECT id, (1950 + n / 300) || '/' || owner || '/' || lpad(n::text, 5, '0'), owner,
      'national-control-list', '{public-security}', details->>'title', 'en',
      'none', stage, at, at + interval '20 days', CASE stage WHEN 'withdrawn' THEN at END
    FROM archive`
  await sql`
    INSERT INTO versions (id, measure_id, number, kind, language, sha256, document_seq, audience, details,
      released_at)
    SELECT first_id, id, 1, 'draft', 'en', ${sha256}, 0, audience, details, at FROM archive
    UNION ALL
    SELECT final_id, id, 2, 'final', 'en', ${sha256}, 0, '{"kind":"owner"}', details, at + interval '10 days'
    FROM archive WHERE stage = 'adopted'`
  await sql`
    INSERT INTO adoptions (measure_id, version_id, act_title, act_number, adopted_on, gazette,
      gazette_reference, gazetted_on, in_force_on, recorded_at)
    SELECT id, final_id, 'Regulation ' || n, n::text, at::date + 10, 'Gazette', n::text, at::date + 12,
      at::date + 20, at + interval '10 days'
    FROM archive WHERE stage = 'adopted'`
}

/**
 * Lists of many states, whose entries differ in code, words and numbers. The amended ones have a first
 * edition that ended on the day on which the second began.
 */
async function fillEntries(sql: Sql, entries: number) {
  const places = memberStates.map((code) => registerOrder(code, '').slice(0, 3))
  await sql`
    INSERT INTO entries (id, issuer, code, key, edition, register_order, measure_id, list_id, version_id,
      element_id, heading, content, plain, wording_sha256, position, in_force_from, ended_on, ended_by,
      ending_measure_id, ending_measure_ids, is_public)
    SELECT archive_id('entry' || n || '-' || place || '-' || edition), owner, code, code, edition,
      (${places}::text[])[1 + n % ${memberStates.length}] || '0:' || left(code, 2) || '.' || substr(code, 3),
      id, id, final_id, 'e' || place, subject, content, words, md5(words), place,
      CASE edition WHEN 1 THEN at::date + 20 ELSE at::date + 400 END,
      CASE WHEN edition < editions THEN at::date + 400 END,
      CASE WHEN edition < editions THEN 'amended' END,
      CASE WHEN edition < editions THEN id END, CASE WHEN edition < editions THEN ARRAY[id] ELSE '{}' END, true
    FROM archive, generate_series(1, ${entries}::int) AS place,
      LATERAL (SELECT CASE WHEN place % 5 = 0 THEN 2 ELSE 1 END AS editions) AS amended,
      LATERAL generate_series(1, editions) AS edition,
      LATERAL (SELECT place % 10 || substr('ABCDE', 1 + (n + place) % 5, 1) || lpad(n::text, 6, '0') AS code) AS named,
      LATERAL (SELECT (${subjects}::text[])[1 + (n * 7 + place) % ${subjects.length}] || ' of the kind ' || n
        AS subject) AS about,
      LATERAL (SELECT subject || ', having any of the following: a source of ' || 100 + n % 400
        || ' nm or less; an overlay of ' || edition + place || ' nm; ' || (${traits}::text[])[1 + (n + place) % ${traits.length}]
        || '; a vacuum of 0.01 Pa or less, specially designed for term' || lpad(n::text, 6, '0') AS words) AS said,
      LATERAL (SELECT jsonb_build_object('type', 'entry', 'attrs', jsonb_build_object('id', 'e' || place, 'code', code),
        'content', jsonb_build_array(
          jsonb_build_object('type', 'entryHeading', 'attrs', jsonb_build_object('id', 'h'),
            'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', subject))),
          jsonb_build_object('type', 'point', 'attrs', jsonb_build_object('id', 'p'), 'content', jsonb_build_array(
            jsonb_build_object('type', 'paragraph', 'attrs', jsonb_build_object('id', 'w'),
              'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', words))))))) AS content) AS written
    WHERE stage = 'adopted'`
}

const subjects = ['Scanners', 'Epitaxy equipment', 'Quantum computers', 'Cryogenic cooling systems',
  'Parametric amplifiers', 'Additive manufacturing equipment', 'Pellicles', 'Metrology equipment',
  'Deposition equipment', 'Software for masks', 'Technology for wafers'] // prettier-ignore
const traits = ['a precursor vessel of more than 30 °C', 'an air-cooled engine', 'a hydrogen reductant',
  'a controlled atmosphere', 'a chuck overlay', 'a reticle stage', 'a laser beam'] // prettier-ignore

/** Twice a year of late, each naming what was in force then. */
async function fillCompilations(sql: Sql) {
  await sql`
    INSERT INTO compilations (id, kind, oj_reference, published_on, title, recorded_at)
    SELECT archive_id('compilation' || number), CASE number WHEN 1 THEN 'compilation' ELSE 'update' END,
      'C/2000/' || number, day, 'Compilation ' || number, day
    FROM generate_series(1, 12) AS number,
      LATERAL (SELECT (now() - make_interval(months => 6 * (13 - number)))::date AS day) AS published`
  await sql`
    INSERT INTO compilation_entries (compilation_id, entry_id)
    SELECT c.id, e.id FROM compilations c JOIN entries e ON e.in_force_from < c.published_on
      AND (e.ended_on IS NULL OR e.ended_on > c.published_on) AND e.position % 2 = 0`
}

async function fillDiscussion(sql: Sql, anchor: string, provision: string) {
  await sql`
    INSERT INTO threads (id, measure_id, version_id, anchor, opened_by, created_at)
    SELECT archive_id('thread' || n || '-' || t), id, first_id,
      CASE WHEN t = 1 THEN '{"kind":"whole"}' ELSE ${anchor} END::text::jsonb, 'DE', at
    FROM archive, generate_series(1, ${perFile.threads}::int) AS t`
  await sql`
    INSERT INTO comments (id, thread_id, measure_id, version_id, delegation, lane, audience, type,
      is_question, body, provision, provision_order, written_at, released_at)
    SELECT archive_id('comment' || n || '-' || c),
      archive_id('thread' || n || '-' || 1 + c % ${perFile.threads}), id, first_id, author,
      CASE WHEN c % 12 = 0 THEN 'inner' ELSE 'released' END,
      CASE WHEN c % 12 = 0 THEN NULL ELSE audience END, 'scope', c % 10 = 0,
      'The scope seems wider than the risk that the assessment names, in comment ' || c || '.',
      CASE WHEN c % ${perFile.threads} = 0 THEN '' ELSE ${provision} END, c,
      at + make_interval(hours => c), CASE WHEN c % 12 = 0 THEN NULL ELSE at + make_interval(hours => c) END
    FROM archive, generate_series(1, ${perFile.comments}::int) AS c,
      LATERAL (SELECT (ARRAY['DE','FR','NL','SE','COM','IT','PL','ES'])[1 + (n + c) % 8] AS author)
    WHERE author <> owner`
  await sql`
    INSERT INTO replies (id, comment_id, outcome, reason, replied_at)
    SELECT gen_random_uuid(), id, 'partly', 'The value is that of the risk assessment.', released_at
    FROM comments WHERE lane = 'released' AND provision_order % 20 <> 0`
  await sql`
    INSERT INTO placements (thread_id, version_id, condition, element_id, method, score)
    SELECT threads.id, archive.final_id, 'exact', 'f5b', 'id', 1
    FROM threads JOIN archive ON archive.id = threads.measure_id WHERE stage = 'adopted'`
  await sql`
    INSERT INTO positions (id, measure_id, version_id, delegation, stance, intentions, reasons, audience, stated_at)
    SELECT gen_random_uuid(), id, first_id, author, 'supports', '{}', '', audience, at
    FROM archive, unnest(ARRAY['DE','FR','NL','SE','COM','IT','PL','ES']) AS author
    WHERE author <> owner AND (stage <> 'shared' OR n % 3 > 0)`
}

/** An act for each opening, sharing, release and position, in the order of time. */
async function fillRecord(sql: Sql, changes: number) {
  await sql`
    INSERT INTO events (id, measure_id, position, type, at, delegation, lane, audience, content,
      content_hash, previous_hash, hash)
    SELECT row_number() OVER (ORDER BY at, measure_id, content),
      measure_id, row_number() OVER (PARTITION BY measure_id ORDER BY at, content),
      type, at, delegation, lane, audience, content, md5(content), '', ''
    FROM (
      SELECT id AS measure_id, 'version-shared' AS type, at, owner AS delegation, 'released' AS lane,
        audience, json_build_object('type', 'version-shared', 'versionId', first_id, 'number', 1,
          'sha256', repeat('0', 64), 'language', 'en', 'documentSeq', 0, 'audience', audience,
          'commentsBy', null, 'coverNote', '')::text AS content
      FROM archive
      UNION ALL
      SELECT measure_id, 'comment-released', released_at, delegation, 'released', audience,
        json_build_object('type', 'comment-released', 'commentId', id, 'versionId', version_id,
          'audience', audience, 'supersedes', null)::text
      FROM comments WHERE lane = 'released'
      UNION ALL
      SELECT measure_id, 'position-stated', stated_at, delegation, 'released', audience,
        json_build_object('type', 'position-stated', 'positionId', id, 'versionId', version_id,
          'entryCode', null, 'stance', stance, 'intentions', intentions, 'reasons', reasons,
          'audience', audience, 'supersedes', null)::text
      FROM positions
      UNION ALL
      SELECT measure_id, 'comment-written', written_at, delegation, 'inner', NULL,
        json_build_object('type', 'comment-written', 'commentId', id, 'versionId', version_id,
          'threadId', thread_id, 'anchor', NULL, 'provision', provision, 'provisionOrder', provision_order,
          'supersedes', NULL, 'commentType', type, 'body', body)::text
      FROM comments
      UNION ALL
      SELECT c.measure_id, 'reply-given', r.replied_at, m.owner, 'released', c.audience,
        json_build_object('type', 'reply-given', 'replyId', r.id, 'commentId', c.id,
          'outcome', r.outcome, 'reason', r.reason, 'supersedes', NULL)::text
      FROM replies r JOIN comments c ON c.id = r.comment_id JOIN measures m ON m.id = c.measure_id
      UNION ALL
      SELECT id, 'details-changed', at + make_interval(hours => change), owner, 'inner', NULL,
        (details || jsonb_build_object('type', 'details-changed', 'change', change))::text
      FROM archive, generate_series(1, ${changes}::int) AS change
    ) AS acts`
}
