import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { withhold } from '#app/commands/withhold.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { type AskedMoment, findAsOf } from '#app/queries/as-of.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { appendServerEdit, findText } from '#db/documents.server.ts'
import { findActs } from '#db/events.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { said } from '#tests/commands/scene.ts'
import { isRefusal, possibleActs } from '#tests/db/possible-acts.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { list, item } from '#tests/db/adopted-list.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

/** What the pages of a file answer now, less what is of this very moment: the day, keys of forms. */
async function answersNow(actor: Actor, reference: string): Promise<string> {
  const { deps, db } = scene
  const page = await findFilePage(deps, actor, reference)
  if (!page.ok) return ''
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return ''
  const file = fileSubject(measure)
  const newest = measure.versions.findLast(
    (version) => can(actor, 'see-version', { file, version }).ok,
  )
  const table = newest && (await findCompiledTable(deps, actor, reference, newest.number))
  const positions =
    newest && newest.kind !== 'final'
      ? await findPositionsPage(deps, actor, reference, newest.number)
      : null
  const seesDraft = can(actor, 'see-draft', file).ok && measure.documentId
  const draft = seesDraft ? await findText(db, measure.documentId ?? '') : null
  const { ok: _, ...shown } = page
  return comparable({
    page: shown,
    table: table?.ok ? table.table : null,
    positions: positions?.ok ? positions.page : null,
    draft: draft && { content: draft.content },
  })
}

async function answersAsOf(actor: Actor, reference: string, asked: AskedMoment): Promise<string> {
  const found = await findAsOf(scene.deps, actor, reference, asked)
  if (!found.ok) return found.reason
  const { stood } = found.asOf
  if (!stood) return ''
  const { people: _, page, ...others } = stood
  return comparable({ page, ...others })
}

const ofTheMoment: ReadonlySet<string> = new Set([
  'today',
  'key',
  'replyKey',
  'insideKey',
  'eventId',
  'ok',
])

function comparable(answers: unknown): string {
  const json = JSON.stringify(answers, (name, value: unknown) =>
    ofTheMoment.has(name) ? undefined : value,
  )
  return canonicalJson(JSON.parse(json))
}

const lastAct = async (reference: string) =>
  (await findActs(scene.db, (await scene.measure(reference)).id)).at(-1)?.id ?? 0

/** Somebody types into the draft, if it is open. */
async function type(reference: string, words: string) {
  const { documentId } = await scene.measure(reference)
  await scene.db.transaction((tx) =>
    appendServerEdit(tx, scene.nlDrafter, documentId ?? '', (text) => {
      const line = [...text.createTreeWalker((node) => node instanceof Y.XmlText)][0]
      if (line instanceof Y.XmlText) line.insert(0, words)
    }),
  )
}

describe('a file as it stood', () => {
  it('is what its pages answered at that very moment, whatever happened since', async () => {
    const seed = Number(process.env.HISTORY_SEED ?? randomInt(2 ** 31))
    console.log(`as of: seed ${seed}`)
    const below = seededRandom(seed)
    const { nl, nlDrafter, de, deDrafter, fr, officer } = scene
    const readers = [nl, nlDrafter, de, deDrafter, fr, officer]
    const { begin, any, files } = possibleActs(scene, below, { hasRecalls: false })
    await begin()
    const moments: { reader: Actor; reference: string; act: number; answered: string }[] = []
    const typedAfter = new Set<number>()
    for (let count = 0; count < 90; count++) {
      await any().catch((error: unknown) => {
        if (!isRefusal(error)) throw error
      })
      const reference = files[below(files.length)] ?? ''
      // The moment is that right after the last act; what is typed then comes later.
      const act = await lastAct(reference)
      for (const reader of [nl, readers[below(readers.length)] ?? nl]) {
        const isKnown = moments.some((one) => one.act === act && one.reader === reader)
        if (isKnown || typedAfter.has(act)) continue
        moments.push({ reader, reference, act, answered: await answersNow(reader, reference) })
      }
      if (below(3) === 0) {
        typedAfter.add(act)
        await type(reference, `${count} `)
      }
    }
    const told: typeof moments = []
    for (const moment of moments) {
      const found = await findAsOf(scene.deps, moment.reader, moment.reference, { act: moment.act })
      // An act that this reader does not know of is no moment to go to.
      if (found.ok) told.push(moment)
    }
    const shown = await Promise.all(
      told.map(({ reader, reference, act }) => answersAsOf(reader, reference, { act })),
    )
    const wrong = told.filter(({ answered }, index) => shown[index] !== answered)
    expect(wrong.map(({ reference, act, reader }) => `${reference} ${act} ${reader.name}`)).toEqual(
      [],
    )
    expect(told.filter(({ answered }) => answered !== '').length).toBeGreaterThan(8)
  }, 120_000)

  const place = () => ({ reference, number: 1 })
  let reference: string

  async function comment(actor: Actor, body: string, isReleased = true): Promise<string> {
    const { deps, must } = scene
    const { commentId } = must(await writeComment(deps, actor, place(), said({ body })))
    const comments = [{ id: commentId, revision: 1 }]
    const audience = { kind: 'version' as const }
    if (isReleased) must(await releaseComments(deps, actor, reference, { comments, audience }))
    return commentId
  }

  async function shared(): Promise<void> {
    reference = await scene.draft({ content: list(item('e1', '3B801', 'overlay ≤ 1.50 nm')) })
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['DE', 'FR'] })
  }

  it('shows what was recalled since to those alone who may still read it', async () => {
    await shared()
    const commentId = await comment(scene.de, 'What Germany took back')
    const act = await lastAct(reference)
    for (const reader of [scene.nl, scene.de, scene.fr])
      expect(await answersAsOf(reader, reference, { act })).toContain('What Germany took back')
    const recalling = { comment: commentId, reason: 'Too early.' }
    scene.must(await recallComment(scene.deps, scene.de, reference, recalling))
    expect(await answersAsOf(scene.de, reference, { act })).toContain('What Germany took back')
    for (const reader of [scene.nl, scene.fr])
      expect(await answersAsOf(reader, reference, { act })).not.toContain('What Germany took back')

    const text = '"mayRead":true'
    expect(await answersAsOf(scene.fr, reference, { act })).toContain(text)
    const { revision } = await scene.measure(reference)
    scene.must(
      await recall(scene.deps, scene.nl, reference, { number: 1, reason: 'Wrong file.', revision }),
    )
    expect(await answersAsOf(scene.nl, reference, { act })).toContain(text)
    expect(await answersAsOf(scene.fr, reference, { act })).not.toContain(text)
  })

  it('shows nothing of what was still inside another house then, and released later', async () => {
    await shared()
    const commentId = await comment(scene.de, 'Written inside Germany', false)
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['DE', 'FR'] })
    const act = await lastSeen(scene.fr)
    const comments = [{ id: commentId, revision: 1 }]
    const audience = { kind: 'version' as const }
    scene.must(await releaseComments(scene.deps, scene.de, reference, { comments, audience }))
    expect(await answersAsOf(scene.fr, reference, { act })).not.toContain('Written inside')
    expect(await answersAsOf(scene.fr, reference, { act: await lastSeen(scene.fr) })).toContain(
      'Written inside',
    )
    const before = await lastSeen(scene.de)
    expect(await answersAsOf(scene.de, reference, { act: before })).toContain('Written inside')
  })

  /** The last act that a person may know of. */
  async function lastSeen(actor: Actor): Promise<number> {
    const found = await findAsOf(scene.deps, actor, reference, null)
    return found.ok ? (found.asOf.steps.last?.id ?? 0) : 0
  }

  it('shows words that were withheld since to nobody', async () => {
    await shared()
    const commentId = await comment(scene.de, 'Classified after all')
    const act = await lastAct(reference)
    const targets = [{ kind: 'comment' as const, commentId }]
    scene.must(await withhold(scene.deps, scene.de, reference, { key: randomUUID(), targets }))
    for (const reader of [scene.nl, scene.de, scene.fr])
      expect(await answersAsOf(reader, reference, { act })).not.toContain('Classified')
  })

  it('is no moment for whoever may not know of the act, and nothing before they were told', async () => {
    await shared()
    const inner = await comment(scene.de, 'Inside', false).then(() => lastAct(reference))
    expect(await answersAsOf(scene.fr, reference, { act: inner })).toBe('not-found')
    expect(await answersAsOf(scene.nl, reference, { act: inner })).toBe('not-found')
    expect(await answersAsOf(scene.de, reference, { act: inner })).toContain('Inside')
    expect(await answersAsOf(scene.officer, reference, { act: inner })).toBe('not-found')
    const [opened] = await findActs(scene.db, (await scene.measure(reference)).id)
    expect(await answersAsOf(scene.fr, reference, { act: opened?.id ?? 0 })).toBe('not-found')
  })

  it('can be asked for by day and minute, in Brussels', async () => {
    await shared()
    const at = (asked: AskedMoment) => answersAsOf(scene.nl, reference, asked)
    expect(await at({ day: '2000-01-01', time: '12:00' })).toBe('not-found')
    const later = await at({ day: '2999-01-01', time: '12:00' })
    expect(later).toBe(await answersNow(scene.nl, reference))
  })

  it('holds the draft as it was stored by then, and who could read it', async () => {
    await shared()
    await type(reference, 'typed later ')
    const act = await lastAct(reference)
    expect(await answersAsOf(scene.nl, reference, { act })).not.toContain('typed later')
    const now = await findAsOf(scene.deps, scene.nl, reference, {
      day: '2999-01-01',
      time: '12:00',
    })
    expect(now.ok && JSON.stringify(now.asOf.stood?.draft)).toContain('typed later')
    expect(now.ok && now.asOf.stood?.people).toContainEqual({
      name: scene.nl.name,
      roles: ['representative'],
    })
    expect(await answersAsOf(scene.de, reference, { act })).toContain('"draft":null')
  })

  it('leaves nothing behind, and what the pages answer now', async () => {
    await shared()
    const before = await answersNow(scene.de, reference)
    const act = await lastSeen(scene.de)
    await Promise.all([1, 2, 3].map(() => answersAsOf(scene.de, reference, { act })))
    expect(await answersNow(scene.de, reference)).toBe(before)
    const left = await scene.database.sql`
      SELECT relname FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'`
    expect([...left]).toEqual([])
  })
})
