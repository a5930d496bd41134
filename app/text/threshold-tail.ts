import { readUnit } from './units.ts'

/**
 * What may stand between a number with its unit and the words that belong to it without changing it:
 * "97 % **by weight** or more", "398 K **(125 °C)** or above", "10 µrad **(microradians)** or less".
 */

const shares = / (?:by (?:weight|mass|volume)|en (?:poids|masse|volume))(?!\p{L})/uy
const inBrackets = / \(([-–+−]? ?\d[\d .,]*)?([^()\d][^()]{0,20})\)/uy

/** The length of such words at the beginning of a text. */
export function restatementLength(rest: string): number {
  let length = 0
  for (;;) {
    const next = matchAt(shares, rest, length)?.[0] ?? bracketsAt(rest, length)
    if (next === undefined) return length
    length += next.length
  }
}

export function withoutRestatement(rest: string): string {
  return rest.slice(restatementLength(rest))
}

/** A bracket that says the same in another unit, or the unit in words. Any other may say more. */
function bracketsAt(rest: string, at: number): string | undefined {
  const match = matchAt(inBrackets, rest, at)
  const unit = match?.[2]?.trim() ?? ''
  return readUnit(unit, 0)?.end === unit.length ? match?.[0] : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A tolerance, a second relation or dimension, or a sum follows: the number alone is not the threshold. */
export function tailDisagrees(rest: string): boolean {
  return (
    /^ ?(?:[<>≤≥≠=±+*√]|[x×·] ?\d|[-–] ?(?:\d|\(|\p{Lu}(?!\p{L})))/u.test(rest) ||
    /^ (?:(?:by|bij|sur|mal|of|van|von|de|or|oder|ou) \d|(?:to|tot|bis) [-–+]? ?\d|by (?:more|less|at|up) |(?:times|divided by|multiplied by|maal|gedeeld door|vermenigvuldigd met|mal|geteilt durch|multipliziert mit|fois|divisée?s? par|multipliée?s? par) |(?:plus|minus|min|moins) (?:\d|\p{Lu}\/))/u.test(
      rest,
    )
  )
}

const endsLeftOut =
  /^,? (?:\((?:[\p{L}'’]+,? ){0,5}?)?(?:(?:jeweils|both|both ends|ends|end ?points|limits|bounds|each|beide|grenzen|de grenzen|grenswaarden|endwerte|bornes|limites|le[s]? (?:deux )?bornes|valeurs?) )?(?:ausgen|uitges|uitgez|exclu|exklu|ausschl|not inclu|niet inbegrepen|non compris|non inclus|stri(?:ct|kt)|ohne|nicht ein|nicht inbegr|zonder (?:de )?grens)/iu

/** Whether the ends of a range are said not to belong to it: between 5 and 10 mm, exclusive. */
export function leavesOutEnds(rest: string): boolean {
  return endsLeftOut.test(rest)
}

/** The same of the one end of "up to 5 mm, not included"; "more than 56 bits, not including parity bits" says more. */
export function leavesOutEnd(rest: string): boolean {
  const said = endsLeftOut.exec(rest)?.[0]
  return (
    said !== undefined &&
    /^[\p{L} ]{0,12}\)?[\s.,;:]*$|^\p{L}{0,8}[).,;:]/u.test(rest.slice(said.length))
  )
}

/** What follows up to the end of the clause, or to the next number. */
function clauseOf(rest: string): string {
  return /^[^\d;]*?(?=$|[\d;:]|[.,](?:\s|$))/.exec(rest)?.[0] ?? rest
}

/** Whether a threshold is for each of something: per pass, per day, per 10 km. */
export function isRate(rest: string): boolean {
  const clause = clauseOf(rest)
  if (/ (?:per|par|pro|je(?! nach)) (?!cent(?!\p{L}))\p{L}/iu.test(clause)) return true
  if (/ (?:for (?:each|every)|voor (?:elke?|iedere?)|für jede[rnms]?|pour chaque) /iu.test(clause))
    return true
  return opensDivisor.test(clause) && /^\d/.test(rest.slice(clause.length))
}

/** Words behind which every number is what another amount is divided by: 3 dB **per** 10 km. */
const opensDivisor =
  /(?:^|[^\p{L}])(?:per|pro|je|par|every|each|elke|iedere|alle|jede[rnms]?|chaque|(?:tous|toutes) les)\s+$/iu
/** Words that say so where an amount stands right before them: a drift of 1 nm **in** 10 h. */
const spans =
  'in|within|over|during|for|across|to|on|versus|op|binnen|gedurende|tegen|auf|über|innerhalb(?: von)?|während|für|zu|gegen|' +
  'sur|dans|en|pour|pendant|aux?|contre'
const determiners = 'any|all|an?|the|de|het|een|iedere|der|die|das|den|dem|eine[rnm]?|les?|la|une?'
const opensSpan = new RegExp(`^,? (?:${spans}) (?:(?:${determiners}) )?$`, 'iu')
const spanAtEnd = new RegExp(
  `\\d[\\d .,]*(?: ?[\\p{L}°%µΩ²³⁻¹·/]+){0,2},? (?:${spans}) (?:(?:${determiners}) )?$`,
  'iu',
)

/** Whether what stands before a number makes it the divisor of another amount, with its relation or alone. */
export function isDivisor(left: string, isRelationBehind: boolean): boolean {
  return (
    /\/\s*$/.test(left) || opensDivisor.test(left) || (isRelationBehind && spanAtEnd.test(left))
  )
}

const alwaysDivides = /^,? (?:in|over|within|binnen|auf|sur|pour|dans) /i

/**
 * How far the words reach that may join an amount to what it is divided by: 1 nm **in** 10 h; null if
 * none do. `isSure`: they do where nothing follows; others also say when or where something is measured.
 */
export function spanOf(rest: string): { length: number; isSure: boolean } | null {
  const words = /^[^\d]{0,40}(?=\d)/.exec(rest)?.[0]
  if (words === undefined || !opensSpan.test(words)) return null
  return { length: words.length, isSure: alwaysDivides.test(words) }
}

const vague =
  /^,? \(?(?:or (?:so|thereabouts|about|near(?:by)?|similar|the like)|nominal(?:ly)?|typical(?:ly)?|thereabouts|give or take|more or less|approx(?:imately|\.)?|roughly|of (?:zo|daaromtrent|dergelijke|iets dergelijks)|nominaal|ongeveer|circa|ca|oder (?:so|dergleichen|ähnlich\p{L}*)|nominell|typischerweise|ungefähr|etwa|ou (?:environ|à peu près|presque|similaire)|nominalement|à peu près|environ)(?!\p{L})/iu

/** Whether words behind an amount leave it open: above 5 mm **or so**. */
export function isLeftOpen(rest: string): boolean {
  return vague.test(rest)
}

/** Whether words that alter a number come later in its clause: 97 % in a **or more**. */
export function isAlteredLater(rest: string, after: readonly RegExp[]): boolean {
  const clause = clauseOf(rest)
  const words = [...clause.matchAll(/,? /g)]
  return words.some(({ index }) => after.some((pattern) => pattern.test(clause.slice(index))))
}
