import { expect, test } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { AnchorText } from '#app/text/anchor-text.ts'
import { idOf } from '#app/text/content.ts'
import { readWord } from '#app/word/read-word.ts'
import { ReturnedText } from '#app/word/returned-text.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'
import { doc, entry, heading, paragraph, section } from '#tests/text/sample.ts'
import { bullets, cell, row, table } from '#tests/text/tables.ts'
import { ownReading } from './own-reading.ts'

test('a document with tables is the lines of its version, without cells that have none', async () => {
  const values = (id: string) =>
    table(
      id,
      row(
        { id: `${id}1` },
        cell({ id: `${id}a` }, paragraph(`${id}p`, 'first')),
        cell({ id: `${id}b` }),
      ),
      row({ id: `${id}2` }, cell({ id: `${id}c` }, bullets(`${id}l`, 'one', 'two'))),
    )
  const content = doc(
    section('grounds', values('t'), values('u'), paragraph('g', 'behind them')),
    section('items', entry({ id: 'e', code: '3B801' }, heading('h', 'Masks'), values('v'))),
  )
  const bytes = await draftFile(
    {
      words: formatFor('en'),
      now: new Date('2026-11-29T10:00:00Z'),
      origin: 'https://concert.example',
    },
    {
      reference: '2026/NL/0001',
      owner: 'NL',
      delegation: 'NL',
      title: 'Amendment of the list',
      marking: 'none',
      language: 'en',
      content,
      notes: [],
    },
  )
  const read = readWord(bytes, ownReading)
  const written = read.ok && read.document.origin?.written
  if (!written) throw new Error('the document is none of ours')
  const version = new AnchorText(content)
  const returned = new ReturnedText(written, version)
  const lines = (returned.content.content ?? []).flatMap(({ content: nodes = [] }) => nodes)
  expect(lines.map(idOf)).toEqual(version.lines.map(({ id }) => id))
})
