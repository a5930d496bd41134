import type { Content } from '#app/text/content.ts'
import { type ContentParameter, parametersOf } from '#app/text/parameters-content.ts'
import type { Tx } from '../client.server.ts'
import { entryParameters } from '../schema/register.ts'

type Row = typeof entryParameters.$inferInsert

/**
 * The control parameters of the entries that a text begins, read as data. `ids`: the rows by the
 * elements of the text; entries that keep their edition have theirs already.
 */
export async function readEntryParameters(
  tx: Tx,
  content: Content,
  language: string,
  ids: ReadonlyMap<string, string>,
) {
  const counts = new Map<string, number>()
  const rows = parametersOf(content, language).flatMap((found): Row[] => {
    const entryId = ids.get(found.element.entryId ?? '')
    if (!entryId) return []
    const position = counts.get(entryId) ?? 0
    counts.set(entryId, position + 1)
    return [{ entryId, position, ...asRow(found) }]
  })
  if (rows.length > 0) await tx.insert(entryParameters).values(rows)
}

function asRow({ element, written, reading }: ContentParameter) {
  const provision = element.provision ?? ''
  if (!reading) return { provision, phrase: written, isUnderstood: false }
  const { operator, quantity, unit, ends } = reading
  const [first, second = first] = reading.values
  const isLow = operator !== '<' && operator !== '≤'
  const isHigh = operator !== '>' && operator !== '≥'
  return {
    provision,
    phrase: written,
    isUnderstood: true,
    quantity,
    operator,
    low: isLow ? first : null,
    high: isHigh ? second : null,
    lowEnd: isLow ? (ends?.lower ?? (operator === '>' ? '>' : '≥')) : null,
    highEnd: isHigh ? (ends?.upper ?? (operator === '<' ? '<' : '≤')) : null,
    unit: unit?.symbol ?? null,
  } as const
}
