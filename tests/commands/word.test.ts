import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { bringInWord } from '#app/commands/bring-in-word.server.ts'
import { receiveWord } from '#app/commands/receive-word.server.ts'
import { settleWordNote } from '#app/commands/settle-word-note.server.ts'
import type { BringMode } from '#app/measures/brought-in.ts'
import { findDraftText } from '#app/queries/draft-text.server.ts'
import { findNotes } from '#app/queries/word-notes.server.ts'
import { findWordUpload } from '#app/queries/word-upload.server.ts'
import { plainText } from '#app/text/content.ts'
import { entriesOf } from '#app/text/entries.ts'
import { referencesOf } from '#app/text/references.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { readWord } from '#app/word/read-word.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'
import { appendServerEdit, createDocument, findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { putIntoSections } from '#app/text/live-sections.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import {
  comment,
  del,
  extended,
  from,
  inList,
  ins,
  p,
  r,
  style,
  to,
  usualNumbering,
  wordFile,
} from '#tests/word/word-file.ts'
import { EditedWord } from '#tests/word/edited-word.ts'
import { openScene, type Scene } from './scene.ts'
import { making } from './word-scene.ts'

let scene: Scene
let drafter: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
})
afterAll(() => scene.close())
beforeEach(async () => {
  reference = await scene.file(drafter)
  const { id: measureId, documentId } = await measure()
  const draft = { id: documentId, measureId, purpose: 'draft' as const, content: emptyDraft() }
  await scene.deps.db.transaction((tx) => createDocument(tx, drafter, draft))
})

const into = () => ({ reference, number: null })
const as = {
  sections: { 'controlled items': 'items' },
  section: 'grounds',
  ownWords: { withoutCode: '', logics: {} },
} as const
const readHere: Parameters<typeof receiveWord>[1] = (bytes, options) =>
  Promise.resolve(readWord(bytes, options))

const list = wordFile({
  numbering: usualNumbering,
  body:
    p('', from(0), from(1), r('Because of the risk.'), to(0), to(1)) +
    p(style('berschrift1'), r('Controlled items')) +
    p('', r('3B801', '<w:b/>'), r(' Scanners')) +
    p('', r('a. an overlay below '), del('2.40'), ins('1.50'), r(' nm;')) +
    p('', r('b. specially designed '), ins('or modified '), r('pellicles.')),
  comments:
    comment(0, 'Which risk?', { author: 'Bob Dupont', paragraph: '5AA00001' }) +
    comment(1, 'See the annex.', { paragraph: '5AA00002' }),
  commentsExtended: extended('5AA00001') + extended('5AA00002', { answers: '5AA00001' }),
})

async function receive(bytes = list, actor = drafter) {
  const sent = { name: 'list.docx', bytes }
  return receiveWord(scene.deps, readHere, actor, into(), as, sent)
}

async function bringIn(mode: BringMode, bytes = list) {
  const received = await receive(bytes)
  if (!received.ok) return received
  const upload = await findWordUpload(scene.deps, drafter, reference, received.uploadId)
  if (!upload.ok) return upload
  const input = { key: randomUUID(), mode, seq: upload.seq }
  return bringInWord(scene.deps, drafter, reference, received.uploadId, input)
}

async function measure() {
  const found = await findMeasureByReference(scene.deps.db, reference)
  if (!found?.documentId) throw new Error('no draft')
  return { ...found, documentId: found.documentId }
}

async function draft(): Promise<string> {
  const { documentId } = await measure()
  const text = await findText(scene.deps.db, documentId)
  return plainText(text?.content ?? doc())
}

async function write(words: string) {
  const { documentId } = await measure()
  await scene.deps.db.transaction((tx) =>
    appendServerEdit(tx, drafter, documentId, (text) =>
      putIntoSections(text, doc(section('grounds', paragraph(null, words))), { replaces: false }),
    ),
  )
}

const notes = async () => findNotes(scene.deps.db, await measure())

test('an empty draft is filled, and what was said in Word stands beside it with its names', async () => {
  expect(await bringIn('fill')).toEqual({ ok: true })
  expect((await draft()).trim().split('\n').filter(Boolean)).toEqual([
    'Because of the risk.',
    'Scanners',
    'an overlay below 2.40 nm;',
    'specially designed pellicles.',
  ])
  expect(await notes()).toMatchObject([
    {
      kind: 'comment',
      author: 'Bob Dupont',
      statedAt: '2026-03-04T12:00:00.000Z',
      text: 'Which risk?',
      quote: 'Because of the risk.',
      answers: null,
    },
    { kind: 'comment', author: 'Ana Silva', text: 'See the annex.', answers: expect.any(String) },
    {
      kind: 'proposal',
      before: '2.40',
      after: '1.50',
      quote: '2.40',
      wording: '1.50',
      canBeTakenUp: true,
      condition: 'exact',
    },
    {
      kind: 'proposal',
      before: '',
      after: 'or modified ',
      quote: 'designed ',
      wording: 'designed or modified ',
    },
  ])
  expect(await scene.acts(reference)).toEqual(['file-opened', 'word-brought-in'])
})

test('codes in it become references, as when they are pasted: of the text before those of Annex I', async () => {
  const bytes = wordFile({
    body:
      p('', r('See 3B801.a, 3A001.a.13 and 9Z999.')) +
      p(style('berschrift1'), r('Controlled items')) +
      p('', r('3B801', '<w:b/>'), r(' Scanners')) +
      p('', r('a. as in 3B'), r('801', '<w:i/>'), r(', and 9A123.')),
  })
  expect(await bringIn('fill', bytes)).toEqual({ ok: true })
  const text = await findText(scene.deps.db, (await measure()).documentId)
  const found = referencesOf(text?.content ?? doc())
  expect(found.map(({ written, state, reference }) => [written, state, reference?.issuer])).toEqual(
    [
      ['3B801.a', 'sound', null],
      ['3A001.a.13', 'sound', 'EU'],
      ['3B801', 'sound', null],
      ['9A123', 'sound', 'EU'],
    ],
  )
  // Brought in once more, its codes mean the entries that were there before.
  expect(await bringIn('append', bytes)).toEqual({ ok: true })
  const twice = await findText(scene.deps.db, (await measure()).documentId)
  const targets = referencesOf(twice?.content ?? doc()).flatMap(
    ({ reference }) => reference?.target ?? [],
  )
  expect(targets).toHaveLength(4)
  expect(new Set(targets).size).toBe(2)
})

test('a draft with words keeps them unless it is said that they give way', async () => {
  await write('Written here.')
  expect(await bringIn('fill')).toEqual({ ok: false, reason: 'draft-changed' })
  expect(await bringIn('append')).toEqual({ ok: true })
  expect(await draft()).toMatch(/Written here\.\nBecause of the risk\./)
  expect(await bringIn('replace')).toEqual({ ok: true })
  expect(await draft()).not.toContain('Written here.')
  expect((await draft()).match(/Because of the risk/g)).toHaveLength(1)
})

test('words that were written since the page was made never give way', async () => {
  await write('Seen.')
  const received = await receive()
  if (!received.ok) throw new Error(received.reason)
  const upload = await findWordUpload(scene.deps, drafter, reference, received.uploadId)
  if (!upload.ok) throw new Error(upload.reason)
  await write('Not seen.')
  const input = { key: randomUUID(), mode: 'replace' as const, seq: upload.seq }
  expect(await bringInWord(scene.deps, drafter, reference, received.uploadId, input)).toEqual({
    ok: false,
    reason: 'draft-changed',
  })
  expect(await draft()).toContain('Not seen.')
})

test('the same form twice brings it in once', async () => {
  const received = await receive()
  if (!received.ok) throw new Error(received.reason)
  const upload = await findWordUpload(scene.deps, drafter, reference, received.uploadId)
  if (!upload.ok) throw new Error(upload.reason)
  const input = { key: randomUUID(), mode: 'fill' as const, seq: upload.seq }
  const act = () => bringInWord(scene.deps, drafter, reference, received.uploadId, input)
  expect(await act()).toEqual({ ok: true })
  expect(await act()).toEqual({ ok: true })
  expect((await draft()).match(/Because of the risk/g)).toHaveLength(1)
})

test('a proposal is taken into the draft where its words still stand, and refused where they do not', async () => {
  await bringIn('fill')
  const [, , overlay, designed] = await notes()
  const settle = (note: string, outcome: 'taken-up' | 'put-away') =>
    settleWordNote(scene.deps, drafter, reference, { key: randomUUID(), note, outcome })
  expect(await settle(designed?.id ?? '', 'taken-up')).toEqual({ ok: true })
  expect(await draft()).toContain('specially designed or modified pellicles.')
  expect(await settle(designed?.id ?? '', 'taken-up')).toMatchObject({ reason: 'already-recorded' })
  expect(await settle(overlay?.id ?? '', 'put-away')).toEqual({ ok: true })
  expect(await draft()).toContain('2.40 nm')
  expect((await notes()).map(({ kind }) => kind)).toEqual(['comment', 'comment'])
  const [said] = await notes()
  expect(await settle(said?.id ?? '', 'taken-up')).toMatchObject({ reason: 'no-proposed-wording' })
  expect(await scene.acts(reference)).toEqual([
    'file-opened',
    'word-brought-in',
    'word-note-settled',
    'word-note-settled',
  ])
})

test('a table comes into the draft as one, and what was changed in its cells can be taken up there', async () => {
  const cell = (...inside: string[]) => `<w:tc>${p('', ...inside)}</w:tc>`
  const inserted = '<w:trPr><w:ins w:id="7" w:author="Ana Silva"/></w:trPr>'
  const bytes = wordFile({
    numbering: usualNumbering,
    body:
      p(style('berschrift1'), r('Controlled items')) +
      p('', r('3B801', '<w:b/>'), r(' Scanners')) +
      p('', r('a. with these:')) +
      p(inList(2), r('an overlay')) +
      `<w:tbl><w:tr>${cell(r('overlay'))}${cell(del('2.40'), ins('1.50'), r(' nm'))}${cell(ins('new'))}</w:tr>
        <w:tr>${inserted}${cell(r('source'))}${cell(r('193 nm'))}</w:tr></w:tbl>` +
      p('', r('b. pellicles.')),
  })
  expect(await bringIn('fill', bytes)).toEqual({ ok: true })
  const [limit, filled, row] = await notes()
  expect(limit).toMatchObject({ quote: '2.40', wording: '1.50', canBeTakenUp: true })
  // An empty cell has no words to stand on.
  expect(filled).toMatchObject({ quote: 'nm', after: 'new', wording: null })
  expect(row).toMatchObject({ after: 'source |\n193 nm\n', wording: null, canBeTakenUp: false })
  const settled = { key: randomUUID(), note: limit?.id ?? '', outcome: 'taken-up' as const }
  expect(await settleWordNote(scene.deps, drafter, reference, settled)).toEqual({ ok: true })
  const text = await findText(scene.deps.db, (await measure()).documentId)
  const [item] = entriesOf(text?.content ?? doc())
  expect(item?.points.map((point) => point.text)).toEqual([
    'with these:\nan overlay\noverlay\n1.50 nm\n',
    'pellicles.',
  ])
  expect(JSON.stringify(text?.content)).toMatch(/"bulletList".*"table".*"tableRow".*"tableCell"/)
})

test('codes in a wording that is taken from Word follow what they name', async () => {
  const bytes = wordFile({
    body:
      p(style('berschrift1'), r('Controlled items')) +
      p('', r('3B801', '<w:b/>'), r(' Scanners')) +
      p('', r('a. an overlay; '), ins('but see 3B801.b;')) +
      p('', r('b. pellicles.')),
  })
  await bringIn('fill', bytes)
  const [note] = await notes()
  const settled = { key: randomUUID(), note: note?.id ?? '', outcome: 'taken-up' as const }
  expect(await settleWordNote(scene.deps, drafter, reference, settled)).toEqual({ ok: true })
  const text = await findText(scene.deps.db, (await measure()).documentId)
  const [found] = referencesOf(text?.content ?? doc())
  expect(found).toMatchObject({ written: '3B801.b', state: 'sound' })
  expect(found?.reference?.target).toEqual(expect.any(String))
})

test('who may not write the draft has nothing read for them, and sees no document of others', async () => {
  const reader = await scene.person('NL', 'reader')
  const stranger = await scene.person('DE', 'drafter')
  expect(await receive(list, reader)).toMatchObject({ reason: 'not-allowed' })
  expect(await receive(list, stranger)).toMatchObject({ reason: 'not-found' })
  const received = await receive()
  if (!received.ok) throw new Error(received.reason)
  const colleague = await scene.person('NL', 'drafter')
  expect(await findWordUpload(scene.deps, colleague, reference, received.uploadId)).toMatchObject({
    reason: 'not-found',
  })
  const input = { key: randomUUID(), mode: 'fill' as const, seq: 1 }
  expect(
    await bringInWord(scene.deps, colleague, reference, received.uploadId, input),
  ).toMatchObject({ reason: 'not-found' })
})

test('what is no Word document is refused at its field', async () => {
  expect(await receive(new TextEncoder().encode('%PDF-1.7'))).toEqual({
    ok: false,
    reason: 'word-not-a-document',
    field: 'file',
  })
})

test('what is too long is cut between two characters, and never within one', async () => {
  const long = (length: number) => `${'x'.repeat(length - 1)}𝜆`
  const bytes = wordFile({
    body: p(style('berschrift1'), r(long(200))) + p('', from(0), del(long(20_000)), to(0)),
    comments: comment(0, long(20_000), { author: long(200) }),
  })
  const sent = { name: long(200), bytes }
  const received = await receiveWord(scene.deps, readHere, drafter, into(), as, sent)
  if (!received.ok) throw new Error(received.reason)
  const { uploadId } = received
  const { seq } = await previewOf(uploadId)
  const input = { key: randomUUID(), mode: 'fill' as const, seq }
  expect(await bringInWord(scene.deps, drafter, reference, uploadId, input)).toEqual({ ok: true })
  expect(await notes()).toMatchObject([
    { author: 'x'.repeat(199), text: 'x'.repeat(19_999) },
    { before: 'x'.repeat(19_999) },
  ])
})

async function previewOf(uploadId: string) {
  const upload = await findWordUpload(scene.deps, drafter, reference, uploadId)
  if (!upload.ok) throw new Error(upload.reason)
  return upload
}

test('a document that was taken from the draft brings back what is new in it, and no text', async () => {
  expect(await bringIn('fill')).toEqual({ ok: true })
  const taken = await findDraftText(scene.deps, drafter, reference)
  if (!taken.ok) throw new Error(taken.reason)
  const returned = new EditedWord(await draftFile(making, taken.draft))
    .comment('specially designed', 'Is that enough?', { author: 'Carla Moreau' })
    .track('below', 'of less than', { author: 'Carla Moreau' }).bytes

  const words = await draft()
  const before = await notes()
  expect(await bringIn('notes', returned)).toEqual({ ok: true })
  expect(await draft()).toBe(words)
  const known = new Set(before.map(({ id }) => id))
  expect((await notes()).filter(({ id }) => !known.has(id))).toMatchObject([
    { kind: 'comment', author: 'Carla Moreau', quote: 'specially designed', condition: 'exact' },
    { kind: 'proposal', before: 'below', after: 'of less than', canBeTakenUp: true },
  ])
  expect(await bringIn('notes', returned)).toEqual({ ok: false, reason: 'nothing-in-it' })
})

test('what was written into a note of the draft comes back as an answer to it, once', async () => {
  expect(await bringIn('fill')).toEqual({ ok: true })
  const taken = await findDraftText(scene.deps, drafter, reference)
  if (!taken.ok) throw new Error(taken.reason)
  const note = taken.draft.notes.find(({ kind }) => kind === 'comment')
  const word = new EditedWord(await draftFile(making, taken.draft))
  const returned = word.appendToComment(note?.text ?? '', 'And by whom?').bytes

  const known = new Set((await notes()).map(({ id }) => id))
  expect(await bringIn('notes', returned)).toEqual({ ok: true })
  expect((await notes()).filter(({ id }) => !known.has(id))).toMatchObject([
    { kind: 'comment', author: '', text: 'And by whom?', answers: note?.id },
  ])
  expect(await bringIn('notes', returned)).toEqual({ ok: false, reason: 'nothing-in-it' })
})
