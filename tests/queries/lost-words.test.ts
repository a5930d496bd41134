import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { findLostWords } from '#app/queries/lost-words.server.ts'
import { issueClientId } from '#db/document-clients.server.ts'
import { appendBehindOthers, findDocument } from '#db/document-log.server.ts'
import { replay } from '#db/document-text.server.ts'
import { appendServerEdit, createDocument } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { WordHistories } from '#db/word-histories.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { copyOf, updateOf } from '#tests/realtime/edits.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

let scene: Scene
const histories = new WordHistories()
let drafter: Actor
let second: Actor

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  second = await scene.person('NL', 'representative')
})
afterAll(() => scene.close())

async function draft() {
  const reference = await scene.file(drafter)
  const { db } = scene.database
  const measure = await findMeasureByReference(db, reference)
  const id = measure?.documentId ?? ''
  const content = doc(
    section('subject', paragraph('p', 'exposure tools'), paragraph('q', 'their masks')),
  )
  await db.transaction((tx) =>
    createDocument(tx, drafter, { id, measureId: measure?.id ?? null, purpose: 'draft', content }),
  )
  return { reference, id }
}

const lineOf = (text: Y.XmlFragment, place: number) => {
  const section = text.get(0)
  const line = section instanceof Y.XmlElement ? section.get(place) : null
  if (!(line instanceof Y.XmlElement)) throw new Error(`no line ${place}`)
  return line
}

/** What two people do who have not heard of each other yet. */
async function atOnce(id: string, edits: readonly [Actor, (text: Y.XmlFragment) => void][]) {
  const { db } = scene.database
  const { live } = await replay(db, id, 1)
  for (const [{ personId, delegation }, edit] of edits) {
    const document = await findDocument(db, id)
    const copy = copyOf(live, await issueClientId(db, id, personId))
    const share = { personId, delegation, update: updateOf(copy, () => edit(copy.text)) }
    await appendBehindOthers(db, {
      documentId: id,
      accessEpoch: document?.accessEpoch ?? 0,
      after: document?.head ?? 0,
      clientIds: new Set([copy.doc.clientID]),
      shares: [share],
    })
  }
}

const split = (at: number, name: string) => (text: Y.XmlFragment) => {
  const words = lineOf(text, 0).get(0) as Y.XmlText
  const tail = words.toString().slice(at)
  words.delete(at, tail.length)
  const line = new Y.XmlElement('paragraph')
  line.setAttribute('id', name)
  line.insert(0, [new Y.XmlText(tail)])
  ;(text.get(0) as Y.XmlElement).insert(1, [line])
}

describe('words that lost their place', () => {
  it('are told with their author and what they stood behind, until they are put in again', async () => {
    const { reference, id } = await draft()
    await atOnce(id, [
      [drafter, (text) => (lineOf(text, 1).get(0) as Y.XmlText).insert(5, ' reticles and')],
      [second, (text) => (text.get(0) as Y.XmlElement).delete(1, 1)],
    ])
    const found = await findLostWords(scene.deps, histories, second, reference)
    expect(found).toMatchObject({
      ok: true,
      lost: [{ words: ' reticles and', by: drafter.name, after: 'p', moved: null }],
      doubled: [],
    })
    await scene.database.db.transaction((tx) =>
      appendServerEdit(tx, second, id, (text) => {
        const line = new Y.XmlElement('paragraph')
        line.insert(0, [new Y.XmlText(' reticles and')])
        ;(text.get(0) as Y.XmlElement).insert(1, [line])
      }),
    )
    expect(await findLostWords(scene.deps, histories, second, reference)).toMatchObject({
      lost: [],
    })
  })

  it.each([true, false])(
    'are told with their place in their line that was moved (first: %s)',
    async (isFirst) => {
      const { reference, id } = await draft()
      const edits: [Actor, (text: Y.XmlFragment) => void][] = [
        [drafter, (text) => (lineOf(text, 1).get(0) as Y.XmlText).insert(5, ' reticles and')],
        [
          second,
          (text) => {
            const all = text.get(0) as Y.XmlElement
            const line = new Y.XmlElement('paragraph')
            line.setAttribute('id', 'q')
            line.insert(0, [new Y.XmlText('their masks')])
            text.doc?.transact(() => {
              all.delete(1, 1)
              all.insert(0, [line])
            })
          },
        ],
      ]
      await atOnce(id, isFirst ? edits : edits.toReversed())
      const found = await findLostWords(scene.deps, histories, second, reference)
      expect(found).toMatchObject({
        lost: [{ words: ' reticles and', moved: { elementId: 'q', at: 5 } }],
      })
      await scene.database.db.transaction((tx) =>
        appendServerEdit(tx, second, id, (text) =>
          (lineOf(text, 0).get(0) as Y.XmlText).insert(5, ' reticles and'),
        ),
      )
      expect(await findLostWords(scene.deps, histories, second, reference)).toMatchObject({
        lost: [],
      })
    },
  )

  it('stand twice where two split the same line', async () => {
    const { reference, id } = await draft()
    await atOnce(id, [
      [drafter, split(3, 'a')],
      [second, split(9, 'b')],
    ])
    expect(await findLostWords(scene.deps, histories, drafter, reference)).toMatchObject({
      doubled: [{ elementId: 'b', words: 'tools', from: 0, to: 5 }],
    })
  })

  it.each([true, false])(
    'are told where they stayed behind when another split their line (typed first: %s)',
    async (isFirst) => {
      const { reference, id } = await draft()
      const edits: [Actor, (text: Y.XmlFragment) => void][] = [
        [drafter, (text) => (lineOf(text, 0).get(0) as Y.XmlText).insert(12, 'fast ')],
        [second, split(9, 'n')],
      ]
      await atOnce(id, isFirst ? edits : edits.toReversed())
      expect(await findLostWords(scene.deps, histories, second, reference)).toMatchObject({
        lost: [],
        doubled: [],
        stranded: [
          {
            elementId: 'p',
            words: 'fast ',
            by: drafter.name,
            belongs: { elementId: 'n', at: 3 },
          },
        ],
      })
    },
  )

  it.each([true, false])(
    'are told where they stand again that another deleted during a split (first: %s)',
    async (isFirst) => {
      const { reference, id } = await draft()
      const edits: [Actor, (text: Y.XmlFragment) => void][] = [
        [drafter, (text) => (lineOf(text, 0).get(0) as Y.XmlText).delete(13, 1)],
        [second, split(9, 'n')],
      ]
      await atOnce(id, isFirst ? edits : edits.toReversed())
      expect(await findLostWords(scene.deps, histories, second, reference)).toMatchObject({
        stranded: [],
        struck: [{ elementId: 'n', from: 4, to: 5, words: 's', by: drafter.name }],
      })
    },
  )

  it('are told with what they were written for, which still stands where they belong', async () => {
    const { reference, id } = await draft()
    const replace = (text: Y.XmlFragment) => {
      const words = lineOf(text, 0).get(0) as Y.XmlText
      text.doc?.transact(() => {
        words.delete(11, 2)
        words.insert(11, 'ne')
      })
    }
    await atOnce(id, [
      [drafter, replace],
      [second, split(9, 'n')],
    ])
    expect(await findLostWords(scene.deps, histories, second, reference)).toMatchObject({
      struck: [{ elementId: 'n', words: 'ol' }],
      stranded: [{ words: 'ne', replaces: { elementId: 'n', from: 2, to: 4, words: 'ol' } }],
    })
  })

  it('are read from where they were known, however many ask at once', async () => {
    const { reference, id } = await draft()
    const { db } = scene.database
    await atOnce(id, [
      [drafter, (text) => (lineOf(text, 1).get(0) as Y.XmlText).insert(5, ' reticles and')],
    ])
    const first = await histories.read(db, id, 2)
    await atOnce(id, [[second, (text) => (text.get(0) as Y.XmlElement).delete(1, 1)]])
    const asked = Array.from({ length: 5 }, () =>
      findLostWords(scene.deps, histories, second, reference),
    )
    for (const found of await Promise.all(asked)) {
      expect(found).toMatchObject({ lost: [{ words: ' reticles and', by: drafter.name }] })
    }
    const again = await histories.read(db, id, 3)
    expect([again, again.seq]).toEqual([first, 3])
    histories.forget(id)
    expect(await histories.read(db, id, 3)).not.toBe(first)
  })

  it('are nobody’s business who may not see the draft', async () => {
    const german = await scene.person('DE', 'drafter')
    const { reference } = await draft()
    const refusal = { ok: false, reason: 'not-found' }
    expect(await findLostWords(scene.deps, histories, german, reference)).toEqual(refusal)
  })
})
