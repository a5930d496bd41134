import { type Audience, reached } from '#app/measures/audience.ts'
import { type DelegationCode, memberStates } from '#app/measures/delegation-codes.ts'
import {
  carriesEntries,
  type Ground,
  type MeasureKind,
  type VersionKind,
} from '#app/measures/measure.ts'
import type { Content } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { entriesOf, type Entry, type Point } from './entries.ts'
import type { SectionKey } from './grammar.ts'
import { parametersOf, type ContentParameter } from './parameters-content.ts'
import { referencesOf } from './references.ts'
import { hintsOf, type ReadinessHint } from './readiness-hints.ts'

/**
 * How ready a file is, in two lists that are never mixed: what the Regulation obliges a state to
 * notify once it has adopted, and what the Recommendation advises before. Each line is ticked by
 * evidence in the file. Nothing here prevents anything: sharing, adopting and notifying are the
 * state's own.
 */
export interface Readiness {
  readonly obligatory: readonly ReadinessLine[]
  readonly advised: readonly ReadinessLine[]
  /** What is odd or missing in the entries. */
  readonly hints: readonly ReadinessHint[]
}

export interface ReadinessLine {
  readonly key: `readiness.${ObligatoryLine | AdvisedLine}`
  readonly source: ReadinessSource
  readonly isMet: boolean
  /** Where in the text it belongs; null for what is not written but done. */
  readonly section: SectionKey | null
  /** How many of what was counted as evidence: words, entries, parameters, versions, drafts. */
  readonly count: number
  /** Of what is to reach delegations: those that it has reached, while others are still to come. */
  readonly soFar: readonly DelegationCode[]
  /** How many it is to reach; 0 for what is not about delegations. */
  readonly outOf: number
}

/** What a line is based on; the key of its name. */
export const readinessSources = {
  'article-9-2': 'readiness.source.article-9-2',
  'article-9-3': 'readiness.source.article-9-3',
  recommendation: 'readiness.source.recommendation',
} as const
export type ReadinessSource = keyof typeof readinessSources

export const obligatoryLines = ['measure', 'reasons', 'items'] as const
export type ObligatoryLine = (typeof obligatoryLines)[number]

export const advisedLines = [
  'risk-assessment',
  'parameters',
  'scope',
  'operators',
  'standards',
  'informed',
  'coordination',
] as const
export type AdvisedLine = (typeof advisedLines)[number]

/** What of a file readiness depends on. */
export interface FileFacts {
  readonly owner: DelegationCode
  readonly kind: MeasureKind
  readonly grounds: readonly Ground[]
  /** ISO 639-1, of the text. */
  readonly language: string
  readonly content: Content
  readonly versions: readonly {
    readonly kind: VersionKind
    readonly audience: Audience
    readonly isRecalled: boolean
  }[]
  /** Drafts of other states that are linked as parallel. */
  readonly parallelDrafts: number
}

export function readiness(facts: FileFacts): Readiness {
  const text = readText(facts)
  return {
    obligatory: obligatoryOf(facts, text),
    advised: advisedOf(facts, text),
    hints: hintsOf(text.entries, text.elements, text.parameters, referencesOf(facts.content)),
  }
}

interface Text {
  readonly entries: readonly Entry[]
  readonly elements: readonly TextElement[]
  readonly parameters: readonly ContentParameter[]
  /** How many words stand in a section. */
  words(section: SectionKey): number
}

function readText({ content, language }: FileFacts): Text {
  const elements = elementsOf(content)
  const words = new Map<SectionKey, number>()
  for (const { kind, section, text } of elements) {
    if (kind !== 'section') continue
    const count = text.split(/\s+/).filter((word) => word !== '').length
    words.set(section, (words.get(section) ?? 0) + count)
  }
  return {
    elements,
    entries: entriesOf(content),
    parameters: parametersOf(content, language),
    words: (section) => words.get(section) ?? 0,
  }
}

/**
 * Article 9(2): the measure, the precise reasons and, of a list, the description of the controlled
 * items; of an amendment or repeal the same of the change (9(3)). Other measures are notified under
 * other articles, whose content is not known here.
 */
function obligatoryOf({ kind, grounds }: FileFacts, text: Text): ReadinessLine[] {
  if (kind === 'other-notified-measure') return []
  const isChange = kind === 'amendment' || kind === 'repeal'
  const source = isChange ? ('article-9-3' as const) : ('article-9-2' as const)
  const described = text.entries.filter((entry) => entry.code.trim() !== '' && isDescribed(entry))
  const reasons = grounds.length > 0 ? text.words('grounds') : 0
  const lines = [
    line('measure', source, 'subject', text.words('subject')),
    line('reasons', source, 'grounds', reasons),
    line('items', source, 'items', described.length),
  ]
  return carriesEntries(kind) ? lines : lines.filter(({ section }) => section !== 'items')
}

function advisedOf(facts: FileFacts, text: Text): ReadinessLine[] {
  const { kind, parallelDrafts } = facts
  const hasEntries = carriesEntries(kind)
  const understood = text.parameters.filter(({ reading }) => reading !== null).length
  const isExact = text.entries.length > 0 && text.entries.every(isExactlyScoped)
  const scope = hasEntries ? (isExact ? text.entries.length : 0) : text.words('items')
  const lines = [
    line('risk-assessment', 'recommendation', 'risk', text.words('risk')),
    line('parameters', 'recommendation', 'items', understood),
    line('scope', 'recommendation', 'items', scope),
    line('operators', 'recommendation', 'operators', text.words('operators')),
    line('standards', 'recommendation', 'annex-i', text.words('annex-i')),
    informedLine(facts),
    line('coordination', 'recommendation', null, parallelDrafts),
  ]
  return hasEntries ? lines : lines.filter(({ key }) => key !== 'readiness.parameters')
}

function line(
  name: ObligatoryLine | AdvisedLine,
  source: ReadinessSource,
  section: SectionKey | null,
  count: number,
): ReadinessLine {
  return { key: `readiness.${name}`, source, isMet: count > 0, section, count, soFar: [], outOf: 0 }
}

function isDescribed({ heading, text, points }: Entry): boolean {
  return heading.trim() !== '' || text.trim() !== '' || points.some(hasWords)
}

/** Nothing in it is left open: a code, a description, and no point without words. */
function isExactlyScoped(entry: Entry): boolean {
  return entry.code.trim() !== '' && isDescribed(entry) && entry.points.every(isComplete)
}

function isComplete(point: Point): boolean {
  return point.notUsed || (hasWords(point) && point.points.every(isComplete))
}

function hasWords({ text, points }: Point): boolean {
  return text.trim() !== '' || points.some(hasWords)
}

/**
 * Whom early notices and drafts have reached. Told before adoption are all other Member States and
 * the Commission, or it is not yet done; with one version or with several, each to some of them.
 */
function informedLine({ owner, versions }: FileFacts): ReadinessLine {
  const given = versions.filter(({ kind, isRecalled }) => kind !== 'final' && !isRecalled)
  const told = new Set(given.flatMap(({ audience }) => reached(audience, { owner, author: owner })))
  const others = [...memberStates, 'COM' as const].filter((code) => code !== owner)
  const soFar = others.filter((code) => told.has(code))
  const isMet = soFar.length === others.length
  return {
    ...line('informed', 'recommendation', null, soFar.length),
    isMet,
    soFar: isMet ? [] : soFar,
    outOf: others.length,
  }
}
