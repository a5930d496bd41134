import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findDraftAuthors } from '#app/queries/draft-authors.server.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { appendServerEdit, createDocument } from '#db/documents.server.ts'
import { forgetKept } from '#db/kept.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { documentHistories, documents, documentUpdates } from '#db/schema/documents.ts'
import { WordHistories } from '#db/word-histories.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { copyOf, firstElement, firstWords, updateOf } from '#tests/realtime/edits.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { newLiveText } from '#app/text/live-text.ts'
import { TextHistory } from '#app/text/authorship.ts'
import { readUpdates } from '#db/document-log.server.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import * as Y from 'yjs'

const histories = new WordHistories()
let scene: Scene
let drafter: Actor
let representative: Actor

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  representative = await scene.person('NL', 'representative')
})
afterAll(() => scene.close())

/** A draft that one wrote and another shortened. */
async function draft() {
  const reference = await scene.file(drafter)
  const { db } = scene.database
  const measure = await findMeasureByReference(db, reference)
  const documentId = measure?.documentId ?? ''
  const content = doc(section('subject', paragraph('p', 'exposure tools')))
  await db.transaction(async (tx) => {
    const document = { measureId: measure?.id ?? null, purpose: 'draft' as const, content }
    await createDocument(tx, drafter, { id: documentId, ...document })
    await appendServerEdit(tx, representative, documentId, (text) => {
      firstWords({ text }).delete(0, 'exposure '.length)
    })
  })
  return { reference, documentId }
}

async function authors(actor: Actor, reference: string, seq: number | null = null) {
  const found = await findDraftAuthors(scene.deps, histories, actor, reference, seq)
  if (!found.ok) throw new Error(found.reason)
  return found.page
}

describe('the authors of a draft', () => {
  it('are told for each run, and who deleted what is gone', async () => {
    const { reference } = await draft()
    const wrote = expect.objectContaining({ name: drafter.name, delegation: 'NL' })
    const deleted = expect.objectContaining({ name: representative.name })
    const page = await authors(representative, reference)
    expect(page).toMatchObject({
      seq: 2,
      moments: [
        { seq: 1, name: drafter.name },
        { seq: 2, name: representative.name },
      ],
    })
    expect(page.passages).toEqual([
      {
        name: expect.objectContaining({ kind: 'paragraph', section: 'subject', text: 'tools' }),
        isMoved: false,
        runs: [
          { words: 'exposure ', writtenBy: wrote, deletedBy: deleted },
          { words: 'tools', writtenBy: wrote, deletedBy: null },
        ],
      },
    ])
  })

  it('of words that another split off are those who wrote them', async () => {
    const { reference, documentId } = await draft()
    await scene.database.db.transaction((tx) =>
      appendServerEdit(tx, representative, documentId, (text) => {
        const words = firstWords({ text })
        const tail = words.toString().slice(1)
        words.delete(1, tail.length)
        const line = new Y.XmlElement('paragraph')
        line.insert(0, [new Y.XmlText(`${tail}, new`)])
        firstElement({ text }, 'section').push([line])
      }),
    )
    const { passages } = await authors(drafter, reference)
    const standing = passages.flatMap(({ runs }) => runs).filter((run) => run.deletedBy === null)
    expect(standing.map(({ words, writtenBy }) => [words, writtenBy?.name])).toEqual([
      ['t', drafter.name],
      ['ools', drafter.name],
      [', new', representative.name],
    ])
  })

  it('are told of a passage that was moved once, where it stands', async () => {
    const { reference, documentId } = await draft()
    await scene.database.db.transaction((tx) =>
      appendServerEdit(tx, representative, documentId, (text) => {
        const all = firstElement({ text }, 'section')
        all.delete(0, 1)
        const line = new Y.XmlElement('paragraph')
        line.setAttribute('id', 'p')
        line.insert(0, [new Y.XmlText('tools')])
        all.insert(0, [line])
      }),
    )
    const { passages } = await authors(drafter, reference)
    const told = passages.map(({ name, isMoved, runs }) => ({
      words: runs.map((run) => run.words),
      stands: name !== null,
      isMoved,
    }))
    expect(told).toEqual([
      { words: ['tools'], stands: true, isMoved: false },
      { words: ['exposure '], stands: false, isMoved: true },
    ])
  })

  it('are told as of an earlier moment', async () => {
    const { reference } = await draft()
    const runs = [{ words: 'exposure tools', writtenBy: expect.anything(), deletedBy: null }]
    expect(await authors(drafter, reference, 1)).toMatchObject({ seq: 1, passages: [{ runs }] })
  })

  it('are nobody’s business who may not see the draft', async () => {
    const german = await scene.person('DE', 'drafter')
    const { reference } = await draft()
    const refusal = await findDraftAuthors(scene.deps, histories, german, reference)
    expect(refusal).toEqual({ ok: false, reason: 'not-found' })
  })

  it('of a long log are read from what is kept of it, and what followed is taken on top', async () => {
    const seed = randomInt(2 ** 31)
    console.log(`long log seed ${seed}`)
    const { documentId } = await draft()
    await writeOn(documentId, 700, seed)
    const { db } = scene.database
    const whole = TextHistory.begin()
      .take(await readUpdates(db, documentId, 0, 702))
      .passages()
    expect((await readHistory(db, documentId, 702)).passages()).toEqual(whole)

    const kept = eq(documentHistories.documentId, documentId)
    const [row] = await db.select().from(documentHistories).where(kept)
    expect(row?.seq).toBe(702)
    if (!row) throw new Error('nothing was kept')
    expect(TextHistory.from(row).passages()).toEqual(whole)

    // What came after is taken on top of what was kept.
    await writeOn(documentId, 3, seed + 1)
    const later = TextHistory.begin()
      .take(await readUpdates(db, documentId, 0, 705))
      .passages()
    expect((await readHistory(db, documentId, 705)).passages()).toEqual(later)
    const more = TextHistory.from(row).take(await readUpdates(db, documentId, 702, 705))
    expect(more.passages()).toEqual(later)
  })
})

it('who wrote when is read from what is kept, and from the log again where that is not what was kept', async () => {
  const { reference, documentId } = await draft()
  await writeOn(documentId, 700, randomInt(2 ** 31))
  const { db } = scene.database
  const page = await authors(drafter, reference)
  const kept = eq(documentHistories.documentId, documentId)
  const [row] = await db.select().from(documentHistories).where(kept)

  // Another node, or this one after a restart.
  forgetKept()
  expect(await authors(drafter, reference)).toEqual(page)

  const forged = [[1, 702, representative.personId, 'NL', 0, 0]]
  await db.update(documentHistories).set({ signed: forged }).where(kept)
  forgetKept()
  expect(await authors(drafter, reference)).toEqual(page)
  expect(await db.select().from(documentHistories).where(kept)).toEqual([row])
})

it('at each moment of a long log are those that a replay up to there gives', async () => {
  const seed = randomInt(2 ** 31)
  console.log(`moments seed ${seed}`)
  const { reference, documentId } = await draft()
  await writeOn(documentId, 600, seed)
  const { db } = scene.database
  await authors(drafter, reference)
  await writeOn(documentId, 100, seed + 1)
  forgetKept()
  const random = seededRandom(seed)
  for (const seq of [
    1,
    2,
    601,
    602,
    603,
    702,
    ...Array.from({ length: 12 }, () => 3 + random(699)),
  ]) {
    const { passages } = await authors(drafter, reference, seq)
    const replayed = TextHistory.begin().take(await readUpdates(db, documentId, 0, seq))
    expect(wordsOf(passages)).toEqual(
      replayed
        .passages()
        .flatMap(({ runs }) =>
          runs.flatMap(({ words, insertedBy, deletedBy }) =>
            words
              .split('')
              .map((letter) => [
                letter,
                handAt(insertedBy),
                deletedBy === null ? null : handAt(deletedBy),
              ]),
          ),
        ),
    )
  }
})

/** Letter by letter: who wrote it, and who deleted it. */
function wordsOf(passages: Awaited<ReturnType<typeof authors>>['passages']) {
  return passages.flatMap(({ runs }) =>
    runs.flatMap(({ words, writtenBy, deletedBy }) =>
      words.split('').map((letter) => [letter, writtenBy?.name, deletedBy?.name ?? null]),
    ),
  )
}

/** One shortened what the other wrote, with the second update. */
const handAt = (seq: number) => (seq === 2 ? representative : drafter).name

/** Types and deletes at random, one update for each. */
async function writeOn(documentId: string, count: number, seed: number) {
  const { db } = scene.database
  const random = seededRandom(seed)
  const [row] = await db.select().from(documents).where(eq(documents.id, documentId))
  const head = row?.head ?? 0
  const live = newLiveText()
  for (const { update } of await readUpdates(db, documentId, 0, head)) {
    Y.applyUpdate(live.doc, update)
  }
  const copy = copyOf(live, seed % 1_000_000)
  const written = Array.from({ length: count }, (_, index) => ({
    documentId,
    seq: head + index + 1,
    personId: drafter.personId,
    delegation: drafter.delegation,
    update: updateOf(copy, () => {
      const words = firstWords(copy)
      const at = random(words.length + 1)
      if (at < words.length && random(3) === 0) words.delete(at, 1)
      else words.insert(at, 'ab')
    }),
  }))
  await db.insert(documentUpdates).values(written)
  await db
    .update(documents)
    .set({ head: head + count })
    .where(eq(documents.id, documentId))
}
