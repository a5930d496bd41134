import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { refuseTalk } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { plainText } from '#app/text/content.ts'
import { asOneLine } from '#app/text/hidden-characters.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import type { ContentOptions } from '#app/word/content.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { WordReader } from '#app/word/word-reader.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { keepUpload, type WordUpload } from '#db/word.server.ts'
import type { Deps } from './deps.ts'
import { mayTranslate, type TranslatedVersion } from './lock-translated.server.ts'

export interface Sent {
  name: string
  bytes: Uint8Array
}

interface Into {
  reference: string
  /** The version on which it is an answer; null for the draft. */
  number: number | null
}

export type ReadAs = Omit<ContentOptions, 'idPrefix'>

/**
 * Reads a Word document for the person who sent it, so that they see what would come in. Nothing has
 * happened to the file yet. Policy is asked first: who may not write here has nothing read for them.
 * An answer belongs to the version that it was exported from, whichever it was sent to.
 */
export async function receiveWord(
  { db }: Deps,
  readWord: WordReader,
  actor: Actor,
  { reference, number }: Into,
  readAs: ReadAs,
  sent: Sent | null,
): Promise<Result<{ uploadId: string; number: number | null }>> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const permission =
    number === null
      ? can(actor, 'write-draft', fileSubject(measure))
      : mayAnswer(actor, measure, number)
  if (!permission.ok) return permission
  const read = await readSent(readWord, readAs, sent)
  if (!read.ok) return read
  const answered = number === null ? null : answeredBy(actor, measure, read.upload.document)
  if (answered && !answered.ok) return answered
  const version = answered?.version ?? null
  const uploadId = randomUUID()
  await keepUpload(db, {
    ...read.upload,
    id: uploadId,
    measureId: measure.id,
    versionId: version?.id ?? null,
    language: null,
    personId: actor.personId,
  })
  return { ok: true, uploadId, number: version?.number ?? null }
}

/**
 * Likewise a courtesy translation of a version. It may be any document: one that was exported from the
 * version aligns best.
 */
export async function receiveTranslation(
  { db }: Deps,
  readWord: WordReader,
  actor: Actor,
  { reference, number }: TranslatedVersion,
  language: string,
  readAs: ReadAs,
  sent: Sent | null,
): Promise<Result<{ uploadId: string }>> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const permission = mayTranslate(actor, measure, number)
  if (!permission.ok) return permission
  const { version } = permission
  const header = await getVersionHeader(db, version.id)
  if (header.language === language) return refuse('language-of-the-original', 'language')
  const read = await readSent(readWord, readAs, sent)
  if (!read.ok) return read
  if (plainText(read.upload.document.content).trim() === '') return refuse('nothing-in-it', 'file')
  const uploadId = randomUUID()
  await keepUpload(db, {
    ...read.upload,
    id: uploadId,
    measureId: measure.id,
    versionId: version.id,
    language,
    personId: actor.personId,
  })
  return { ok: true, uploadId }
}

export async function readSent(
  readWord: WordReader,
  readAs: ReadAs,
  sent: Sent | null,
): Promise<Result<{ upload: Pick<WordUpload, 'name' | 'sha256' | 'document'> }>> {
  if (!sent) return refuse('file-needed', 'file')
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const idPrefix = `w-${randomUUID().slice(0, 8)}`
  const read = await readWord(sent.bytes, { ...readAs, idPrefix })
  if (!read.ok) return refuse(read.reason, 'file')
  const name = wholeCharacters(asOneLine(sent.name), 200) || 'document.docx'
  return { ok: true, upload: { name, sha256, document: read.document } }
}

function mayAnswer(actor: Actor, measure: Measure, number: number): Result<{ version: Version }> {
  const version = measure.versions.find((one) => one.number === number)
  if (!version) return refuse('not-found')
  const permission = can(actor, 'comment', { file: fileSubject(measure), version })
  if (!permission.ok) return permission
  return refuseTalk(measure, version) ?? { ok: true, version }
}

/** The version that a document was exported from, if this person may say something about it. */
function answeredBy(
  actor: Actor,
  measure: Measure,
  { origin }: WordDocument,
): Result<{ version: Version }> {
  if (!origin) return refuse('word-without-origin', 'file')
  if (origin.file !== measure.reference) return refuse('word-of-another-file', 'file')
  const answered = mayAnswer(actor, measure, origin.version ?? 0)
  return answered.ok ? answered : refuse('word-of-another-version', 'file')
}
