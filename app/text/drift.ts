import { findParameters } from './parameters.ts'
import type { RedlineElement } from './redline.ts'
import type { ParameterChange } from './redline-parameters.ts'
import type { TextElement } from './elements.ts'

/** Two texts that were set against each other, at one moment of their lives. */
export interface ComparedMoment {
  readonly elements: readonly RedlineElement[]
  /** Of each of the two, for its thresholds. */
  readonly languages: { readonly before: string; readonly after: string }
}

/** What two texts had in common at some moment and have no longer. */
export interface Drift {
  /** The entry or line of each text; null where it is gone. */
  readonly before: TextElement | null
  readonly after: TextElement | null
  /** How its thresholds differ now; empty where other words do, or where it is gone. */
  readonly parameters: readonly ParameterChange[]
  /** The first moment at which it was no longer common to both: an index into those that were given. */
  readonly since: number
}

interface Common {
  readonly before: TextElement
  readonly after: TextElement
}

/**
 * What drifted apart between two texts: lines whose thresholds agreed at some moment and entries that
 * said the same, and do so no longer. The moments stand in their order, the last one is now; elements
 * are known by their ids, which versions of one draft share.
 */
export function driftOf(moments: readonly ComparedMoment[]): Drift[] {
  const now = moments.at(-1)
  if (!now) return []
  const agreed = new Map<string, Common & { readonly last: number }>()
  for (const [index, moment] of moments.entries()) {
    for (const [key, common] of commonIn(moment)) agreed.set(key, { ...common, last: index })
  }
  const broken = [...agreed.values()].filter(({ last }) => last < moments.length - 1)
  const drifts = broken.flatMap((common) => driftNow(common, now))
  // An entry is named only where none of its thresholds says it already.
  const named = new Set(drifts.filter(isLine).map(({ before }) => before?.entryId))
  return drifts.filter((drift) => isLine(drift) || !named.has((drift.before ?? drift.after)?.id))
}

function isLine({ before, after }: Drift): boolean {
  return (after ?? before)?.kind !== 'entry'
}

function commonIn(moment: ComparedMoment): Map<string, Common> {
  const common = new Map<string, Common>()
  const unlike = differingEntries(moment.elements)
  for (const { before, after, parameters } of moment.elements) {
    if (!before || !after) continue
    const isCommon =
      after.kind === 'entry'
        ? !unlike.has(after.id)
        : after.entryId !== null && parameters.length === 0 && hasThreshold(after, moment)
    if (isCommon) common.set(`${before.id} ${after.id}`, { before, after })
  }
  return common
}

function hasThreshold({ kind, text }: TextElement, { languages }: ComparedMoment): boolean {
  const isLine = kind === 'paragraph' || kind === 'heading'
  return isLine && findParameters(text, languages.after).length > 0
}

/** By their ids in the second text, the entries in which something differs but letters and codes. */
function differingEntries(elements: readonly RedlineElement[]): Set<string> {
  const partner = new Map(
    elements.flatMap(({ before, after }) => (before && after ? [[before.id, after.id]] : [])),
  )
  const differing = new Set<string>()
  for (const { before, after, status } of elements) {
    if (status === 'same' || status === 'renumbered' || status === 'moved') continue
    const entry = after?.entryId ?? partner.get(before?.entryId ?? '')
    if (entry) differing.add(entry)
  }
  return differing
}

/** How what was common stands now, at the moment after the last one at which it still was. */
function driftNow(
  { before, after, last }: Common & { last: number },
  now: ComparedMoment,
): Drift[] {
  const standing = (id: string, side: 'before' | 'after') =>
    now.elements.find((element) => element[side]?.id === id)
  const [left, right] = [standing(before.id, 'before'), standing(after.id, 'after')]
  const isPair = left !== undefined && left === right
  // Neither has it any longer, or both lost its thresholds: that is no difference.
  if (!left && !right) return []
  if (isPair && before.kind !== 'entry' && left.parameters.length === 0) return []
  return [
    {
      before: left?.before ?? null,
      after: right?.after ?? null,
      parameters: isPair ? left.parameters : [],
      since: last + 1,
    },
  ]
}
