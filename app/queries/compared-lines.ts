import { isDeepStrictEqual } from 'node:util'
import type { TextElement } from '#app/text/elements.ts'
import { type Parameter, writeAmount, writeParameter } from '#app/text/parameters.ts'
import type { RedlineElement } from '#app/text/redline.ts'
import { type PlaceName, placeNameOf } from './place-name.ts'

export interface ParameterDifference {
  quantity: string | null
  before: string | null
  after: string | null
  /**
   * Where only the words of the relation differ: the amount and these words. Where one text is not
   * understood: its words, without an amount.
   */
  wording: { amount: string; before: string; after: string } | null
  change: RedlineElement['parameters'][number]['change']
}

/** One element of two texts set against each other, in the order of the later one. */
export interface ComparedLine {
  id: string
  /** Its elements in the two texts, by which others refer to the line. */
  elements: { before: string | null; after: string | null }
  kind: TextElement['kind']
  status: RedlineElement['status']
  isMoved: boolean
  /** In the later text, or in the earlier one where it was removed. */
  name: PlaceName
  /** In the earlier text, where it is called otherwise there. */
  wasNamed: PlaceName | null
  /** The other lines that it was split into or joined from, by their names. */
  parting: { kind: 'split' | 'joined'; before: PlaceName[]; after: PlaceName[] } | null
  runs: RedlineElement['runs']
  attributes: RedlineElement['attributes']
  parameters: ParameterDifference[]
}

export function comparedLines(elements: readonly RedlineElement[]): ComparedLine[] {
  return elements.map(lineOf)
}

function lineOf(element: RedlineElement, index: number): ComparedLine {
  const { status, isMoved, before, after, runs, attributes, parting } = element
  const shown = after ?? before
  if (!shown) throw new Error('a compared element stands in neither text')
  const name = placeNameOf(shown)
  const was = before && placeNameOf(before)
  return {
    id: `${index}`,
    elements: { before: before?.id ?? null, after: after?.id ?? null },
    kind: shown.kind,
    status,
    isMoved,
    name,
    wasNamed: isDeepStrictEqual(was, name) ? null : was,
    parting: parting && {
      kind: parting.kind,
      before: parting.before.map(placeNameOf),
      after: parting.after.map(placeNameOf),
    },
    runs,
    attributes,
    parameters: element.parameters.map(differenceOf),
  }
}

export function differenceOf({
  before,
  after,
  change,
  wording,
}: RedlineElement['parameters'][number]): ParameterDifference {
  return {
    quantity: quantityOf(after ?? before),
    before: before && writeParameter(before),
    after: after && writeParameter(after),
    wording: wording && { amount: amountOf(after, change), ...wording },
    change,
  }
}

function amountOf(after: Parameter | null, change: ParameterDifference['change']): string {
  return after && change !== 'not-understood' ? writeAmount(after) : ''
}

function quantityOf(parameter: Parameter | null): string | null {
  return parameter?.quantity ?? null
}
