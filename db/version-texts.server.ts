import { and, eq } from 'drizzle-orm'
import { noticeFields } from '#app/measures/events/life.ts'
import type { Version } from '#app/measures/measure.ts'
import { noticeAsText } from '#app/measures/notice-text.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { checkContent } from '#app/text/check.ts'
import { type Content, plainText, withIds } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import type { Database, Tx } from './client.server.ts'
import { digest } from './record.server.ts'
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
}

/** The text of a version; an early notice is read as one. */
export async function getVersionText(
  db: Database | Tx,
  { id, kind }: Pick<Version, 'id' | 'kind'>,
): Promise<VersionText> {
  const [row] = await db
    .select({
      content: versionTexts.content,
      sha256: versionTexts.sha256,
      language: versions.language,
    })
    .from(versions)
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(eq(versions.id, id))
  if (!row) throw new Error(`version ${id} has no text`)
  const content = withIds(kind === 'notice' ? noticeText(row.content) : draftText(row.content))
  const { sha256, language } = row
  return { content, elements: elementsOf(content), plain: plainText(content), sha256, language }
}

function noticeText(stored: unknown): Content {
  return noticeAsText(noticeFields.parse(stored))
}

function draftText(stored: unknown): Content {
  const checked = checkContent(stored)
  if (!checked.ok) throw new Error(`a frozen text no longer fits the grammar: ${checked.reason}`)
  return checked.content
}
