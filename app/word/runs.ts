import { isSafeLink } from '#app/text/links.ts'
import type { ContentMark } from '#app/text/content.ts'
import { equationInSigns, wordsOfEquation } from './equations.ts'
import { changeOf } from './changes.ts'
import { type Field, OpenFields } from './fields.ts'
import type { Change, Piece } from './line.ts'
import type { NotTakenKind, NotTakenList } from './not-taken.ts'
import { isOwnBookmark } from './package.ts'
import type { WordParts } from './parts.ts'
import { lookIn, over, plainLook, readLooks, type Look } from './styles.ts'
import { plainWords, symbolOf, unreadSign } from './words.ts'
import {
  alternativeOf,
  elementsIn,
  find,
  findAll,
  isOn,
  textIn,
  valueOf,
  type XmlElement,
} from './xml.ts'

/** What holds for everything that stands in an element. */
export interface Around {
  readonly change: Change | null
  /** Where the words lead. */
  readonly link: string | null
}

interface BrokenLine {
  pieces: Piece[]
  /** What becomes of the break after it. */
  end: Change | null
}

/** Reads the words of paragraphs with their marks, changes and the edges of comments. */
export class RunReader {
  readonly #links: ReadonlyMap<string, string>
  readonly #notes: Readonly<Record<'footnote' | 'endnote', ReadonlyMap<string, string>>>
  readonly #notTaken: NotTakenList
  readonly #looks: ReadonlyMap<string, Look>
  /** What the style of the paragraph says of its words. */
  #lookAround: Look = plainLook
  readonly #fields: OpenFields
  #lines: BrokenLine[] = []

  constructor(parts: WordParts, notTaken: NotTakenList) {
    const { body, links, footnotes, endnotes, styles } = parts
    this.#links = links
    this.#looks = readLooks(styles)
    this.#fields = new OpenFields(body)
    this.#notes = {
      footnote: notesOf(footnotes, 'w:footnote'),
      endnote: notesOf(endnotes, 'w:endnote'),
    }
    this.#notTaken = notTaken
  }

  readParagraph(paragraph: XmlElement, around: Around): BrokenLine[] {
    this.#lines = [{ pieces: [], end: null }]
    this.#lookAround = this.#lookOf(valueOf(paragraph, 'w:pPr', 'w:pStyle'))
    this.#readInline(paragraph, around)
    return this.#lines
  }

  /** The edge that an element is, between words or between paragraphs. */
  edgeOf({ name, attributes }: XmlElement): Piece[] {
    const id = attributes['w:id'] ?? ''
    switch (name) {
      case 'w:commentRangeStart':
        return [{ kind: 'comment', edge: 'start', id }]
      case 'w:commentRangeEnd':
        return [{ kind: 'comment', edge: 'end', id }]
      case 'w:commentReference':
        return [{ kind: 'comment', edge: 'point', id }]
      case 'w:bookmarkStart': {
        const named = attributes['w:name'] ?? ''
        return isOwnBookmark(named) ? [{ kind: 'bookmark', name: named }] : []
      }
      default:
        return []
    }
  }

  #readInline(parent: XmlElement, around: Around) {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case 'w:r':
          this.#readRun(element, around)
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          this.#readInline(element, { ...around, change: changeOf(element, around.change) })
          break
        case 'w:hyperlink':
          this.#readInline(element, { ...around, link: this.#linkOf(element) ?? around.link })
          break
        case 'w:fldSimple':
          this.#readSimpleField(element, around)
          break
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:dir':
        case 'w:bdo':
        case 'w:sdtContent':
          this.#readInline(element, around)
          break
        case 'w:sdt':
          if (!isPrompt(element)) this.#readInline(element, around)
          break
        case 'mc:AlternateContent':
          this.#readInline(alternativeOf(element), around)
          break
        case 'm:oMath':
        case 'm:oMathPara':
          this.#readEquation(element, around)
          break
        default:
          this.#readOther(element)
      }
    }
  }

  #readRun(run: XmlElement, around: Around) {
    const properties = find(run, 'w:rPr')
    const style = this.#lookOf(valueOf(properties, 'w:rStyle'))
    const look = over(lookIn(properties), style)
    if (over(look, this.#lookAround).isHidden) {
      this.#notTaken.add('hidden-text', textIn(run))
      // A field may begin in sight and end out of it.
      for (const sign of elementsIn(run, 'w:fldChar')) this.#fields.turn(sign)
      return
    }
    const { isSymbols } = over(look, this.#lookAround)
    const say = (text: string) => this.#say(text, over(look, raisedBy(this.#lookAround)), around)
    for (const element of partsOf(run)) {
      switch (element.name) {
        case 'w:t':
        case 'w:delText':
          say(isSymbols ? this.#symbols(textIn(element)) : this.#ownArea(textIn(element)))
          break
        case 'w:tab':
        case 'w:ptab':
          say(' ')
          break
        case 'w:noBreakHyphen':
          say('\u2011')
          break
        case 'w:sym':
          say(this.#sign(element))
          break
        case 'w:br':
          if (!['page', 'column'].includes(element.attributes['w:type'] ?? '')) this.#break(around)
          break
        case 'w:cr':
          this.#break(around)
          break
        case 'w:fldChar': {
          say(this.#turnField(element))
          break
        }
        case 'w:instrText':
        case 'w:delInstrText': {
          this.#fields.addCode(textIn(element))
          break
        }
        case 'w:ruby':
          for (const base of findAll(element, 'w:rubyBase')) this.#readInline(base, around)
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#noteReference(element)
          break
        default:
          this.#readOther(element)
      }
    }
  }

  #readOther(element: XmlElement) {
    const kind = drawnKind(element)
    if (kind) this.#notTaken.add(kind, wordsIn(element))
    else this.#push(...this.edgeOf(element))
  }

  #say(written: string, look: Look, { change, link }: Around) {
    if (this.#fields.isInCode) return
    const text = plainWords(written)
    if (text === '') return
    this.#fields.noteWords()
    if (change?.kind === 'gone') this.#notTaken.add('inserted-and-deleted', text)
    else if (look.isStruck && change?.kind !== 'deleted') this.#notTaken.add('struck-out', text)
    const address = link ?? this.#fields.link
    this.#push({ kind: 'words', text, marks: marksOf(look, address), change })
  }

  #lookOf(styleId: string | null): Look {
    return this.#looks.get(styleId ?? '') ?? plainLook
  }

  #push(...pieces: Piece[]) {
    this.#lines.at(-1)?.pieces.push(...pieces)
  }

  #break({ change }: Around) {
    const line = this.#lines.at(-1)
    if (line) line.end = change
    this.#lines.push({ pieces: [], end: null })
  }

  /** What is shown by a field that ends with it. */
  #turnField(sign: XmlElement): string {
    const ended = this.#fields.turn(sign)
    return ended ? this.#shownBy(ended) : ''
  }

  #shownBy(field: Field): string {
    const { text, unread } = this.#fields.shownBy(field)
    if (unread !== null) this.#notTaken.add('field', unread)
    return text
  }

  #readSimpleField(element: XmlElement, around: Around) {
    const field = this.#fields.begin(element.attributes['w:instr'] ?? '')
    this.#readInline(element, around)
    this.#fields.end()
    this.#say(this.#shownBy(field), plainLook, around)
  }

  /** Links to places of the document itself lead nowhere here; their words stay. */
  #linkOf({ attributes }: XmlElement): string | null {
    const address = this.#links.get(attributes['r:id'] ?? '')
    if (address === undefined) return null
    if (isSafeLink(address)) return address
    this.#notTaken.add('link', address)
    return null
  }

  #readEquation(equation: XmlElement, around: Around) {
    const words = wordsOfEquation(equation)
    this.#notTaken.add('equation', equationInSigns(words))
    for (const { text, raised } of words) this.#say(text, { ...plainLook, raised }, around)
  }

  #noteReference({ name, attributes }: XmlElement) {
    const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    this.#notTaken.add(kind, this.#notes[kind].get(attributes['w:id'] ?? '') ?? '')
  }

  #sign({ attributes }: XmlElement): string {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16)
    const isSymbol = attributes['w:font'] === 'Symbol'
    return (isSymbol ? symbolOf(code) : null) ?? this.#unread(attributes['w:char'] ?? '')
  }

  #symbols(text: string): string {
    return [...text]
      .map((sign) => symbolOf(sign.codePointAt(0) ?? 0) ?? this.#unread(sign))
      .join('')
  }

  /** Signs of fonts stand in an area that says nothing without its font. */
  #ownArea(text: string): string {
    return text.replaceAll(/[\uF000-\uF0FF]/g, (sign) => this.#unread(sign))
  }

  #unread(sign: string): string {
    this.#notTaken.add('sign', sign)
    return unreadSign
  }
}

function marksOf({ isBold, isItalic, raised }: Look, link: string | null): ContentMark[] {
  return [
    ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(isBold ? [{ type: 'bold' }] : []),
    ...(isItalic ? [{ type: 'italic' }] : []),
    ...(raised === 'superscript' || raised === 'subscript' ? [{ type: raised }] : []),
  ]
}

/** Bold or italic that is the look of a whole paragraph says nothing of its words. */
function raisedBy({ raised, isStruck }: Look): Look {
  return { ...plainLook, raised, isStruck }
}

/** A control of content that nobody has filled in shows what to do with it. */
export function isPrompt(control: XmlElement): boolean {
  return isOn(control, 'w:sdtPr', 'w:showingPlcHdr')
}

/** What a run holds, each part that is written in several ways in one of them. */
function partsOf(run: XmlElement): XmlElement[] {
  return elementsIn(run).flatMap((element) =>
    element.name === 'mc:AlternateContent' ? partsOf(alternativeOf(element)) : [element],
  )
}

function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t') return textIn(element)
  return partsOf(element).map(wordsIn).join('')
}

function drawnKind(element: XmlElement): NotTakenKind | null {
  if (element.name === 'w:subDoc') return 'part-elsewhere'
  const drawn = ['w:drawing', 'w:pict', 'w:object'].includes(element.name)
  if (!drawn) return null
  if (element.name === 'w:object') return 'embedded-object'
  return findAll(element, 'w:txbxContent').length > 0 ? 'text-box' : 'picture'
}

function notesOf(part: XmlElement | null, name: string): Map<string, string> {
  return new Map(
    (part ? elementsIn(part, name) : []).map((note) => [
      note.attributes['w:id'] ?? '',
      plainWords(findAll(note, 'w:t').map(textIn).join('')),
    ]),
  )
}
