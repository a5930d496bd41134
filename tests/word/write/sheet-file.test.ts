import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { tableFilterFrom } from '#app/components/comments/table-filter.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { positionsSheet } from '#app/paper/positions-sheet.ts'
import type { Sheet } from '#app/paper/sheet.ts'
import { sheetPdf } from '#app/pdf/sheet-pdf.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { sheetFile } from '#app/word/write/sheet-file.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { OpenedWord } from './opened-word.ts'

const words = formatFor('en')
const now = new Date('2026-11-29T10:00:00Z')
let scene: Scene
let reference: string
const actors = new Map<DelegationCode, Actor>()

beforeAll(async () => {
  scene = await openScene()
  for (const code of ['NL', 'SE', 'DE', 'CY'] as const)
    actors.set(code, await scene.person(code, 'representative'))
  reference = await scene.file(actorOf('NL'))
  await scene.share(actorOf('NL'), reference)
  const sweden = await say('SE', { place: 'element', element: 'f5b', proposedWording: '≤ 1.20 nm' })
  await say('DE', { place: 'element', element: 'f5b', body: 'Ευρώπη и България' })
  await say('CY', { body: 'planted-inside' }, false)
  await giveReply(scene.deps, actorOf('NL'), reference, {
    key: randomUUID(),
    comment: sweden,
    outcome: 'partly',
    reason: 'In part.',
  })
  await stand('SE', 'concern', 'The overlay is too wide.')
  await stand('DE', 'supports', '')
  await stand('CY', 'comments', 'We have two.', '3B801')
})
afterAll(() => scene.close())

function actorOf(code: DelegationCode): Actor {
  const actor = actors.get(code)
  if (!actor) throw new Error(`nobody of ${code}`)
  return actor
}

async function say(code: DelegationCode, more: Partial<WriteComment>, isReleased = true) {
  const where = { reference, number: 1 }
  const written = await writeComment(scene.deps, actorOf(code), where, said(more))
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  if (isReleased)
    await releaseComments(scene.deps, actorOf(code), reference, {
      comments,
      audience: { kind: 'all' },
    })
  return written.commentId
}

async function stand(
  code: DelegationCode,
  stance: 'concern' | 'supports' | 'comments',
  reasons: string,
  entry: string | null = null,
) {
  const stated = await statePosition(
    scene.deps,
    actorOf(code),
    { reference, number: 1 },
    {
      key: randomUUID(),
      entryCode: entry,
      stance,
      intentions: [],
      reasons,
      audience: { kind: 'all' },
    },
  )
  if (!stated.ok) throw new Error(stated.reason)
}

async function compiled(code: DelegationCode, query = ''): Promise<Sheet> {
  const found = await findCompiledTable(scene.deps, actorOf(code), reference, 1)
  if (!found.ok) throw new Error(found.reason)
  return compiledSheet(words, found.table, tableFilterFrom(new URLSearchParams(query)), now)
}

async function positions(code: DelegationCode, isAttributed = true, first: DelegationCode[] = []) {
  const found = await findPositionsPage(scene.deps, actorOf(code), reference, 1)
  if (!found.ok) throw new Error(found.reason)
  return positionsSheet(words, found.page, { isAttributed, first }, now)
}

const opened = async (sheet: Sheet) => new OpenedWord(await sheetFile(words, sheet))

describe('the compiled table in Word', () => {
  it('lies across the page, with its head on every page', async () => {
    const document = (await opened(await compiled('NL'))).parts['word/document.xml'] ?? ''
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  })

  it('stands by provision and in protocol order, with what was answered', async () => {
    const rows = (await opened(await compiled('NL'))).rows
    expect(rows).toEqual([
      ['Words', 'State', 'Comment', 'Proposed wording', 'Reply of the owner', 'Status'],
      ['3B801.f.5.b'],
      expect.arrayContaining(['DE', expect.stringContaining('Ευρώπη и България'), 'No reply yet']),
      expect.arrayContaining(['SE', '≤ 1.20 nm', expect.stringContaining('In part.')]),
    ])
  })

  it('holds nothing of the inside unless its own delegation asks for it', async () => {
    for (const [code, query] of [
      ['NL', 'status=inner'],
      ['CY', ''],
    ] as const)
      expect(JSON.stringify((await opened(await compiled(code, query))).parts)).not.toContain(
        'planted-inside',
      )
    const asked = await opened(await compiled('CY', 'status=inner'))
    expect(JSON.stringify(asked.parts)).toContain('planted-inside')
  })

  it('names no state where none is to be named', async () => {
    const rows = (await opened(await compiled('NL', 'names=off'))).rows
    expect(JSON.stringify(rows)).not.toMatch(/"(DE|SE)"|Germany|Sweden/)
  })
})

describe('the table of positions in Word', () => {
  it('stands provision by provision, in protocol order', async () => {
    expect((await positions('NL')).rows.map(firstOf)).toEqual([
      'As a whole',
      'DE',
      'SE',
      '3B801: Equipment for the manufacture of semiconductor devices',
      'CY',
    ])
  })

  it('begins with the states that are named, and goes on from the last of them', async () => {
    const rows = (await positions('NL', true, ['SE'])).rows.map(firstOf)
    expect(rows.slice(0, 3)).toEqual(['As a whole', 'SE', 'DE'])
    const { parts } = await opened(await positions('NL', true, ['CY', 'SE']))
    expect(parts['word/document.xml']).toContain('in this order: CY SE BE BG')
  })

  it('holds no state where none is to be named, nor the order or day of what was said', async () => {
    const word = await opened(await positions('NL', false))
    const table = JSON.stringify(word.rows)
    expect(table).not.toMatch(/\b(DE|SE|CY)\b|Germany|Sweden|Cyprus|2026/)
    expect(word.rows.map(([first]) => first)).toEqual([
      'Position',
      'As a whole',
      'Supports',
      'Concern',
      expect.stringContaining('3B801'),
      'Comments',
    ])
    expect(word.parts['word/document.xml']).not.toMatch(/Sweden|Cyprus|Germany/)
  })
})

function firstOf(row: Sheet['rows'][number]): string | undefined {
  return row.kind === 'group' ? row.text : row.cells[0]?.[0]?.text
}

describe('a table as PDF', () => {
  it('is a PDF with embedded fonts, for Greek and Cyrillic too', async () => {
    const made = await sheetPdf(words, await compiled('NL'))
    const pdf = made.ok ? Buffer.from(made.bytes).toString('latin1') : made.reason
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).toMatch(/\/FontFile2/)
    expect(pdf).toMatch(/\/BaseFont \/\w+\+Roboto/)
  })
})

describe('600 comments', () => {
  it('are made into a table for Word in under 5 seconds', async () => {
    const { rows, ...sheet } = await compiled('NL')
    const [group, ...lines] = rows
    if (!group) throw new Error('there is no row')
    const many = Array.from({ length: 300 }, () => [group, ...lines]).flat()
    const started = performance.now()
    const word = await sheetFile(words, { ...sheet, rows: many })
    const took = performance.now() - started
    console.log(`600 comments as a table for Word: ${Math.round(took)} ms`)
    expect(took).toBeLessThan(5000)
    expect(new OpenedWord(word).rows).toHaveLength(1 + 900)
  }, 60_000)
})
