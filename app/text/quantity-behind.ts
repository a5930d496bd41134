import { isQuantityNoun, isThing } from './quantity-nouns.ts'

/**
 * What is measured where it is said behind a threshold: "plates of 3 mm or less **in thickness**". What
 * stands before such a threshold is a thing, unless it is the name of a quantity itself.
 */

const prepositions: ReadonlyMap<string, string> = new Map([
  ['en', 'in(?: the| its| their)?'],
  ['nl', 'in(?: de| het)?'],
  ['de', 'in(?: der)?|im|an'],
  ['fr', "en|d['’]|de|dans(?: la| le)?|à la|au"],
])

/** What says along which side something is measured, and is no name: 3 mm or less **thick**. */
const adjectives: ReadonlyMap<string, string> = new Map([
  ['en', 'thick|wide|long|high|deep|tall|broad|across'],
  ['nl', 'dikke?|dik|brede?|breed|lang|hoog|diep|zwaar'],
  ['de', 'dick|breit|lang|hoch|tief|schwer|stark'],
  ['fr', '(?:de |en )?(?:large|long|haut|profondeur)'],
])

/** A range is where something else is measured: 5 dB or more **in the range** from 1 to 3 GHz. */
const ranges = /(?:range|bereich|bereichs|bereik|band)$|^(?:gamme|plage|bande)/iu

/** Behind a noun that has an amount of its own: 5 dB or less in a loss **of** 3 dB. */
const opensAmount =
  /^ (?:of|from|between|exceeding|above|below|greater|less|more|not|equal|up|at|van|tot|tussen|von|bis|zwischen|über|unter|de|entre|supérieure?s?|inférieure?s?|\d)(?!\p{L})/iu
const joins = /^,? (?:(?:or|of|oder|ou) (?!\d)|(?:and|en|und|et) (\p{L}+)(?!\p{L}))/iu
const words =
  /^\p{L}[\p{L}-]*(?: (?!(?:and|or|of|und|oder|et|ou|en|met|with|mit)(?!\p{L}))\p{L}[\p{L}-]*){0,2}/iu

/** The name of what is measured, or null where it is said and cannot be named; undefined where nothing is said. */
export function quantityBehind(rest: string, language: string): string | null | undefined {
  const adjective = adjectives.get(language)
  const preposition = prepositions.get(language)
  if (adjective === undefined || preposition === undefined) return undefined
  if (new RegExp(`^,? (?:${adjective})(?![\\p{L}-])`, 'iu').test(rest)) return null
  // In German a noun alone may follow: "3 mm oder weniger Dicke".
  const isOptional = language === 'de' ? '?' : ''
  const opening = new RegExp(`^,? (?:(?:${preposition})(?: |(?<=['’])))${isOptional}`, 'iu')
  const [opened] = opening.exec(rest) ?? []
  if (opened === undefined) return undefined
  const behind = rest.slice(opened.length)
  const noun = nounAt(behind)
  if (noun === null)
    return /^[\p{L}-]+[\s;,.:)]*$/u.test(behind) && /^,? in /i.test(opened) ? null : undefined
  const next = behind.slice(noun.length)
  if (ranges.test(noun) || opensAmount.test(next)) return undefined
  const joined = joins.exec(next)
  return joined && (joined[1] === undefined || isQuantityNoun(joined[1])) ? null : noun
}

/** The longest of the next words that end in the name of a quantity: **outer diameter** of the pipe. */
function nounAt(text: string): string | null {
  let name = words.exec(text)?.[0] ?? ''
  while (name !== '' && (!isQuantityNoun(name) || isThing(name))) {
    name = name.includes(' ') ? name.slice(0, name.lastIndexOf(' ')) : ''
  }
  return name === '' ? null : name
}
