import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { SectionKey } from '#app/text/grammar.ts'
import { asOneLine } from '#app/text/hidden-characters.ts'
import type { WordReader } from '#app/word/word-reader.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { keepUpload } from '#db/word.server.ts'
import type { Deps } from './deps.ts'

interface Sent {
  name: string
  bytes: Uint8Array
}

interface Into {
  reference: string
  /** The version on which it is an answer; null for the draft. */
  number: number | null
}

interface ReadAs {
  sections: Readonly<Record<string, SectionKey>>
  section: SectionKey
}

/**
 * Reads a Word document for the person who sent it, so that they see what would come in. Nothing has
 * happened to the file yet. Policy is asked first: who may not write here has nothing read for them.
 */
export async function receiveWord(
  { db }: Deps,
  readWord: WordReader,
  actor: Actor,
  { reference, number }: Into,
  { sections, section }: ReadAs,
  sent: Sent | null,
): Promise<Result<{ uploadId: string }>> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const file = fileSubject(measure)
  const version = measure.versions.find((one) => one.number === number) ?? null
  if (number !== null && !version) return refuse('not-found')
  const permission = version
    ? can(actor, 'comment', { file, version })
    : can(actor, 'write-draft', file)
  if (!permission.ok) return permission
  if (!sent) return refuse('file-needed', 'file')

  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const idPrefix = `w-${randomUUID().slice(0, 8)}`
  const read = await readWord(sent.bytes, { sections, section, idPrefix })
  if (!read.ok) return refuse(read.reason, 'file')
  const uploadId = randomUUID()
  await keepUpload(db, {
    id: uploadId,
    measureId: measure.id,
    versionId: version?.id ?? null,
    personId: actor.personId,
    name: asOneLine(sent.name).slice(0, 200) || 'document.docx',
    sha256,
    document: read.document,
  })
  return { ok: true, uploadId }
}
