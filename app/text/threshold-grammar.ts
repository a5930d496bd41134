import { littleWordsIn } from './little-words.ts'
import { wordingIn, type Relation, type Wording } from './parameter-words.ts'
import { turningWordsIn } from './turning-words.ts'

/** How thresholds are worded in one language, signs included, ready for use. */
export interface Grammar {
  readonly language: string
  readonly before: readonly (readonly [Relation, RegExp, 'sign' | 'words'])[]
  readonly after: readonly (readonly [Relation, RegExp])[]
  readonly ranges: readonly (readonly [RegExp | null, RegExp])[]
  readonly exactly: RegExp
  readonly follows: RegExp
  readonly reaches: RegExp
  readonly negated: RegExp
  readonly excluded: RegExp
  readonly denied: RegExp
  readonly deniedFar: RegExp
  /** What an amount may stand right behind, if its relation follows it; null where the words are not known. */
  readonly precedes: RegExp | null
  /** What stands right before a relation and is not understood. */
  readonly unclear: RegExp | null
  readonly part: RegExp
  readonly doubtful: RegExp
  readonly or: RegExp
  readonly joins: RegExp
  readonly carriesOn: RegExp
}

const grammars = new Map<string, Grammar>()

export function grammarOf(language: string): Grammar {
  const known = grammars.get(language) ?? buildGrammar(language, wordingIn(language).words)
  grammars.set(language, known)
  return known
}

/** Of a language whose thresholds are worded so; null: the signs alone are read. */
export function buildGrammar(language: string, words: Wording | null): Grammar {
  const { signs } = wordingIn(language)
  const all: Wording[] = words ? [signs, words] : [signs]
  type Words = { [Key in keyof Wording]: Wording[Key] extends string ? Key : never }[keyof Wording]
  const any = (key: Words) => all.map((wording) => wording[key]).join('|')
  const turning = turningWordsIn(language)
  const within = (pattern = '(?!)') =>
    new RegExp(`(?<![\\p{L}-])(?:${bothSpellings(pattern)})(?!\\p{L})`, 'iu')
  const ending = (pattern: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${bothSpellings(pattern)})\\s*$`, 'iu')
  return {
    language,
    before: all.flatMap((wording) =>
      wording.before.map(([relation, pattern]) =>
        wording === signs
          ? ([relation, new RegExp(`(?:${pattern})\\s*$`), 'sign'] as const)
          : ([relation, ending(pattern), 'words'] as const),
      ),
    ),
    after: all.flatMap(({ after }) =>
      after.map(
        ([relation, pattern]) =>
          [relation, new RegExp(`^,? (?:${pattern})(?![\\p{L}\\p{N}/])`, 'iu')] as const,
      ),
    ),
    ranges: all.flatMap(({ ranges }) =>
      ranges.map(
        ([opens, divides]) =>
          [
            opens === '' ? null : ending(opens),
            new RegExp(/\p{L}/u.test(divides) ? `^ (?:${divides}) ` : `^ ?(?:${divides}) ?`, 'iu'),
          ] as const,
      ),
    ),
    exactly: ending(any('exactly')),
    follows: new RegExp(
      `^["”»’']?(?:\\s*$|[;)\\]]|\\.(?=\\s|$)|,? (?:${bothSpellings(any('follows'))})(?!\\p{L}))`,
      'iu',
    ),
    reaches: new RegExp(
      `(?<![\\p{L}-])(?:${bothSpellings(any('reaches'))})(?: (?!(?:${any('joins')}) )[\\p{L}'’/-]+){0,6}\\s*$`,
      'iu',
    ),
    negated: new RegExp(`(?<![\\p{L}-])(?:${any('negations')})(?: [\\p{L}-]+){0,2}\\s*$`, 'iu'),
    excluded: within(turning?.exclusions),
    denied: within(turning?.denials),
    deniedFar: within(turning?.farDenials),
    ...understoodBefore(language, words),
    part: new RegExp(
      `(?:(?<![\\p{L}-])(?:${bothSpellings(any('parts'))})|\\d ?%|\\d ?/ ?\\d+|\\d-?fold)` +
        `(?:,? (?:of|the|that|value|van|de|het|waarde|von|dem|der|des|la|le|valeur)){0,4}\\s*$`,
      'iu',
    ),
    doubtful: ending(`(?:${any('doubts')}|${any('adverbs')})\\.?,?`),
    or: ending(any('or')),
    joins: new RegExp(`^,? (?:${any('joins')}) $`, 'iu'),
    carriesOn: new RegExp(`^ (?:\\d|${any('carriesOn')})(?!\\p{L})`, 'iu'),
  }
}

/** Little words that say by themselves how an amount stands to what is measured. */
const relating: ReadonlySet<string> = new Set([
  ...'under over within between before after not no as which where whose that into through'.split(
    ' ',
  ),
  ...'tot over binnen waarvan die dat'.split(' '),
  ...'über innerhalb bis ab um'.split(' '),
  ...'sous sur dont soit pendant'.split(' '),
])

const readInFull: ReadonlySet<string> = new Set(['en', 'nl', 'de', 'fr'])

/**
 * Adverbs are not all known. An amount with its relation behind it stands behind a little word, a mark
 * or nothing, and in German no word in lower case but a little one stands before a relation.
 */
function understoodBefore(
  language: string,
  words: Wording | null,
): Pick<Grammar, 'precedes' | 'unclear'> {
  if (!words || !readInFull.has(language)) return { precedes: null, unclear: null }
  const { articles, links, openers, alternatives } = littleWordsIn(language)
  const little = [articles, links, openers, alternatives, words.joins, words.exactly].join('|')
  const plain = little
    .split('|')
    .filter((word) => !relating.has(word))
    .join('|')
  const ofGerman = `(?<![\\p{L}\\p{N}/-])(?!(?:${little}|die|gemessen)\\s)\\p{Ll}\\p{L}*,?\\s+$`
  return {
    precedes: new RegExp(
      `(?:^|[;:,()[\\]–—-]|\\.(?=\\s)|(?<![\\p{L}\\p{N}-])(?:${plain}))["“”„«»'’‘]?\\s*$`,
      'iu',
    ),
    unclear: language === 'de' ? new RegExp(ofGerman, 'u') : null,
  }
}

/** Switzerland writes "grösser". */
function bothSpellings(pattern: string): string {
  return pattern.replaceAll('ß', '(?:ß|ss)')
}
