import type { Content, ContentNode } from './content.ts'

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '\u2010': '⁻',
  '\u2011': '⁻',
  '\u2012': '⁻',
  '\u2013': '⁻',
  '\u2212': '⁻',
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/**
 * The same text with raised and lowered figures as characters instead of formatting, character for
 * character: 10⁻⁴ stays another number than 10-4 where a text is read without its formatting.
 */
export function withRaisedFigures<Node extends ContentNode | Content>(node: Node): Node {
  const { text, marks = [], content } = node
  const has = (mark: string) => marks.some(({ type }) => type === mark)
  return {
    ...node,
    ...(text !== undefined && { text: figuresIn(text, has('superscript'), has('subscript')) }),
    ...(content && { content: content.map(withRaisedFigures) }),
  }
}

function figuresIn(text: string, isRaised: boolean, isLowered: boolean): string {
  if (isRaised)
    return text.replaceAll(/[-+\d\u2010-\u2013\u2212]/g, (sign) => superscripts[sign] ?? sign)
  if (isLowered) return text.replaceAll(/\d/g, (digit) => subscripts[Number(digit)] ?? digit)
  return text
}
