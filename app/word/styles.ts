import { styleNames } from './package.ts'
import { elementsIn, find, switchOf, valueOf, type XmlElement } from './xml.ts'

/** How far inwards a paragraph stands, in twips; null where nothing is said. */
export interface Indents {
  readonly left: number | null
  /** Of its first line, beside the others. */
  readonly first: number | null
}

/** What the style of a paragraph says of it, its own properties aside. */
export interface ParagraphStyle extends Indents {
  /** 1 to 9 for headings, 0 for a title; null for what is none. */
  readonly heading: number | null
  readonly numId: string | null
  readonly numLevel: number | null
  /** Of a style of Concert: what it is for. */
  readonly own: 'added' | 'entry-heading' | 'item' | 'after-table' | null
}

export const plainStyle: ParagraphStyle = {
  heading: null,
  numId: null,
  numLevel: null,
  own: null,
  left: null,
  first: null,
}

/** Longer chains of styles that rest on each other are circles. */
const longestChain = 20

/** The styles of paragraphs by id, with what they take over from those that they are based on. */
export function readStyles(root: XmlElement | null): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map<string, XmlElement>()
  for (const style of root ? elementsIn(root, 'w:style') : []) {
    const id = style.attributes['w:styleId']
    if (id !== undefined && style.attributes['w:type'] === 'paragraph') styles.set(id, style)
  }
  return new Map([...styles.keys()].map((id) => [id, resolved(id, styles)]))
}

function resolved(id: string, styles: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  let found: ParagraphStyle = plainStyle
  let style = styles.get(id)
  for (let steps = 0; style && steps < longestChain; steps++) {
    const numbering = find(style, 'w:pPr', 'w:numPr')
    const level = valueOf(numbering, 'w:ilvl')
    const indents = indentsIn(find(style, 'w:pPr'))
    found = {
      heading: found.heading ?? headingOf(style),
      numId: found.numId ?? valueOf(numbering, 'w:numId'),
      numLevel: found.numLevel ?? (level === null ? null : Number(level)),
      own: found.own ?? ownStyles.get(nameOf(style)) ?? null,
      left: found.left ?? indents.left,
      first: found.first ?? indents.first,
    }
    style = styles.get(valueOf(style, 'w:basedOn') ?? '')
  }
  return found
}

const ownStyles: ReadonlyMap<string, ParagraphStyle['own']> = new Map([
  ...[styleNames.added, styleNames.name, styleNames.marking, styleNames.gone].map(
    (name) => [name.toLowerCase(), 'added'] as const,
  ),
  [styleNames.heading.toLowerCase(), 'entry-heading'],
  [styleNames.item.toLowerCase(), 'item'],
  [styleNames.noteItem.toLowerCase(), 'item'],
  [styleNames.afterTable.toLowerCase(), 'after-table'],
])

function nameOf(style: XmlElement): string {
  return valueOf(style, 'w:name')?.toLowerCase() ?? ''
}

/** By its name, which is English in every language of Word, or by its level in the outline. */
function headingOf(style: XmlElement): number | null {
  const name = nameOf(style)
  if (name === 'title') return 0
  const named = /^heading ([1-9])$/.exec(name)?.[1]
  if (named !== undefined) return Number(named)
  return outlineLevel(find(style, 'w:pPr'))
}

export function indentsIn(properties: XmlElement | null): Indents {
  const indent = find(properties, 'w:ind')?.attributes ?? {}
  const twips = (...names: string[]) => {
    const written = names.map((name) => indent[name]).find((one) => one !== undefined)
    const number = Number(written ?? Number.NaN)
    return Number.isFinite(number) ? number : null
  }
  const hanging = twips('w:hanging')
  return {
    left: twips('w:left', 'w:start'),
    first: hanging === null ? twips('w:firstLine') : -hanging,
  }
}

/** 9 stands for the words of the text. */
export function outlineLevel(properties: XmlElement | null): number | null {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9)
  return level >= 0 && level < 9 ? level + 1 : null
}

/** How words look; null where nothing is said. */
export interface Look {
  readonly isHidden: boolean | null
  readonly isStruck: boolean | null
  readonly isBold: boolean | null
  readonly isItalic: boolean | null
  readonly raised: 'superscript' | 'subscript' | 'baseline' | null
  /** In the font Symbol, whose characters are others than they say. */
  readonly isSymbols: boolean | null
}

export const plainLook: Look = {
  isHidden: null,
  isStruck: null,
  isBold: null,
  isItalic: null,
  raised: null,
  isSymbols: null,
}

/** What the styles of paragraphs and words say of the look of words, by id. */
export function readLooks(root: XmlElement | null): ReadonlyMap<string, Look> {
  const styles = new Map(
    (root ? elementsIn(root, 'w:style') : []).map((style) => [
      style.attributes['w:styleId'] ?? '',
      style,
    ]),
  )
  return new Map(
    [...styles].map(([id, first]) => {
      let look = plainLook
      let style: XmlElement | undefined = first
      for (let steps = 0; style && steps < longestChain; steps++) {
        look = over(look, lookIn(find(style, 'w:rPr')))
        style = styles.get(valueOf(style, 'w:basedOn') ?? '')
      }
      return [id, look]
    }),
  )
}

/** A look over another, which says what the first does not. */
export function over(upper: Look, lower: Look): Look {
  return {
    isHidden: upper.isHidden ?? lower.isHidden,
    isStruck: upper.isStruck ?? lower.isStruck,
    isBold: upper.isBold ?? lower.isBold,
    isItalic: upper.isItalic ?? lower.isItalic,
    raised: upper.raised ?? lower.raised,
    isSymbols: upper.isSymbols ?? lower.isSymbols,
  }
}

/** What properties of words say themselves. */
export function lookIn(properties: XmlElement | null): Look {
  const font = find(properties, 'w:rFonts')?.attributes['w:ascii']
  return {
    isHidden: switchOf(properties, 'w:vanish'),
    isStruck: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'),
    isBold: switchOf(properties, 'w:b'),
    isItalic: switchOf(properties, 'w:i'),
    raised: raisedIn(properties),
    isSymbols: font === undefined ? null : font === 'Symbol',
  }
}

/** Signs may be set higher or lower by so many points too, in place of by name. */
function raisedIn(properties: XmlElement | null): Look['raised'] {
  const named = valueOf(properties, 'w:vertAlign')
  if (named === 'superscript' || named === 'subscript' || named === 'baseline') return named
  const points = Number.parseInt(valueOf(properties, 'w:position') ?? '', 10)
  if (Number.isNaN(points) || points === 0) return null
  return points > 0 ? 'superscript' : 'subscript'
}
