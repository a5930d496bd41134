import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { compiledRows } from '#app/components/comments/compiled-rows.ts'
import { fittingLines, tableFilterFrom } from '#app/components/comments/table-filter.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { compiledLines } from '#app/queries/compiled-lines.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor
let reference: string

/** Points by their ids, as a text. */
const text = (points: Record<string, string>) =>
  doc(
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        heading('h', 'Scanners for the manufacture of devices'),
        ...Object.entries(points).map(([id, words]) => point({ id }, paragraph(`${id}p`, words))),
      ),
    ),
  )

async function say(number: number, element: string, body: string) {
  const more = { place: 'element', element: `${element}p`, body } as const
  const written = await writeComment(scene.deps, de, { reference, number }, said(more))
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  await releaseComments(scene.deps, de, reference, { comments, audience: { kind: 'all' } })
}

const stage = 'a stage that nobody else makes in the Union'
const source = 'a light source for which a wavelength is given'
const lens = 'a lens of a diameter that is stated by the maker'
const pump = 'a pump that keeps the chamber free of any dust'

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  reference = await scene.file(nl)
  const share = (points: Record<string, string>) =>
    scene.share(nl, reference, { kind: 'all' }, text(points))
  await share({ a: `${lens} today`, b: stage, c: source, d: pump })
  await say(1, 'a', 'on a lens')
  await say(1, 'd', 'on a pump')
  await share({ a: `${lens} in writing`, b: stage, c: source, d: pump })
  await say(2, 'b', 'on a stage')
  await share({ a: `${lens} in writing`, c: source, d: pump })
  await say(3, 'c', 'on a source')
  await share({ a: `${lens} in writing`, c: `${source} in nanometres`, d: pump })
  await say(4, 'c', 'on it as it is now')
})
afterAll(() => scene.close())

async function rows(number: number, query = '') {
  const found = await findCompiledTable(scene.deps, de, reference, number)
  if (!found.ok) throw new Error(found.reason)
  const filter = tableFilterFrom(new URLSearchParams(query))
  const lines = fittingLines(compiledLines(found.table.threads), filter)
  const [, ...told] = compiledRows(formatFor('en'), found.table, lines, filter)
  const sheet = JSON.stringify(compiledSheet(formatFor('en'), found.table, filter, new Date()))
  return { since: Object.fromEntries(told.map((row) => [row[4], row.at(-1)])), sheet }
}

describe('what became of the words of a comment since the version before', () => {
  it('is told of these two versions, and not since the comment was made', async () => {
    expect((await rows(4)).since).toEqual({
      'on a lens': 'In its place',
      'on a stage': 'Text removed as of version 3',
      'on a source': 'Text changed',
      'on it as it is now': 'New in this version',
      'on a pump': 'In its place',
    })
    expect((await rows(2)).since).toMatchObject({ 'on a lens': 'Text changed' })
  })

  it('is what the table is filtered by', async () => {
    const found = async (query: string) => Object.keys((await rows(4, query)).since)
    expect(await found('since=text-changed')).toEqual(['on a source'])
    expect(await found('since=text-removed')).toEqual([])
    expect(await found('since=removed-before')).toEqual(['on a stage'])
    expect(Object.keys((await rows(3, 'since=text-removed')).since)).toEqual(['on a stage'])
  })

  it('names the version that took the words out, in the Word document too', async () => {
    expect((await rows(4)).sheet).toContain('Text removed as of version 3')
  })

  it('leads to the redline in which they went', async () => {
    const found = await findCommentsRoom(scene.deps, de, reference, 4)
    const threads = found.ok ? found.room.threads : []
    expect(threads.find(({ removed }) => removed)).toMatchObject({
      openedIn: 2,
      condition: 'text-removed',
      removed: { by: 3, last: 2 },
    })
    // Since the comment was made the words are others, and the room says so.
    expect(
      threads.find(({ openedIn, name }) => openedIn === 1 && name?.text.startsWith('a lens')),
    ).toMatchObject({ condition: 'text-changed', since: 'exact' })
  })
})
