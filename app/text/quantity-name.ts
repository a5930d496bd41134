import { amountAtEnd } from './altered-amount.ts'
import { littleWordsIn, type LittleWords } from './little-words.ts'
import { canBeName } from './nameless-words.ts'
import { isQuantityNoun } from './quantity-nouns.ts'

/** As far as a quantity is looked for before its threshold, so that a long line costs no more. */
const longestLead = 160
/** Longer ones are sentences. */
const mostWords = 6

/** The name of what is measured, in the words before a threshold; null if there is none to be told. */
export function quantityIn(before: string, language: string): string | null {
  const words = patternsOf(language)
  const all = bare(before.slice(-longestLead), words)
  const { opened, isAlternative, isAttached } = opening(all, words)
  const hasArticle = words.begins.test(opened)
  if ((isAlternative && !hasArticle) || words.each.test(opened)) return null
  const name = withoutVerb(opened.replace(words.begins, ''))
  const isName = /^[\p{L}\p{N}'’/ -]+$/u.test(name) && /^\P{N}/u.test(name)
  // "pulse of 5 ns" holds another threshold, "all compensations available" says how it is measured.
  const isOfAmount = amountAtEnd(name)?.unit != null || /(?:^| )(?:of|van|von|de) \d/.test(name)
  if (isOfAmount || name.endsWith(' available')) return null
  if (isOfTwo(all, name)) return null
  const isChain = (name.match(words.chains)?.length ?? 0) > 1
  const isShort = name.split(/\s+/).length <= mostWords
  if (!isName || isChain || !isShort || !canBeName(name, language)) return null
  // "Absorption in silicon", "boiling point at rest": what is measured stands before the preposition.
  return isAttached && !words.indefinite.test(opened) && !isQuantityNoun(name) ? null : name
}

const relating =
  /(?<!\p{L})(?:(?:ratio|quotient|product|sum|difference|verhouding|quotiënt|som|verschil|Verhältnis(?:ses)?|Quotienten?|Produkts?|Summe|Differenz|produit|somme|différence) (?:of|between|van|tussen|von|der|des|zwischen|de|d'|du|entre)|rapport|between|tussen|zwischen|entre)(?!\p{L})[^\d;:<>≤≥=]*?(?<!\p{L})(?:and|to|by|over|times|en|tot|op|und|zu|mal|et|à|au|aux|sur|par)(?!\p{L})/iu

/** Whether a name is the second of two that are told in one: a ratio of length to **diameter**, signal to **noise ratio**. */
function isOfTwo(before: string, name: string): boolean {
  const at = before.lastIndexOf(name)
  const both = relating.exec(before)
  const between = both && before.slice(both.index + both[0].length, Math.max(0, at))
  if (both && at > both.index && !/[\d;:<>≤≥=]/.test(between ?? '')) return true
  return (
    /(?:ratio|verhouding|verhältnis)$/iu.test(name) && / (?:to|tot|zu) $/i.test(before.slice(0, at))
  )
}

const prepositions =
  'of|for|to|from|in|on|at|by|between|across|with|within|against|per|along|around|above|below|into|through|than|as|over|under|via|relative|' +
  'van|voor|op|tussen|met|binnen|door|onder|boven|uit|tegen|naar|tot|' +
  'von|für|zwischen|mit|durch|über|unter|aus|gegen|zu|bei|auf|um|nach|' +
  'de|à|pour|entre|avec|dans|sur|sous|par'
const verbBefore = new RegExp(
  `^.*(?<!(?:^|\\s)(?:${prepositions})) (?:an?|een|ein|eine|einen|une?) (?=\\p{L})`,
  'iu',
)

/** "Levert **een vermogen**": before an article of its own, what is no preposition is a verb. */
function withoutVerb(name: string): string {
  return name.replace(verbBefore, '')
}

/** Whether a name has its article before it in the words that it was found in. */
export function hasArticle(before: string, name: string, language: string): boolean {
  const words = patternsOf(language)
  const all = bare(before.slice(-longestLead), words)
  return words.article.test(all.slice(0, Math.max(0, all.lastIndexOf(name))))
}

/** Whether nothing but little words stands before a threshold. */
export function isBare(before: string, language: string): boolean {
  const words = patternsOf(language)
  return bare(before, words).replace(words.begins, '') === ''
}

interface Patterns {
  readonly begins: RegExp
  readonly article: RegExp
  readonly indefinite: RegExp
  readonly attaching: RegExp
  readonly ends: RegExp
  readonly openers: RegExp
  readonly alternatives: RegExp
  readonly each: RegExp
  readonly chains: RegExp
}

const known = new Map<string, Patterns>()

function patternsOf(language: string): Patterns {
  const patterns = known.get(language) ?? build(littleWordsIn(language))
  known.set(language, patterns)
  return patterns
}

/** Where a word of a list ends: an apostrophe touches what follows. */
const end = "(?:(?<=')|(?![\\p{L}\\p{N}'-]))"

function build(little: LittleWords): Patterns {
  const { articles, links, openers, alternatives, each, chains, attaching } = little
  const word = (list: string) => `(?<![\\p{L}\\p{N}-])(?:${list})${end}`
  return {
    begins: new RegExp(`^(?:(?:${articles})${end}\\s*)+`, 'iu'),
    article: new RegExp(`${word(articles)}\\s*$`, 'iu'),
    indefinite: new RegExp(`^(?:an?|een|eine?[rnms]?|une?|una|uno|un')${end}`, 'iu'),
    attaching: new RegExp(`\\p{L}\\s+(?:${attaching})\\s*$`, 'iu'),
    ends: new RegExp(`(?:^|\\s+)(?:${word(`${articles}|${links}`)}\\s*)+$|:$`, 'iu'),
    openers: new RegExp(`^.*(?:[;:,()[\\]<>≤≥=±]|\\.(?=\\s)|${word(openers)})`, 'isu'),
    alternatives: new RegExp(`^(.*)${word(alternatives)}(.*)$`, 'isu'),
    each: new RegExp(`^(?:${each})${end}`, 'iu'),
    chains: new RegExp(word(chains), 'giu'),
  }
}

/** Words without the marks around defined terms, what is put in brackets after them, and links. */
function bare(before: string, { ends }: Patterns): string {
  let words = before
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/["“”„«»]/g, '')
    .replaceAll(/(?<!\p{L})'([^']+)'(?!\p{L})/gu, '$1')
    .trim()
  for (;;) {
    const shorter = words
      .replace(/\s'$/, '')
      .replace(ends, '')
      .replace(/\s*\([^()]*\)$/, '')
    if (shorter === words) return words
    words = shorter
  }
}

/**
 * What follows the last word after which a name begins, whether it is one of two names, and whether it
 * is attached by a preposition to words that may themselves be the name.
 */
function opening(words: string, { openers, alternatives, attaching }: Patterns) {
  const opened = words.replace(openers, '').trim()
  const [, first = '', second = opened] = alternatives.exec(opened) ?? []
  return {
    opened: second.trim(),
    isAlternative: first.trim() !== '',
    isAttached: attaching.test(words.slice(0, words.length - opened.length)),
  }
}
