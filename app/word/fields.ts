import { symbolOf } from './words.ts'
import { findAll, type XmlElement } from './xml.ts'

/** A field: its code is not read as words, what it made is. */
export interface Field {
  isResult: boolean
  code: string
  /** What it made has words. */
  hasSaid: boolean
}

export const newField = (): Field => ({ isResult: false, code: '', hasSaid: false })

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
export function shownByField(code: string): { text: string; unread: string | null } {
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
export function endlessFields(body: XmlElement): Set<XmlElement> {
  const open: XmlElement[] = []
  for (const sign of findAll(body, 'w:fldChar')) {
    const type = sign.attributes['w:fldCharType']
    if (type === 'begin') open.push(sign)
    else if (type === 'end') open.pop()
  }
  return new Set(open)
}
