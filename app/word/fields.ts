import { isSafeLink } from '#app/text/links.ts'
import { symbolOf } from './words.ts'
import { findAll, type XmlElement } from './xml.ts'

/** A field: its code is not read as words, what it made is. */
export interface Field {
  isResult: boolean
  code: string
  /** What it made has words. */
  hasSaid: boolean
}

const newField = (): Field => ({ isResult: false, code: '', hasSaid: false })

/** Fields that show nothing, or no words. */
const silent = new Set(
  'ADVANCE ASK EMBED HYPERLINK INCLUDEPICTURE INDEX LINK NEXT PRIVATE RD SET SHAPE TA TC TOA TOC XE'.split(
    ' ',
  ),
)

/**
 * What a field shows that made no words in the document: Word works it out when it shows it. The sign of a
 * SYMBOL field is known; `unread` is the code of another that shows something, null where none does.
 */
function shownByField(code: string): { text: string; unread: string | null } {
  const [, name = '', first = ''] = /^\s*(\S+)\s*(\S*)/.exec(code) ?? []
  const sign = name.toUpperCase() === 'SYMBOL' ? signOf(first, code) : null
  if (sign !== null) return { text: sign, unread: null }
  const isSilent = name === '' || silent.has(name.toUpperCase())
  return { text: '', unread: isSilent ? null : code.trim() }
}

/** Of the font Symbol, or by its number in Unicode; null for one of another font. */
function signOf(number: string, code: string): string | null {
  const value = Number(number)
  if (!Number.isInteger(value) || value <= 0 || value > 0x10ffff) return null
  if (/\\f\s+"?Symbol"?(\s|$)/i.test(code)) return symbolOf(value)
  return /\\u(\s|$)/i.test(code) ? String.fromCodePoint(value) : null
}

/** Where fields begin that end nowhere: all that follows would be their code. */
function endlessFields(body: XmlElement): Set<XmlElement> {
  const open: XmlElement[] = []
  for (const sign of findAll(body, 'w:fldChar')) {
    const type = sign.attributes['w:fldCharType']
    if (type === 'begin') open.push(sign)
    else if (type === 'end') open.pop()
  }
  return new Set(open)
}

/** The fields that are open where the document is read. They go on over paragraphs: a table of contents is one. */
export class OpenFields {
  readonly #open: Field[] = []
  readonly #endless: ReadonlySet<XmlElement>

  constructor(body: XmlElement) {
    this.#endless = endlessFields(body)
  }

  /** The field that ends with a sign, if one does. */
  turn(sign: XmlElement): Field | null {
    if (this.#endless.has(sign)) return null
    const type = sign.attributes['w:fldCharType']
    const field = this.#open.at(-1)
    if (type === 'begin') this.#open.push(newField())
    else if (type === 'separate' && field) field.isResult = true
    return type === 'end' ? this.end() : null
  }

  /** A field whose code is known before what it made. */
  begin(code: string): Field {
    const field = { ...newField(), isResult: true, code }
    this.#open.push(field)
    return field
  }

  end(): Field | null {
    return this.#open.pop() ?? null
  }

  addCode(words: string) {
    const field = this.#open.at(-1)
    if (field) field.code += words
  }

  noteWords() {
    for (const field of this.#open) field.hasSaid = true
  }

  /** What stands in the code of a field is no word of the text. */
  get isInCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult)
  }

  /** Where the first of them that leads somewhere leads. */
  get link(): string | null {
    for (const { code } of this.#open) {
      const address = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1]
      if (address !== undefined && isSafeLink(address)) return address
    }
    return null
  }

  /** What a field shows that says nothing in the document, and what is not known of it. */
  shownBy({ code, hasSaid }: Field): { text: string; unread: string | null } {
    return hasSaid || this.isInCode ? { text: '', unread: null } : shownByField(code)
  }
}
