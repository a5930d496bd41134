import { elementsIn, find, findAll, textIn, type XmlElement } from './xml.ts'

/** Words of an equation, in a line. */
export interface EquationWords {
  readonly text: string
  readonly raised: 'superscript' | 'subscript' | null
}

type Raised = EquationWords['raised']

/**
 * An equation in one line, without turning one amount into another: powers stay raised, fractions and roots
 * are written out. Source of the names: ECMA-376, Part 1, 22.1.
 */
export function wordsOfEquation(element: XmlElement, raised: Raised = null): EquationWords[] {
  const inside = (name: string, as = raised) =>
    elementsIn(element, name).flatMap((one) => wordsOfEquation(one, as))
  const said = (text: string) => ({ text, raised })
  switch (element.name) {
    case 'm:t':
      return [said(textIn(element))]
    case 'm:sSup':
      return [...inside('m:e'), ...inside('m:sup', 'superscript')]
    case 'm:sSub':
      return [...inside('m:e'), ...inside('m:sub', 'subscript')]
    case 'm:sSubSup':
      return [...inside('m:e'), ...inside('m:sub', 'subscript'), ...inside('m:sup', 'superscript')]
    case 'm:f':
      return [
        ...inBrackets(inside('m:num'), raised),
        said('/'),
        ...inBrackets(inside('m:den'), raised),
      ]
    case 'm:rad': {
      const isSquare = findAll(element, 'm:deg').every(
        (degree) => findAll(degree, 'm:t').length === 0,
      )
      const degree = isSquare ? [] : inside('m:deg', 'superscript')
      return [...degree, said('√'), ...inBrackets(inside('m:e'), raised)]
    }
    case 'm:d': {
      const sign = (name: string, usual: string) =>
        said(find(element, 'm:dPr', name)?.attributes['m:val'] ?? usual)
      return [sign('m:begChr', '('), ...inside('m:e'), sign('m:endChr', ')')]
    }
    default:
      return elementsIn(element)
        .filter(({ name }) => !name.endsWith('Pr'))
        .flatMap((one) => wordsOfEquation(one, raised))
  }
}

/** The same where nothing can be raised: `10^6`, `x_1`. */
export function equationInSigns(words: readonly EquationWords[]): string {
  return words
    .map(({ text, raised }, place) => {
      if (raised === null || words[place - 1]?.raised === raised) return text
      return `${raised === 'superscript' ? '^' : '_'}${text}`
    })
    .join('')
}

/** One sign or number needs none. */
function inBrackets(words: EquationWords[], raised: Raised): EquationWords[] {
  const text = words.map((one) => one.text).join('')
  return /^[\p{L}\p{N}.,]*$/u.test(text)
    ? words
    : [{ text: '(', raised }, ...words, { text: ')', raised }]
}
