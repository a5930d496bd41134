import { isDeepStrictEqual } from 'node:util'
import type { TextElement } from '#app/text/elements.ts'
import { type Parameter, writeAmount, writeParameter } from '#app/text/parameters.ts'
import type { RedlineElement } from '#app/text/redline.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'

export interface ParameterDifference {
  quantity: string | null
  /** Its name in the first text, where that names it otherwise; null where both have one name. */
  wasQuantity: string | null
  before: string | null
  after: string | null
  /**
   * Where only the words of the relation differ: the amount and these words. Where one text is not
   * understood: its words, without an amount.
   */
  wording: { amount: string; before: string; after: string } | null
  change: RedlineElement['parameters'][number]['change']
  /**
   * What stands in one of the two texts as a whole, where it came or went with that: an entry that is new
   * widens what is controlled, and a value inside it says nothing of that. Null where it came or went
   * by itself.
   */
  whole: Whole | null
}

/** The widest that stands in one text only; `line` for a paragraph or heading of its own. */
export type Whole = 'entry' | 'point' | 'note' | 'line'

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
  const alone = new Map(
    elements.flatMap((element) => {
      const { id } = element.after ?? element.before ?? {}
      return id !== undefined && standsAlone(element) ? [[id, element] as const] : []
    }),
  )
  return elements.map((element, index) => lineOf(element, index, wholeOf(element, alone)))
}

function standsAlone({ before, after, parting }: RedlineElement): boolean {
  return (before === null || after === null) && parting === null
}

function wholeOf(
  element: RedlineElement,
  alone: ReadonlyMap<string, RedlineElement>,
): Whole | null {
  if (!standsAlone(element)) return null
  let whole: Whole = 'line'
  let one: RedlineElement | undefined = element
  while (one) {
    const shown: TextElement | null = one.after ?? one.before
    if (shown?.kind === 'entry' || shown?.kind === 'point' || shown?.kind === 'note')
      whole = shown.kind
    one = shown?.parentId ? alone.get(shown.parentId) : undefined
  }
  return whole
}

function lineOf(element: RedlineElement, index: number, whole: Whole | null): ComparedLine {
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
    parameters: element.parameters.map((parameter) => ({ ...differenceOf(parameter), whole })),
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
    wasQuantity: otherNameOf(before, after),
    before: before && writeParameter(before),
    after: after && writeParameter(after),
    wording: wording && { amount: amountOf(after, change), ...wording },
    change,
    whole: null,
  }
}

function amountOf(after: Parameter | null, change: ParameterDifference['change']): string {
  return after && change !== 'not-understood' ? writeAmount(after) : ''
}

function quantityOf(parameter: Parameter | null): string | null {
  return parameter?.quantity ?? null
}

function otherNameOf(before: Parameter | null, after: Parameter | null): string | null {
  const [was, is] = [quantityOf(before), quantityOf(after)]
  return was === null || is === null || was.toLowerCase() === is.toLowerCase() ? null : was
}
