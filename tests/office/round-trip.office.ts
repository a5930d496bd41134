import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { statePosition } from '#app/commands/state-position.server.ts'
import { tableFilterFrom } from '#app/components/comments/table-filter.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { positionsSheet } from '#app/paper/positions-sheet.ts'
import type { Sheet } from '#app/paper/sheet.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { sheetFile } from '#app/word/write/sheet-file.server.ts'
import { making, openWordScene, words, type WordScene } from '#tests/commands/word-scene.ts'
import { OpenedWord } from '#tests/word/write/opened-word.ts'
import { described } from '#tests/word/described.ts'
import { readHere } from '#tests/word/read-here.ts'
import { openOffice } from './office.ts'

/** Documents of ours through the real LibreOffice and back. */

let scene: WordScene
let office: Awaited<ReturnType<typeof openOffice>>

beforeAll(async () => {
  scene = await openWordScene()
  office = await openOffice({ first: 'Carla', last: 'Moreau' })
})
afterAll(async () => {
  await office.close()
  await scene.close()
})
beforeEach(async () => {
  await scene.share()
  await scene.discuss()
})

test('a version keeps its comments and proposals, with who said them, where and when', async () => {
  const before = await scene.exported()
  const after = await office.save(before)
  expect(keptOf(after)).toEqual(keptOf(before))
  expect(readHere(after).origin).toMatchObject({ file: scene.reference(), version: 1 })
})

/** LibreOffice does not keep which comment answers which, only that they are on the same words. */
function keptOf(bytes: Uint8Array) {
  const { text, proposals, said } = described(readHere(bytes))
  return { text, proposals, said: said.map((one) => one.replace(/ answers \d+/, '')) }
}

test('nothing of a version that was only saved again comes in', async () => {
  const { answers, recognised } = await scene.preview(await office.save(await scene.exported()))
  expect(answers).toEqual([])
  expect(recognised).toBe(3)
})

test('what a colleague without an account said and changed there comes in at its place', async () => {
  const returned = await office.save(
    await scene.exported(),
    { kind: 'comment', on: 'used for weapons', text: 'By whom?', author: 'Bob Dupont' },
    { kind: 'replace', words: '193', by: '248' },
  )
  expect((await scene.preview(returned)).answers).toMatchObject([
    { kind: 'comment', author: 'Bob Dupont', text: 'By whom?', condition: 'exact' },
    { kind: 'change', author: 'Carla Moreau', before: '193', after: '248', isProposal: true },
  ])
  expect(await scene.bringIn(returned)).toEqual({ ok: true })
  expect(
    (await scene.brought()).map(({ thread, comment }) => ({
      at: thread.place?.elementId,
      on: thread.quote,
      by: comment.stated?.author,
      said: comment.body,
      wording: comment.proposedWording,
    })),
  ).toEqual([
    { at: 'g1', on: 'used for weapons', by: 'Bob Dupont', said: 'By whom?', wording: null },
    { at: 'bp', on: '193', by: 'Carla Moreau', said: '', wording: '248' },
  ])
  expect(await scene.bringIn(returned)).toEqual({ ok: false, reason: 'nothing-in-it' })
})

test('what a colleague wrote there into a comment is an answer to it, and not of its author', async () => {
  const returned = await office.save(await scene.exported(), {
    kind: 'rewrite',
    in: 'Too wide.',
    by: 'Scope: Too wide. We make it at 1.40 nm.',
  })
  const { answers, recognised } = await scene.preview(returned)
  expect(answers).toMatchObject([
    {
      kind: 'in-comment',
      before: '',
      after: 'Scope: … We make it at 1.40 nm.',
      answers: { delegations: ['SE'] },
    },
  ])
  expect(recognised).toBe(3)
})

async function throughOffice(sheet: Sheet) {
  const bytes = await sheetFile(words, sheet)
  return { before: new OpenedWord(bytes), after: new OpenedWord(await office.save(bytes)) }
}

test('the compiled table keeps its cells', async () => {
  const reference = scene.reference()
  const found = await findCompiledTable(scene.deps, scene.nl, reference, 1)
  if (!found.ok) throw new Error(found.reason)
  const filter = tableFilterFrom(new URLSearchParams())
  const sheet = compiledSheet(words, found.table, filter, making.now)
  const { before, after } = await throughOffice(sheet)
  expect(before.rows.flat().join()).toContain('Too wide.')
  expect(after.rows).toEqual(before.rows)
})

test('the positions keep their cells', async () => {
  const position = {
    key: randomUUID(),
    entryCode: null,
    stance: 'concern' as const,
    intentions: [],
    reasons: 'The overlay is too wide.',
    audience: { kind: 'all' as const },
  }
  const version = { reference: scene.reference(), number: 1 }
  expect((await statePosition(scene.deps, scene.se, version, position)).ok).toBe(true)
  const found = await findPositionsPage(scene.deps, scene.nl, scene.reference(), 1)
  if (!found.ok) throw new Error(found.reason)
  const shown = { isAttributed: true, first: [] }
  const sheet = positionsSheet(words, found.page, shown, making.now)
  const { before, after } = await throughOffice(sheet)
  expect(before.rows.flat().join()).toContain('The overlay is too wide.')
  expect(after.rows).toEqual(before.rows)
})
