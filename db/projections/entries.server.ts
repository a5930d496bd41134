import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, max, or, sql } from 'drizzle-orm'
import { brusselsDate } from '#app/measures/calendar.ts'
import { codeKey, registerOrder, uncodedKey, wordingOf } from '#app/measures/entry-identity.ts'
import { type ActDays, type EditionEnd, endsOfEditions } from '#app/measures/edition-ends.ts'
import type { EventOf } from '#app/measures/events.ts'
import type { Day } from '#app/measures/measure.ts'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import { checkContent } from '#app/text/check.ts'
import {
  childrenOf,
  type Content,
  type ContentNode,
  plainText,
  withIds,
} from '#app/text/content.ts'
import { entriesOf, type Entry } from '#app/text/entries.ts'
import type { Tx } from '../client.server.ts'
import { findListEnds } from '../entries.server.ts'
import { knownId } from '../known-id.server.ts'
import { adoptions, measures, versionTexts } from '../schema/measures.ts'
import { entries } from '../schema/register.ts'
import { type Context, measureOf } from './context.ts'

type Row = typeof entries.$inferSelect
type Adoption = EventOf<'adoption-recorded'>

/**
 * The entries that an adopted text makes law. An amendment carries the whole list: what it leaves as
 * it was keeps its edition, what it changes begins the next one, what it no longer has ends. Those
 * ends have no day yet: it is the day on which the amendment applies.
 */
export async function beginEntries(tx: Tx, event: Adoption, context: Context) {
  const { list, measure } = await listOf(tx, measureOf(context))
  if (measure.kind === 'repeal') return
  const { content, wordings } = await adoptedText(tx, event.sha256)
  const written = entriesIn(content)
  // Where the day of adoption is not established, what stands on the day of the record is what it changes.
  const standsOn = event.adoptedOn ?? brusselsDate(context.at)
  const standing = list.id === measure.id ? [] : await standingEntries(tx, list.id, standsOn)
  const matches = matchEntries(written, standing, list.reference)
  const stays = new Set<Row>()
  const begun: (typeof entries.$inferInsert)[] = []
  for (const { entry, node, key, previous } of matches) {
    const wordingSha256 = wordings?.[entry.id] ?? sha256(wordingOf(node))
    if (previous && previous.wordingSha256 === wordingSha256) {
      stays.add(previous)
      continue
    }
    begun.push({
      id: entryId(event.versionId, entry.id),
      issuer: measure.owner,
      code: entry.code.trim(),
      key,
      edition: (await lastEdition(tx, measure.owner, key)) + 1,
      registerOrder: registerOrder(measure.owner, entry.code),
      measureId: measure.id,
      listId: list.id,
      versionId: event.versionId,
      elementId: entry.id,
      heading: entry.heading,
      content: node,
      plain: plainText(node),
      wordingSha256,
      position: begun.length + stays.size,
      lastDay: entry.expiry,
      previousId: previous?.id ?? null,
    })
  }
  if (begun.length > 0) await tx.insert(entries).values(begun)
  await adoptEntries(tx, measure.id)
  const ending = standing.filter((row) => !stays.has(row)).map(({ id }) => id)
  if (ending.length > 0) {
    await tx
      .update(entries)
      .set({ endingMeasureIds: sql`${entries.endingMeasureIds} || ${measure.id}::uuid` })
      .where(inArray(entries.id, ending))
  }
  await settleEnds(tx, list.id)
}

/**
 * The day of an act, for its entries, and where that of an amendment is not established, that of the list: an
 * amendment is not older than what it changes. To be called again when either was corrected.
 */
export async function adoptEntries(tx: Tx, measureId: string) {
  const dayOf = (id: typeof entries.measureId | typeof entries.listId) =>
    sql`(SELECT ${adoptions.adoptedOn} FROM ${adoptions} WHERE ${adoptions.measureId} = ${id})`
  await tx
    .update(entries)
    .set({ adoptedNotBefore: sql`coalesce(${dayOf(entries.measureId)}, ${dayOf(entries.listId)})` })
    .where(or(eq(entries.measureId, measureId), eq(entries.listId, measureId)))
}

/** From this day the measure's entries apply, but for those with a day of their own. */
export async function enterIntoForce(tx: Tx, measureId: string, inForceOn: Day) {
  await tx
    .update(entries)
    .set({ inForceFrom: inForceOn })
    .where(and(eq(entries.measureId, measureId), isNull(entries.applicableFrom)))
  await endEntries(tx, measureId)
}

/** A day of their own for some entries of a measure. */
export async function applyEntries(
  tx: Tx,
  measureId: string,
  entryIds: string[],
  applicableFrom: Day,
) {
  await tx
    .update(entries)
    .set({ applicableFrom, inForceFrom: applicableFrom })
    .where(inArray(entries.id, entryIds))
  await endEntries(tx, measureId)
}

/** To be called when a day of a measure is recorded or corrected on which it applies or ends. */
export async function endEntries(tx: Tx, measureId: string) {
  await settleEnds(tx, (await listOf(tx, measureId)).list.id)
}

/** Says anew how every edition of a list ends: any of its days may move the ends of others. */
async function settleEnds(tx: Tx, listId: string) {
  const { id, measureId, previousId, inForceFrom, endingMeasureIds } = entries
  const { endedOn, endedBy, endingMeasureId } = entries
  const editions = await tx
    .select({
      begun: { id, measureId, previousId, inForceFrom, endingMeasureIds },
      ends: { endedOn, endedBy, endingMeasureId },
    })
    .from(entries)
    .where(eq(entries.listId, listId))
    .orderBy(asc(entries.registerOrder), asc(entries.edition))
  const begun = editions.map((edition) => edition.begun)
  const acts = begun.flatMap((edition) => [edition.measureId, ...edition.endingMeasureIds])
  const ends = endsOfEditions(begun, listId, await findActDays(tx, [listId, ...acts]))
  const alike = new Map<string, { end: EditionEnd; ids: string[] }>()
  for (const { begun: edition, ends: before } of editions) {
    const end = ends.get(edition.id)
    if (!end || canonicalJson({ ...end }) === canonicalJson(before)) continue
    const ids = alike.get(canonicalJson({ ...end }))?.ids ?? []
    alike.set(canonicalJson({ ...end }), { end, ids: [...ids, edition.id] })
  }
  for (const { end, ids } of alike.values()) {
    await tx.update(entries).set(end).where(inArray(entries.id, ids))
  }
}

async function findActDays(tx: Tx, ids: readonly string[]): Promise<Map<string, ActDays>> {
  const measureIds = [...new Set(ids)]
  const ends = await findListEnds(tx, measureIds)
  const rows = await tx
    .select({ measureId: adoptions.measureId, inForceOn: adoptions.inForceOn })
    .from(adoptions)
    .where(inArray(adoptions.measureId, measureIds))
  return new Map(
    rows.map(({ measureId, inForceOn }) => [
      measureId,
      { inForceOn, end: ends.get(measureId) ?? null },
    ]),
  )
}

/** Its measure was published: from now everybody may see these entries. */
export async function publishEntries(tx: Tx, measureIds: string[]) {
  if (measureIds.length === 0) return
  await tx
    .update(entries)
    .set({ isPublic: true })
    .where(and(inArray(entries.measureId, measureIds), eq(entries.isPublic, false)))
}

interface Match {
  entry: Entry
  node: ContentNode
  key: string
  previous: Row | null
}

/**
 * Which written entry continues which standing one: by its code; without one, or where a code
 * stands twice, by its place in the text, which a copy of the list's text keeps.
 */
function matchEntries(
  written: { entry: Entry; node: ContentNode }[],
  standing: Row[],
  listReference: string,
): Match[] {
  const taken = new Set<string>()
  const free = new Set(standing)
  let uncoded = standing.length
  return written.map(({ entry, node }) => {
    const code = codeKey(entry.code)
    const previous =
      [...free].find(
        (row) => row.elementId === entry.id && (code === null || sameCode(row, code)),
      ) ??
      [...free].find((row) => code !== null && row.key === code) ??
      null
    if (previous) free.delete(previous)
    let key = previous?.key ?? code ?? uncodedKey(listReference, ++uncoded)
    for (let twin = 2; taken.has(key); twin++) key = `${code ?? key}~${twin}`
    taken.add(key)
    return { entry, node, key, previous }
  })
}

function sameCode(row: Row, code: string): boolean {
  return codeKey(row.code) === code
}

/** The list that an amendment changes, or that an amendment of it changes; else the measure itself. */
async function listOf(tx: Tx, measureId: string) {
  const find = async (id: string) => {
    const [row] = await tx
      .select({
        id: measures.id,
        owner: measures.owner,
        kind: measures.kind,
        reference: measures.reference,
        changes: measures.changes,
      })
      .from(measures)
      .where(eq(measures.id, id))
    if (!row) throw new Error(`no measure ${id}`)
    return row
  }
  const measure = await find(measureId)
  let list = measure
  while (list.kind === 'amendment' && list.changes) list = await find(list.changes)
  return { measure, list }
}

/**
 * The entries of a list that no adopted amendment has ended or will end, and nothing else by a day; and none
 * of an amendment that ended before it applied.
 */
function standingEntries(tx: Tx, listId: string, on: Day): Promise<Row[]> {
  return tx
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.listId, listId),
        isNull(entries.endingMeasureId),
        or(isNull(entries.endedOn), gt(entries.endedOn, on)),
        or(
          eq(entries.measureId, listId),
          sql`(${entries.endedBy} <> 'amended' AND ${entries.endedOn} <= ${entries.inForceFrom}) IS NOT TRUE`,
        ),
      ),
    )
    .orderBy(asc(entries.registerOrder), asc(entries.edition))
}

/** `wordings`: where its words were withheld, the hashes of what its entries said. */
async function adoptedText(tx: Tx, textSha256: string) {
  const [text] = await tx
    .select({ content: versionTexts.content, wordings: versionTexts.wordings })
    .from(versionTexts)
    .where(eq(versionTexts.sha256, textSha256))
  const checked = checkContent(text?.content)
  if (!checked.ok) throw new Error(`the adopted text ${textSha256} cannot be read`)
  return { content: checked.content, wordings: text?.wordings ?? null }
}

function entriesIn(content: Content) {
  const nodes = (withIds(content).content ?? []).flatMap((section) => childrenOf(section, 'entry'))
  return entriesOf(content).flatMap((entry, index) => {
    const node = nodes[index]
    return node ? [{ entry, node }] : []
  })
}

async function lastEdition(tx: Tx, issuer: Row['issuer'], key: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(entries.edition) })
    .from(entries)
    .where(and(eq(entries.issuer, issuer), eq(entries.key, key)))
  return row?.last ?? 0
}

/** The same for the same entry of the same frozen text, so that a replay gives the same rows. */
export function entryId(versionId: string, elementId: string): string {
  return knownId(`entry ${versionId} ${elementId}`)
}

function sha256(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
