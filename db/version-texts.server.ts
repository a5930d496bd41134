import { and, eq } from 'drizzle-orm'
import { noticeFields } from '#app/measures/events/life.ts'
import type { Version, VersionKind } from '#app/measures/measure.ts'
import { noticeAsText } from '#app/measures/notice-text.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { checkContent } from '#app/text/check.ts'
import { type Content, plainText, withIds } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import type { Database, Tx } from './client.server.ts'
import { Kept } from './kept.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import { versions, versionTexts } from './schema/measures.ts'

/** Keeps a frozen text and returns its SHA-256 over canonical JSON (never over Yjs bytes). */
export async function keepText(tx: Tx, content: unknown): Promise<string> {
  const sha256 = digest(canonicalJson(content))
  await tx.insert(versionTexts).values({ sha256, content }).onConflictDoNothing()
  return sha256
}

export async function findVersionText(
  db: Database | Tx,
  measureId: string,
  number: number,
): Promise<unknown> {
  const [row] = await db
    .select({ content: versionTexts.content })
    .from(versions)
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(and(eq(versions.measureId, measureId), eq(versions.number, number)))
  return row?.content ?? null
}

/** A frozen text, ready to be quoted: its elements have ids. */
export interface VersionText {
  content: Content
  elements: TextElement[]
  /** What the offsets of elements count in. */
  plain: string
  sha256: string
  language: string
  releasedAt: Date
  /** Up to where in the update log of the draft the text goes; null for an early notice. */
  documentSeq: number | null
}

/** The text of a version; an early notice is read as one. */
export async function getVersionText(
  db: Database | Tx,
  { id, kind, isWithheld }: Pick<Version, 'id' | 'kind' | 'isWithheld'>,
): Promise<VersionText> {
  const frozen = await readFrozen(db, id)
  if (!isWithheld) return { ...(await readText(db, frozen.sha256, kind)), ...frozen }
  const rest = await readRest(db, frozen.sha256, kind)
  // Whatever is kept by the hash of a text must not be found for what is left of it.
  return { ...rest, ...frozen, sha256: digest(canonicalJson(rest.content)) }
}

type Frozen = Pick<VersionText, 'sha256' | 'language' | 'releasedAt' | 'documentSeq'>

/** What never changes of a version, by its id. */
const readVersions = new Kept<Frozen>(10_000)

async function readFrozen(db: Database | Tx, id: string): Promise<Frozen> {
  const known = readVersions.get(id)
  if (known) return known
  const [row] = await db
    .select({
      sha256: versions.sha256,
      language: versions.language,
      releasedAt: versions.releasedAt,
      documentSeq: versions.documentSeq,
    })
    .from(versions)
    .where(eq(versions.id, id))
  if (!row) throw new Error(`no version ${id}`)
  readVersions.keep(id, row, 1)
  return row
}

/** A frozen text by its hash, every element with an id. */
export async function getFrozenText(
  db: Database | Tx,
  { sha256, isWithheld }: { sha256: string; isWithheld: boolean },
  kind: VersionKind,
): Promise<Content> {
  const text = isWithheld ? readRest(db, sha256, kind) : readText(db, sha256, kind)
  return (await text).content
}

type ReadText = Omit<VersionText, keyof Frozen>

/** By what they hash to, so that none of them can be out of date. Weighed in characters. */
const readTexts = new Kept<ReadText>(4_000_000)

async function readText(db: Database | Tx, sha256: string, kind: VersionKind): Promise<ReadText> {
  const isNotice = kind === 'notice'
  const key = `${isNotice ? 'notice' : 'draft'} ${sha256}`
  const known = readTexts.get(key)
  if (known) return known
  const text = await readRest(db, sha256, kind)
  readTexts.keep(key, text, text.plain.length)
  return text
}

/** The text as it stands in the table: where its words were withheld, what is left. */
async function readRest(db: Database | Tx, sha256: string, kind: VersionKind): Promise<ReadText> {
  const [row] = await db
    .select({ content: versionTexts.content })
    .from(versionTexts)
    .where(eq(versionTexts.sha256, sha256))
  if (!row) throw new Error(`no text with the hash ${sha256}`)
  const content = withIds(kind === 'notice' ? noticeText(row.content) : draftText(row.content))
  return { content, elements: elementsOf(content), plain: plainText(content) }
}

function noticeText(stored: unknown): Content {
  return noticeAsText(noticeFields.parse(stored))
}

function draftText(stored: unknown): Content {
  const checked = checkContent(stored)
  if (!checked.ok) throw new Error(`a frozen text no longer fits the grammar: ${checked.reason}`)
  return checked.content
}
