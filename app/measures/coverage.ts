import { compareParameters, haveCommon } from '#app/text/parameter-comparison.ts'
import { writeParameter } from '#app/text/parameters.ts'
import {
  type ParameterPair,
  pairedParameters,
  type ReadLines,
} from '#app/text/redline-parameters.ts'
import { nameless } from '#app/text/same-quantity.ts'
import type { CoverageExtent } from './article-10.ts'

/**
 * How a condition of Annex I stands to that of a national entry. `more` and `less`: Annex I takes in
 * more, or less, by it. `apart`: nothing meets both. The last two stand in one of the texts alone.
 */
export const coverageRelations = [
  'same',
  'more',
  'less',
  'overlapping',
  'apart',
  'annex-i-only',
  'entry-only',
] as const
export type CoverageRelation = (typeof coverageRelations)[number]

/** A type and not an interface, like all of a comparison: it is JSON. */
export type ComparedParameter = {
  quantity: string | null
  /** In signs: `≤ 685 °C`. */
  entry: string | null
  annexI: string | null
  relation: CoverageRelation
}

/** What a decision on coverage rests on, kept with it. */
export type CoverageComparison = {
  /** The words of the entry, or of its point, and those of Annex I as they were given. */
  entryWords: string
  annexIWords: string
  parameters: ComparedParameter[]
  /** What the thresholds alone say; null where they say nothing, and the words decide. */
  proposed: CoverageExtent | null
}

/**
 * The control parameters of an entry, or of its point, beside those of the point of Annex I that is to
 * cover it. Conditions are taken as such that must all be met, which is how thresholds of one point stand
 * together in Annex I; a person sees the words and decides. Without words of Annex I nothing is compared.
 */
export function compareWithAnnexI(
  entry: ReadLines,
  annexI: ReadLines,
  hasCounterpart: boolean,
): CoverageComparison {
  const parameters = isCompared({ annexIWords: annexI.text })
    ? pairedParameters(entry, annexI).map(asCompared)
    : []
  return {
    entryWords: entry.text,
    annexIWords: annexI.text,
    parameters,
    proposed: hasCounterpart ? proposedExtent(parameters) : 'not',
  }
}

/** Whether there were words of Annex I to compare with. */
export function isCompared({ annexIWords }: Pick<CoverageComparison, 'annexIWords'>): boolean {
  return annexIWords.trim() !== ''
}

/**
 * Wholly: whatever meets the entry meets Annex I too. Not: something that Annex I asks for rules out all
 * that the entry takes in. Partly: what is between. Nothing is proposed without a threshold of Annex I.
 */
function proposedExtent(parameters: readonly ComparedParameter[]): CoverageExtent | null {
  if (parameters.every(({ annexI }) => annexI === null)) return null
  const has = (...relations: CoverageRelation[]) =>
    parameters.some(({ relation }) => relations.includes(relation))
  if (has('apart')) return 'not'
  return has('less', 'overlapping', 'annex-i-only') ? 'partly' : 'wholly'
}

function asCompared([entry, annexI]: ParameterPair): ComparedParameter {
  return {
    quantity: entry?.quantity ?? annexI?.quantity ?? null,
    entry: entry && writeParameter(entry),
    annexI: annexI && writeParameter(annexI),
    relation: relationOf([entry, annexI]),
  }
}

function relationOf([entry, annexI]: ParameterPair): CoverageRelation {
  if (!annexI) return 'entry-only'
  if (!entry) return 'annex-i-only'
  // Named in two languages they are of one thing all the same: that is how they were paired.
  const [first, second] = [nameless(entry), nameless(annexI)]
  switch (compareParameters(first, second)) {
    case 'same':
      return 'same'
    case 'looser':
      return 'more'
    case 'tighter':
      return 'less'
    case 'different':
      return haveCommon(first, second) ? 'overlapping' : 'apart'
  }
}
