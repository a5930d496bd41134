import type { TextElement } from './elements.ts'
import { areComparable, compareParameters, haveCommon } from './parameter-comparison.ts'
import { findParameters, type Parameter } from './parameters.ts'

/** The thresholds that single lines of two texts of one language set, each line read once. */
export class ThresholdsOfLines {
  readonly #language: string | null
  readonly #known = new Map<TextElement, readonly Parameter[]>()

  /** Of texts in two languages none is read: null. */
  constructor(language: string | null) {
    this.#language = language
  }

  /**
   * 1 where two lines set the same thresholds, -1 where nothing that fits one of a line fits the one
   * of the other: their words alone are as much alike, "193 nm or longer" and "shorter than 193 nm".
   * 0 for all that tells nothing, and for what holds other lines.
   */
  agreement(before: TextElement, after: TextElement): -1 | 0 | 1 {
    const [old, young] = [this.#of(before), this.#of(after)]
    if (old.length === 0 || young.length === 0) return 0
    const isSame = (a: Parameter, b: Parameter) =>
      areComparable(a, b) && compareParameters(a, b) === 'same'
    const areSame = old.length === young.length && old.every((a) => young.some((b) => isSame(a, b)))
    if (areSame) return 1
    const [first, second] = [old[0], young[0]]
    const isOne = old.length === 1 && young.length === 1 && first && second
    return isOne && areComparable(first, second) && !haveCommon(first, second) ? -1 : 0
  }

  #of(element: TextElement): readonly Parameter[] {
    const { kind, text } = element
    const isLine = kind === 'paragraph' || kind === 'heading'
    if (this.#language === null || !isLine || !/\d/.test(text)) return []
    const known = this.#known.get(element)
    if (known) return known
    const read = findParameters(text, this.#language).map(({ parameter }) => parameter)
    this.#known.set(element, read)
    return read
  }
}
