import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { tableFilterFrom } from '#app/components/comments/table-filter.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { commentBookmark } from '#app/word/package.ts'
import { readXml } from '#app/word/xml.ts'
import { readWord } from '#app/word/read-word.ts'
import { versionFile } from '#app/word/write/version-file.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { type Content, plainText } from '#app/text/content.ts'
import { doc, entry, heading, note, paragraph, point, run, section } from '#tests/text/sample.ts'
import { ownReading } from '../own-reading.ts'
import { OpenedWord } from './opened-word.ts'

const text = doc(
  section('subject', paragraph('s1', 'Amendment of the list')),
  section('grounds'),
  section(
    'items',
    entry(
      { id: 'e1', code: '3B801', logic: 'any-of', destinations: 'All but EU001' },
      heading('h1', 'Equipment for semiconductor devices'),
      point(
        { id: 'a', logic: 'all-of' },
        paragraph('ap', 'Equipment having:'),
        point({ id: 'a1' }, paragraph('a1p', 'a source ', run('≥ 193 nm', { type: 'bold' }))),
        point({ id: 'a2' }, paragraph('a2p', 'an overlay ≤ 1.50 nm'), paragraph('a2q', 'and more')),
      ),
      point({ id: 'b', notUsed: true }),
      point(
        { id: 'f', label: 'f' },
        paragraph('fp', 'an error ≤ 10', run('-4', { type: 'superscript' })),
        point({ id: 'f1' }, paragraph('f1p', 'counted anew')),
      ),
      point({ id: 'g' }, paragraph('gp', 'See ', run('the act', link('/register')))),
      point({ id: 'gbis', label: 'g bis' }, paragraph('gbisp', 'between two')),
      point({ id: 'h' }, paragraph('hp', 'goes on')),
      note({ id: 'n1', kind: 'technical-note' }, paragraph('n1p', 'Resolution is measured.')),
      note({ id: 'n2', kind: 'technical-note' }, paragraph('n2p', 'As above.')),
      note({ id: 'n3', kind: 'nb' }, paragraph('n3p', 'See also 3B001.')),
    ),
  ),
)

function isWellFormed(part: Uint8Array): boolean {
  try {
    return readXml(part).name !== ''
  } catch {
    return false
  }
}

function link(href: string) {
  return { type: 'link', attrs: { href } }
}

let scene: Scene
let nl: Actor
let se: Actor
let de: Actor
let reference: string
let onWords: string
let inside: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  se = await scene.person('SE', 'representative')
  de = await scene.person('DE', 'representative')
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'all' }, text)
  onWords = await say(se, {
    place: 'words',
    element: 'a2p',
    from: 11,
    to: 20,
    proposedWording: '≤ 1.20 nm',
    body: 'Too wide.\nSee our note.',
  })
  await say(de, { body: 'On the whole' })
  await say(de, { place: 'element', element: 'a', body: 'On the point', isQuestion: true })
  inside = await say(se, { body: 'planted-inside' }, false)
  await giveReply(scene.deps, nl, reference, {
    key: randomUUID(),
    comment: onWords,
    outcome: 'not',
    reason: 'The value stays.',
  })
})
afterAll(() => scene.close())

async function say(actor: Actor, more: Partial<WriteComment>, isReleased = true) {
  const written = await writeComment(scene.deps, actor, { reference, number: 1 }, said(more))
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  if (isReleased)
    await releaseComments(scene.deps, actor, reference, { comments, audience: { kind: 'all' } })
  return written.commentId
}

const words = formatFor('en')
const making = {
  words,
  now: new Date('2026-11-29T10:00:00Z'),
  origin: 'https://concert.example',
}

/** Another file, with proposals for parts of its text and not for words of it. */
async function proposing() {
  const reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'all' }, text)
  const slice = JSON.stringify([point({ id: 'new' }, paragraph('newp', 'a throughput'))])
  for (const more of [
    { element: 'a2', change: 'insert-after', slice, body: 'behind' },
    { element: 'a1', change: 'delete', body: 'gone' },
  ] as const) {
    const form = said({ place: 'element', proposedWording: null, ...more })
    const written = await writeComment(scene.deps, de, { reference, number: 1 }, form)
    if (!written.ok) throw new Error(written.reason)
    await releaseComments(scene.deps, de, reference, {
      comments: [{ id: written.commentId, revision: 1 }],
      audience: { kind: 'all' },
    })
  }
  return { reference, word: await file(nl, false, reference) }
}

async function file(actor: Actor, withInner = false, of = reference): Promise<OpenedWord> {
  const found = await findCommentsRoom(scene.deps, actor, of, 1)
  if (!found.ok) throw new Error(found.reason)
  return new OpenedWord(await versionFile(making, found.room, { withInner }))
}

describe('a version in Word', () => {
  it('has headings by style and every element in its bookmark', async () => {
    const word = await file(nl)
    expect(word.at('el_items')).toMatchObject({ style: 'Heading1', text: 'Controlled items' })
    expect(word.at('el_e1')).toMatchObject({ style: 'Heading2', text: '3B801' })
    expect(word.at('el_a')).toMatchObject({ text: 'Equipment having:' })
    expect(word.at('el_a').bookmarks).toEqual(expect.arrayContaining(['el_a', 'el_ap']))
    expect(word.at('el_a2q').text).toBe('and more')
  })

  it('counts points as the portal letters them, in lists of Word', async () => {
    const labelled = (await file(nl)).labelled.filter(({ label }) => label !== '')
    expect(labelled.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'a. Equipment having:',
      '1. a source ≥ 193 nm',
      '2. an overlay ≤ 1.501.20 nm',
      'b. (not used)',
      'f. an error ≤ 10-4',
      '1. counted anew',
      'g. See the act',
      'g bis. between two',
      'h. goes on',
      'Technical note 1: Resolution is measured.',
      'Technical note 2: As above.',
      'N.B. See also 3B001.',
    ])
  })

  it('says in a style of its own what are not words of the text', async () => {
    const added = (await file(nl)).paragraphs.filter(({ style }) => style === 'ConcertAdded')
    expect(added.map((one) => one.text)).toEqual(
      expect.arrayContaining([
        'Destinations: All but EU001',
        '(not used)',
        'any of the following:',
      ]),
    )
  })

  it('keeps what is raised, and links', async () => {
    const word = await file(nl)
    expect(word.at('el_f').runs).toContainEqual({ text: '-4', raised: 'superscript' })
    expect(word.parts['word/_rels/document.xml.rels']).toContain('https://concert.example/register')
  })

  it('has comments with their author, at their words, answered by the owner', async () => {
    const word = await file(nl)
    const [whole, point, sweden, answer] = word.comments
    expect(whole).toMatchObject({ author: 'Germany', initials: 'DE' })
    expect(word.commented(whole?.id ?? '')).toBe('Advanced semiconductor manufacturing equipment')
    expect(word.commented(point?.id ?? '')).toContain('an overlay')
    expect(word.commented(point?.id ?? '')).toMatch(/^Equipment having:.*and more$/)
    expect(sweden).toMatchObject({ author: 'Sweden', initials: 'SE' })
    expect(sweden?.text).toContain('Too wide.\nSee our note.')
    expect(word.commented(sweden?.id ?? '')).toBe('≤ 1.501.20 nm')
    expect(answer).toMatchObject({ author: 'Netherlands', initials: 'NL' })
    expect(answer?.text).toBe('Not taken up\nThe value stays.')
    expect(word.at(commentBookmark(onWords)).bookmarks).toContain('el_a2p')
  })

  it('names the writer to their own delegation alone', async () => {
    expect((await file(se)).comments.map(({ author }) => author)).toContain(
      'representative, SE, Sweden',
    )
    expect(JSON.stringify((await file(nl)).parts)).not.toContain('representative, SE')
  })

  it('does not say the state twice where the name of the writer says it', async () => {
    const found = await findCommentsRoom(scene.deps, se, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const threads = found.room.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment) => ({ ...comment, writer: 'Drafter, Sweden' })),
    }))
    const room = { ...found.room, threads }
    const word = new OpenedWord(await versionFile(making, room, { withInner: false }))
    const authors = word.comments.map(({ author }) => author)
    expect(authors).toContain('Drafter, Sweden')
    expect(authors).not.toContain('Drafter, Sweden, Sweden')
  })

  it('shows proposed wording as changes of the text', async () => {
    const word = await file(nl)
    expect(word.changes.map(({ kind, author, text: words }) => ({ kind, author, words }))).toEqual([
      { kind: 'del', author: 'Sweden', words: '1.50' },
      { kind: 'ins', author: 'Sweden', words: '1.20' },
    ])
    expect(word.lines('accepted')).toContain('an overlay ≤ 1.20 nm')
    expect(word.lines('rejected')).toContain('an overlay ≤ 1.50 nm')
  })

  it('names what is proposed other than words, and leaves the text as it is', async () => {
    const { reference, word } = await proposing()
    expect(word.changes).toEqual([])
    const [behind, gone] = ['behind', 'gone'].map((body) =>
      word.comments.find((one) => one.text.includes(body)),
    )
    expect(behind?.text).toContain('Proposed behind it:\na throughput')
    expect(gone?.text).toContain('Proposed to be taken out')
    const found = await findCompiledTable(scene.deps, nl, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const filter = tableFilterFrom(new URLSearchParams())
    const { rows } = compiledSheet(words, found.table, filter, making.now)
    const wordings = rows.map((row) => (row.kind === 'cells' ? row.cells[3] : undefined))
    expect(wordings).toContainEqual([
      { text: 'Proposed behind it', look: 'soft' },
      { text: 'a throughput', look: 'inserted' },
    ])
    expect(wordings).toContainEqual([{ text: 'Proposed to be taken out', look: 'soft' }])
  })

  it('names all whose comment it is', async () => {
    const found = await findCommentsRoom(scene.deps, nl, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const threads = found.room.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment) =>
        comment.id === onWords ? { ...comment, signatories: ['DE', 'SE'] as const } : comment,
      ),
    }))
    const bytes = await versionFile(making, { ...found.room, threads }, { withInner: false })
    const word = new OpenedWord(bytes)
    expect(word.comments).toContainEqual(
      expect.objectContaining({ author: 'Germany and Sweden', initials: 'DE, SE' }),
    )
    expect(new Set(word.changes.map(({ author }) => author))).toEqual(
      new Set(['Germany and Sweden']),
    )
  })

  it('can be opened whatever was typed: what XML cannot hold is left out', async () => {
    const found = await findCommentsRoom(scene.deps, nl, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const odd = 'b\uFFFEe\uFFFFf\u0001o\u000Br\u007Fe'
    const content = doc(section('subject', paragraph('s1', `${odd} 𝜆 \uD835`)))
    const threads = found.room.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment) => ({ ...comment, writer: odd, body: odd })),
    }))
    const room = { ...found.room, title: odd, content, threads }
    const bytes = await versionFile(making, room, { withInner: false })
    const parts = Object.entries(unzipSync(bytes))
    expect(parts.map(([path, part]) => [path, isWellFormed(part)])).toEqual(
      parts.map(([path]) => [path, true]),
    )
    expect(new OpenedWord(bytes).at('el_s1').text).toMatch(/^befor\u007F?e 𝜆/)
  })

  it('comes back with its own words and nothing of what stands around them', async () => {
    const found = await findCommentsRoom(scene.deps, nl, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const read = readWord(await versionFile(making, found.room, { withInner: false }), ownReading)
    if (!read.ok) throw new Error(read.reason)
    const { content, comments, proposals } = read.document
    const linesOf = (of: Content) =>
      plainText(of)
        .split('\n')
        .filter((line) => line.trim() !== '')
    expect(linesOf(content)).toEqual(linesOf(text))
    expect(proposals).toMatchObject([{ before: '1.50', after: '1.20', author: 'Sweden' }])
    const onTheWhole = comments.find((comment) => comment.text.includes('On the whole'))
    expect(onTheWhole?.place).toBeNull()
    expect(comments.filter(({ place }) => place === null)).toHaveLength(1)
  })

  it('says which version of which file it is', async () => {
    const word = await file(nl)
    expect(word.parts['docProps/custom.xml']).toContain(reference)
    expect(word.parts['docProps/custom.xml']).toMatch(/concert-version.*1/)
  })

  it('says on every page which file and version it is, and how many pages there are', async () => {
    const word = await file(nl)
    const header = word.parts['word/header1.xml'] ?? ''
    for (const words of [reference, 'Draft shared for comments, version 1', '29 November 2026'])
      expect(header).toContain(words)
    expect(word.parts['word/footer1.xml']).toMatch(/PAGE.*NUMPAGES/)
  })

  it('holds nothing of the inside, except for its own delegation where that is asked for', async () => {
    for (const word of [
      await file(nl),
      await file(de, true),
      await file(nl, true),
      await file(se),
    ]) {
      expect(JSON.stringify(word.parts)).not.toContain('planted-inside')
      expect(JSON.stringify(word.parts)).not.toContain(inside)
    }
    const asked = await file(se, true)
    expect(asked.comments.find((one) => one.text.includes('planted-inside'))?.text).toContain(
      'Inside, not released',
    )
  })
})
