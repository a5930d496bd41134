import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import type { NoteView } from '#app/queries/word-notes.server.ts'
import { AnchorText } from '#app/text/anchor-text.ts'
import { plainText } from '#app/text/content.ts'
import { notesOf } from '#app/word/notes.ts'
import { placeAt } from '#app/word/place-at.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'
import { readHere } from './read-here.ts'
import { shapes } from './shapes.ts'
import { wordFile } from './word-file.ts'

/**
 * Every document of the set, brought into a draft and taken out of it again: what was said and changed
 * in it is there with its author, its day and its words. A change of more than one line comes out as a
 * comment of its author that tells it.
 */

const folder = new URL('fixtures/libreoffice/', import.meta.url)
const documents: [string, Uint8Array][] = [
  ...shapes.map(({ title, ...file }): [string, Uint8Array] => [title, wordFile(file)]),
  ...readdirSync(folder).map((file): [string, Uint8Array] => [
    `LibreOffice: ${file}`,
    readFileSync(new URL(file, folder)),
  ]),
]

const making = {
  words: formatFor('en'),
  now: new Date('2026-11-29T10:00:00Z'),
  origin: 'https://concert.example',
}

/** The notes of a document as the draft has them that it was brought into. */
function notesIn(document: WordDocument): NoteView[] {
  const text = new AnchorText(document.content)
  return notesOf(document, document.content).map((note, index) => {
    const { kind, author, at: statedAt, before, after, wording, isResolved } = note
    const place = placeAt(text, note.place)
    return {
      id: idOf(index),
      kind,
      author,
      statedAt,
      text: note.text,
      before,
      after,
      wording,
      isResolved,
      answers: note.answers === null ? null : idOf(note.answers),
      quote: note.place ? text.slice(note.place) : '',
      condition: 'exact',
      place: place.kind === 'words' ? place : null,
      canBeTakenUp: wording !== null,
    }
  })
}

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

async function outAgain(document: WordDocument): Promise<WordDocument> {
  const draft = {
    reference: '2026/NL/0001',
    owner: 'NL' as const,
    delegation: 'NL' as const,
    title: 'Equipment',
    marking: 'none' as const,
    language: 'en',
    content: document.content,
    notes: notesIn(document),
  }
  return readHere(await draftFile(making, draft))
}

const shown = ({ author, statedAt, quote, text, answers }: NoteView) =>
  `${author} ${statedAt?.slice(0, 10)} on "${quote}"${answers === null ? '' : ' (answers)'}: ${text}`

test.each(documents)('%s', async (_, bytes) => {
  const document = readHere(bytes)
  const before = notesIn(document)
  const again = await outAgain(document)
  const after = notesIn(again)

  const isTold = ({ kind, wording }: NoteView) => kind === 'proposal' && wording === null
  const changes = (notes: NoteView[]) =>
    notes
      .filter((note) => note.kind === 'proposal' && !isTold(note))
      .map((note) => `${shown(note)}[${note.before}] → [${note.after}]`)
      .toSorted()
  expect(changes(after)).toEqual(changes(before))

  const remarks = after.filter(({ kind }) => kind === 'comment').map(shown)
  expect(remarks).toEqual(
    expect.arrayContaining(before.filter(({ kind }) => kind === 'comment').map(shown)),
  )
  for (const { author, quote, before: gone, after: come } of before.filter(isTold)) {
    const inOneLine = (said: string) => said.replaceAll('\n', ' ¶ ').trim()
    const told = remarks.filter((remark) => remark.startsWith(`${author} `)).map(inOneLine)
    const has = (said: string) => told.some((remark) => remark.includes(inOneLine(said)))
    expect([quote, gone, come].map(has)).toEqual([true, true, true])
  }
  expect(linesOf(again)).toEqual(expect.arrayContaining(linesOf(document)))
})

/** Without the signs with which lines of lists in entries may come back. */
function linesOf({ content }: WordDocument): string[] {
  return plainText(content)
    .split('\n')
    .map((line) => line.trim().replace(/^[•–] /, ''))
    .filter((line) => line !== '')
}

test('there are at least fifty of them', () => {
  expect(documents.length).toBeGreaterThanOrEqual(50)
})
