import { amountAtEnd } from './altered-amount.ts'
import { littleWordsIn, type LittleWords } from './little-words.ts'

/** As far as a quantity is looked for before its threshold, so that a long line costs no more. */
const longestLead = 160
/** Longer ones are sentences. */
const mostWords = 6

/** The name of what is measured, in the words before a threshold; null if there is none to be told. */
export function quantityIn(before: string, language: string): string | null {
  const words = patternsOf(language)
  const { opened, isAlternative } = opening(bare(before.slice(-longestLead), words), words)
  const hasArticle = words.begins.test(opened)
  if ((isAlternative && !hasArticle) || words.each.test(opened)) return null
  const name = opened.replace(words.begins, '')
  const isName = /^[\p{L}\p{N}'’/ -]+$/u.test(name) && /^\P{N}/u.test(name)
  // "pulse of 5 ns" holds another threshold, "all compensations available" says how it is measured.
  const isOfAmount = amountAtEnd(name)?.unit != null || /(?:^| )(?:of|van|von|de) \d/.test(name)
  if (isOfAmount || name.endsWith(' available')) return null
  const isChain = (name.match(words.chains)?.length ?? 0) > 1
  return isName && !isChain && name.split(/\s+/).length <= mostWords ? name : null
}

/** Whether nothing but little words stands before a threshold. */
export function isBare(before: string, language: string): boolean {
  const words = patternsOf(language)
  return bare(before, words).replace(words.begins, '') === ''
}

interface Patterns {
  readonly begins: RegExp
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

function build({ articles, links, openers, alternatives, each, chains }: LittleWords): Patterns {
  const word = (list: string) => `(?<![\\p{L}\\p{N}-])(?:${list})${end}`
  return {
    begins: new RegExp(`^(?:(?:${articles})${end}\\s*)+`, 'iu'),
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

/** What follows the last word after which a name begins, and whether it is one of two names. */
function opening(words: string, { openers, alternatives }: Patterns) {
  const opened = words.replace(openers, '').trim()
  const [, first = '', second = opened] = alternatives.exec(opened) ?? []
  return { opened: second.trim(), isAlternative: first.trim() !== '' }
}
