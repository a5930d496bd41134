import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { type Refusal, refuse, type Result } from '#app/measures/refusals.ts'
import { findListInLanguage, type LanguageList } from '#app/queries/language-list.server.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content } from '#app/text/content.ts'
import { entriesDocument } from '#app/text/entry-document.ts'
import { readTable, returnedRows, type RowFault } from '#app/text/entry-table.ts'
import { matchEntries, type OriginalEntry } from '#app/text/entry-translation.ts'
import { asOneLine, withoutHidden } from '#app/text/hidden-characters.ts'
import { decodeTable, readCsv } from '#app/text/read-csv.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { WordReader } from '#app/word/word-reader.server.ts'
import { keepUpload, type WordUpload } from '#db/word.server.ts'
import type { Deps } from './deps.ts'
import { type ReadAs, readSent, type Sent } from './receive-word.server.ts'

/** The rows of a table that do not belong: nothing of it is taken then. */
export interface RefusedRows {
  ok: false
  faults: readonly RowFault[]
}

const largestTable = 4 * 1024 * 1024

/**
 * Reads a Word document or a table with entries of a list in a language, for the person who sent it, so
 * that they see how it stands beside the list. Nothing has happened yet. Policy is asked first.
 */
export async function receiveLanguageText(
  { db }: Deps,
  readWord: WordReader,
  actor: Actor,
  place: LanguageList,
  readAs: ReadAs,
  sent: Sent | null,
): Promise<Result<{ uploadId: string }> | RefusedRows> {
  const list = await findListInLanguage({ db }, actor, place)
  if (!list.ok) return list
  if (!list.mayWork.ok) return list.mayWork
  const { measure, entries: originals } = list
  const read = isWord(sent)
    ? await readSent(readWord, readAs, sent)
    : readSentTable(originals, sent)
  if (!read.ok) return read
  if (matchEntries(originals, read.upload.document.content).matched.size === 0)
    return refuse('no-entry-in-it', 'file')
  return { ok: true, uploadId: await keep(db, actor, measure, place.language, read.upload) }
}

async function keep(
  db: Deps['db'],
  { personId }: Actor,
  { id: measureId }: Measure,
  language: OfficialLanguage,
  upload: Pick<WordUpload, 'name' | 'sha256' | 'document'>,
): Promise<string> {
  const id = randomUUID()
  await keepUpload(db, { ...upload, id, measureId, versionId: null, language, personId })
  return id
}

/** Nothing sent is answered as for a Word document; every one of these begins with a signature of ZIP. */
function isWord(sent: Sent | null): boolean {
  return sent === null || (sent.bytes[0] === 0x50 && sent.bytes[1] === 0x4b)
}

function readSentTable(
  originals: readonly OriginalEntry[],
  sent: Sent | null,
): Result<{ upload: Pick<WordUpload, 'name' | 'sha256' | 'document'> }> | RefusedRows {
  if (!sent) return refuse('file-needed', 'file')
  if (sent.bytes.length > largestTable) return refuse('table-too-large', 'file')
  const rows = rowsIn(sent.bytes)
  if (!rows) return refuse('table-unreadable', 'file')
  const table = readTable(originals, rows)
  if (!table.ok) return table
  const document = tableDocument(entriesDocument([...table.entries.values()]))
  if (!document) return refuse('table-unreadable', 'file')
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const name = wholeCharacters(asOneLine(sent.name), 200) || 'table.csv'
  return { ok: true, upload: { name, sha256, document } }
}

function rowsIn(bytes: Uint8Array) {
  const text = decodeTable(bytes)
  const cells = text === null ? null : readCsv(withoutHidden(text).normalize('NFC'))
  return cells && returnedRows(cells)
}

/** As if it had come in Word, without anything that a table cannot hold. */
function tableDocument(content: Content): WordDocument | null {
  const checked = checkContent(content)
  if (!checked.ok) return null
  return { content: checked.content, proposals: [], comments: [], notTaken: [], origin: null }
}

export function isRefusedRows(refused: Refusal | RefusedRows): refused is RefusedRows {
  return 'faults' in refused
}
