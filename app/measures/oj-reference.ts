import { isIsoDate } from './calendar.ts'
import type { Day } from './measure.ts'

/**
 * References to the Official Journal, read as people type them and written as the Interinstitutional Style
 * Guide has them (part one, 3.1). Up to 30 September 2023 a document stood in an issue: `OJ C 66, 8.2.2022,
 * p. 4`. Since 1 October 2023 each document is an Official Journal of its own: `OJ C, C/2023/441,
 * 20.10.2023`.
 */
export type OjReference =
  | { kind: 'document'; series: Series; year: number; number: number }
  | { kind: 'issue'; series: Series; issue: string; year: number | null; place: Place | null }
  /** Only the series and the day are established. */
  | { kind: 'day'; series: Series; on: Day }

type Series = 'L' | 'C'
/** Where in its issue: by page, or by its number in the issue (`2022/C 66/04`). */
type Place = { by: 'page' | 'document'; number: number }

/** The first day on which each document was an Official Journal of its own. */
export const documentByDocument: Day = '2023-10-01'

/** What is wrong with a reference, as a key of the catalogue. */
export type OjProblem =
  | 'oj.unreadable'
  | 'oj.other-day'
  | 'oj.other-year'
  | 'oj.other-form'
  | 'oj.other-series'

interface Read {
  reference: OjReference
  /** The day that the text names besides. */
  on: Day | null
}

/**
 * Reads a citation, a number, a CELEX number, an ELI or an address of EUR-Lex. Null where it is none of
 * them, or says too little. `publishedOn` tells `441/2023` from an issue of that number.
 */
export function readOjReference(typed: string, publishedOn: Day | null = null): OjReference | null {
  return read(typed, publishedOn)?.reference ?? null
}

/** What speaks against a reference that a form gives with its day, in the C series; null: nothing. */
export function problemWith(typed: string, publishedOn: Day): OjProblem | null {
  const found = read(typed, publishedOn)
  if (!found) return 'oj.unreadable'
  const { reference, on } = found
  if (reference.series !== 'C') return 'oj.other-series'
  const named = reference.kind === 'day' ? reference.on : on
  if (named !== null && named !== publishedOn) return 'oj.other-day'
  if (reference.kind === 'day') return null
  const isNew = publishedOn >= documentByDocument
  if (isNew !== (reference.kind === 'document')) return 'oj.other-form'
  const year = Number(publishedOn.slice(0, 4))
  // A number that was given in December may stand in January, and no later.
  const isJanuary = publishedOn.slice(5, 7) === '01'
  const isOfYear =
    reference.year === null ||
    reference.year === year ||
    (reference.kind === 'document' && isJanuary && reference.year === year - 1)
  return isOfYear ? null : 'oj.other-year'
}

/** What names the document without its day, the same however it was typed: `C/2023/441`. */
export function ojNumber(reference: OjReference): string {
  switch (reference.kind) {
    case 'document': {
      const { series, year, number } = reference
      return series === 'C' ? `C/${year}/${number}` : `${year}/${number}`
    }
    case 'issue': {
      const { series, issue, year, place } = reference
      if (place?.by === 'document') return `${year}/${series} ${issue}/${twoDigits(place.number)}`
      return `${series} ${issue}${place ? `, p. ${place.number}` : ''}`
    }
    case 'day':
      return `${reference.series}, ${shortDay(reference.on)}`
  }
}

/** The number of a reference that was typed: what is kept of it. */
export function numberOf(typed: string, publishedOn: Day): string {
  const reference = readOjReference(typed, publishedOn)
  return reference ? ojNumber(reference) : typed
}

/** Whether a publication has this number; those that were kept before they were read are read now. */
export function isSame(
  { ojReference, publishedOn }: { ojReference: string; publishedOn: Day },
  number: string,
): boolean {
  return numberOf(ojReference, publishedOn) === number
}

/** `OJ C, C/2023/441, 20.10.2023`: the abbreviated form of the Style Guide. */
export function citation(number: string, publishedOn: Day): string {
  const reference = readOjReference(number, publishedOn)
  if (!reference) return number
  const on = shortDay(publishedOn)
  switch (reference.kind) {
    case 'document':
      return `OJ ${reference.series}, ${ojNumber(reference)}, ${on}`
    case 'issue': {
      const { series, issue, place } = reference
      const where =
        place?.by === 'page' ? `, p. ${place.number}` : place ? ` (${ojNumber(reference)})` : ''
      return `OJ ${series} ${issue}, ${on}${where}`
    }
    case 'day':
      return `OJ ${reference.series}, ${on}`
  }
}

/** The European Legislation Identifier of a document of the C series; null where none follows from the number. */
export function eliOf(number: string): string | null {
  const reference = readOjReference(number)
  if (reference?.kind !== 'document' || reference.series !== 'C') return null
  return `http://data.europa.eu/eli/C/${reference.year}/${reference.number}/oj`
}

/**
 * The CELEX number of a notice of the Commission in the C series (sector 5, descriptor XC): by the number
 * of the document, and before that by day and number in the issue: `52022XC0208(04)`.
 */
export function celexOf(number: string, publishedOn: Day): string | null {
  const reference = readOjReference(number, publishedOn)
  if (reference?.series !== 'C') return null
  if (reference.kind === 'document')
    return `5${reference.year}XC${String(reference.number).padStart(5, '0')}`
  if (reference.kind !== 'issue' || reference.place?.by !== 'document') return null
  const [year = '', month = '', day = ''] = publishedOn.split('-')
  return `5${year}XC${month}${day}(${twoDigits(reference.place.number)})`
}

function read(typed: string, publishedOn: Day | null): Read | null {
  const text = asCopied(typed)
  if (namesAnotherSite(text)) return null
  const identified = readIdentifier(text)
  if (identified) return { reference: identified, on: null }
  const { rest, on } = withoutDay(text)
  // `Official Journal of the European Union`, `OJ`, `JO`, `ABl.`, `No`, `ELI: …` and what parts the pieces say nothing.
  const bare = rest
    .replaceAll(
      /\b(?:official journal(?: of the european union)?|oj|jo|abl|no|nr|number|of|vom|du|series)\b\.?/gi,
      ' ',
    )
    .replaceAll(/[,;()[\]]/g, ' ')
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trim()
    .toUpperCase()
  const reference = readDocument(bare) ?? readIssue(bare, on, publishedOn) ?? readDay(bare, on)
  return reference && { reference, on }
}

/** As browsers copy it: with signs written as `%3A`, and with the end of an ELI behind a number. */
function asCopied(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .replaceAll(/%([2-7][\da-f])/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/(\/\d{1,5})\/oj(?:\/[a-z]{3})?(?![\w/])/i, '$1')
}

/** The sites on which the Journal stands, and its identifiers lead to. */
const sites: ReadonlySet<string> = new Set(['data.europa.eu', 'eur-lex.europa.eu'])

/** An address of another site says nothing of the Journal, whatever it looks like. */
function namesAnotherSite(text: string): boolean {
  const written = [
    ...text.matchAll(/(?:[a-z][a-z\d+.-]*:)?\/\/[^\s,;()]*/gi),
    ...text.matchAll(/(?<![\w/.:@-])(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?\/[^\s,;()]*/gi),
  ]
  return written.some(([address]) => {
    const whole = address.startsWith('//')
      ? `https:${address}`
      : address.includes('://')
        ? address
        : `https://${address}`
    if (!URL.canParse(whole)) return true
    const { protocol, hostname, username } = new URL(whole)
    return !/^https?:$/.test(protocol) || !sites.has(hostname) || username !== ''
  })
}

/** An ELI, a CELEX number or an address of EUR-Lex, with or without words around it. */
function readIdentifier(text: string): OjReference | null {
  const eli = /\/eli\/([a-z_]+)\/(\d{4})\/(\d{1,5})(?!\w)/i.exec(text)
  if (eli) return document(eli[1]?.toUpperCase() === 'C' ? 'C' : 'L', eli[2], eli[3])
  const inEurLex = /\bOJ:([LC])_(\d{4})(\d{5})\b/i.exec(text)
  if (inEurLex) return document(inEurLex[1], inEurLex[2], inEurLex[3])
  const issue = /\bOJ:([LC]):(\d{4}):0*(\d{1,4})([AEI])?(?::0*(\d{1,4}))?\b/i.exec(text)
  if (issue) {
    const [, series = '', year, number = '', part = '', page] = issue
    const place = page ? { by: 'page' as const, number: Number(page) } : null
    return issueOf(`${series}${number}${part}`.toUpperCase(), Number(year), place)
  }
  const celex = /(?:^|[^\w])5(\d{4})XC(\d{5})(?![\w(])/i.exec(text)
  if (celex) return document('C', celex[1], celex[2])
  const ofActs = /(?:^|[^\w])3(\d{4})[A-Z](\d{4})(?![\w(])/i.exec(text)
  // An act of before has its number from another count than the Journal.
  return ofActs && Number(ofActs[1]) >= 2024 ? document('L', ofActs[1], ofActs[2]) : null
}

/** `C C/2023/441`, `C/2023/441`, `C 2023/441`, `L 2025/2003`, `2025/2003`. */
function readDocument(bare: string): OjReference | null {
  const [, first, second, year, number] =
    /^([LC])?\/? ?(?:([LC])[/ ])?(\d{4})\/(\d{1,5})(?: ELI:?)?$/.exec(bare) ?? []
  if (first && second && first !== second) return null
  return document(second ?? first ?? 'L', year, number)
}

/** `C 66 P. 4`, `L 206/1`, `C 48 A`, `2022/C 66/04`; `C 441/2023` before documents had numbers of their own. */
function readIssue(bare: string, on: Day | null, publishedOn: Day | null): OjReference | null {
  const [, year, numbered, number] =
    /(?:^|\s)(\d{4})\/([LC] ?\d{1,4}(?: ?[AEI])?)\/(\d{1,3})$/.exec(bare) ?? []
  if (year && numbered)
    return issueOf(numbered, Number(year), { by: 'document', number: Number(number) })
  const [, whole, ofYear] = /^([LC] ?\d{1,5})\/(\d{4})$/.exec(bare) ?? []
  if (whole && ofYear) {
    const day = publishedOn ?? on
    const isDocument = day === null ? Number(ofYear) > 2023 : day >= documentByDocument
    return isDocument
      ? document(whole[0], ofYear, whole.slice(1).trim())
      : issueOf(whole, Number(ofYear), null)
  }
  const [, issue, page] =
    /^([LC] ?\d{1,4}(?: ?[AEI])?)(?:(?:\/| P\.? ?)(\d{1,4}))?$/.exec(bare) ?? []
  const place = page ? { by: 'page' as const, number: Number(page) } : null
  return issue ? issueOf(issue, on ? Number(on.slice(0, 4)) : null, place) : null
}

/** `C66`, `C 48A`. */
function issueOf(written: string, year: number | null, place: Place | null): OjReference | null {
  const [, series, number, part] = /^([LC]) ?(\d{1,4}) ?([AEI])?$/.exec(written) ?? []
  if (!series || !number) return null
  const issue = part ? `${number} ${part}` : number
  return { kind: 'issue', series: series as Series, issue, year, place }
}

function readDay(bare: string, on: Day | null): OjReference | null {
  return (bare === 'L' || bare === 'C') && on ? { kind: 'day', series: bare, on } : null
}

function document(
  series: string | undefined,
  year: string | undefined,
  number: string | undefined,
): OjReference | null {
  const reference = {
    kind: 'document' as const,
    series: (series ?? 'C').toUpperCase() as Series,
    year: Number(year),
    number: Number(number),
  }
  return reference.year >= 2023 && reference.number > 0 ? reference : null
}

/** `Oct`, `Oct.` and `October`. */
const monthNames = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`

const months =
  'january february march april may june july august september october november december'.split(' ')

/** Takes the day out of a text: `20.10.2023`, `20 October 2023`, `20 Oct 2023`, `2023-10-20`, `20/10/2023`. */
function withoutDay(text: string): { rest: string; on: Day | null } {
  const patterns: [RegExp, (parts: string[]) => string][] = [
    [/\b(\d{4})-(\d{2})-(\d{2})\b/, ([y, m, d]) => `${y}-${m}-${d}`],
    [/\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/, ([d, m, y]) => `${y}-${two(m)}-${two(d)}`],
    [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/, ([d, m, y]) => `${y}-${two(m)}-${two(d)}`],
    [
      new RegExp(String.raw`\b(\d{1,2}) (${monthNames}),? (\d{4})\b`, 'i'),
      ([d, m = '', y]) => `${y}-${two(String(monthOf(m)))}-${two(d)}`,
    ],
  ]
  for (const [pattern, dayOf] of patterns) {
    const [whole, ...parts] = pattern.exec(text) ?? []
    if (whole === undefined) continue
    const on = dayOf(parts)
    if (isIsoDate(on)) return { rest: text.replace(whole, ' '), on }
  }
  return { rest: text, on: null }
}

/** 0 where it is none: `Octopus`. */
function monthOf(written: string): number {
  const name = written.toLowerCase().replace('.', '')
  const short = name === 'sept' ? 'sep' : name
  return (
    months.findIndex((month) => month === name || (short.length === 3 && month.startsWith(short))) +
    1
  )
}

function two(digits = ''): string {
  return digits.padStart(2, '0')
}

function twoDigits(number: number): string {
  return two(String(number))
}

/** `20.10.2023`, as the Style Guide writes days in references. */
function shortDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}
