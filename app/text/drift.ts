import { findParameters } from './parameters.ts'
import type { RedlineElement } from './redline.ts'
import { parameterChanges, type ParameterChange } from './redline-parameters.ts'
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
  const agreed = new Map<string, Broken>()
  for (const [index, moment] of moments.entries()) {
    for (const [key, common] of commonIn(moment)) agreed.set(key, { ...common, last: index })
  }
  const broken = [...agreed.values()].filter(({ last }) => last < moments.length - 1)
  const unlike = differingEntries(now.elements)
  const drifts = broken.flatMap((common) =>
    common.before.kind === 'entry' ? driftOfEntry(common, now, unlike) : driftOfLine(common, now),
  )
  // An entry is named only where none of its thresholds says it already.
  const named = new Set(
    drifts.filter(isLine).flatMap(({ before, after }) => [before?.entryId, after?.entryId]),
  )
  return drifts.filter(
    (drift) => isLine(drift) || ![drift.before, drift.after].some((entry) => named.has(entry?.id)),
  )
}

function isLine({ before, after }: Drift): boolean {
  return (after ?? before)?.kind !== 'entry'
}

function commonIn(moment: ComparedMoment): Map<string, Common> {
  const common = new Map<string, Common>()
  const unlike = differingEntries(moment.elements)
  for (const element of moment.elements) {
    const { before, after } = element
    if (!before || !after) continue
    const isCommon =
      after.kind === 'entry'
        ? !unlike.has(after.id)
        : after.entryId !== null && isWords(after.kind) && agrees(element, moment)
    if (isCommon) common.set(`${before.id} ${after.id}`, { before, after })
  }
  return common
}

function hasThreshold({ kind, text }: TextElement, { languages }: ComparedMoment): boolean {
  return isWords(kind) && findParameters(text, languages.after).length > 0
}

function isWords(kind: TextElement['kind']): boolean {
  return kind === 'paragraph' || kind === 'heading'
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

type Broken = Common & { readonly last: number }

/** How an entry that was common stands now: also with what took the place of the one it was common with. */
function driftOfEntry(common: Broken, now: ComparedMoment, unlike: ReadonlySet<string>): Drift[] {
  const { left, right } = standingNow(common, now)
  if (!left && !right) return []
  const isCommon = (entry: RedlineElement | undefined) =>
    entry?.before != null && entry.after !== null && !unlike.has(entry.after.id)
  if (isCommon(left) || isCommon(right)) return []
  return [driftFrom(common, left, right, [])]
}

/**
 * How the thresholds of a line that were common stand now. A line may be written anew, come apart or be
 * found to be like another one by now: what counts is whether its thresholds stand in the other text.
 */
function driftOfLine(common: Broken, now: ComparedMoment): Drift[] {
  const { left, right } = standingNow(common, now)
  if ([left, right].some((line) => line && agrees(line, now))) return []
  if (left && right) {
    const changes = changesBetween(left, right, now)
    return changes.length === 0 ? [] : [driftFrom(common, left, right, changes)]
  }
  const alone = left?.before ?? right?.after
  const language = left ? now.languages.before : now.languages.after
  // Where neither has it any longer, or what is left of it has no threshold, nothing differs.
  if (!alone || findParameters(alone.text, language).length === 0) return []
  return [driftFrom(common, left, right, [])]
}

interface Standing {
  readonly left: RedlineElement | undefined
  readonly right: RedlineElement | undefined
}

function standingNow({ before, after }: Common, { elements }: ComparedMoment): Standing {
  return {
    left: elements.find((element) => element.before?.id === before.id),
    right: elements.find((element) => element.after?.id === after.id),
  }
}

/** Whether the thresholds of a line stand in the other text as well, in whatever line. */
function agrees(line: RedlineElement, now: ComparedMoment): boolean {
  const lines = line.parting?.after ?? (line.before && line.after ? [line.after] : [])
  return changesOf(line, now).length === 0 && lines.some((one) => hasThreshold(one, now))
}

/** Of lines that came apart or became one, the thresholds of all of them. */
function changesOf({ parting, parameters }: RedlineElement, now: ComparedMoment) {
  const all = parting
    ? now.elements
        .filter((element) => element.parting === parting)
        .flatMap((element) => element.parameters)
    : parameters
  // Drafts that both were not understood are not known to drift apart.
  return all.filter(({ before, after }) => before !== null || after !== null)
}

function changesBetween(left: RedlineElement, right: RedlineElement, now: ComparedMoment) {
  const isOne = left === right || (left.parting !== null && left.parting === right.parting)
  if (isOne) return changesOf(left, now)
  const { languages } = now
  return parameterChanges(
    { text: left.before?.text ?? '', language: languages.before },
    { text: right.after?.text ?? '', language: languages.after },
  ).map(({ change }) => change)
}

function driftFrom(
  { last }: Broken,
  left: RedlineElement | undefined,
  right: RedlineElement | undefined,
  parameters: readonly ParameterChange[],
): Drift {
  return {
    before: left?.before ?? null,
    after: right?.after ?? null,
    parameters,
    since: last + 1,
  }
}
