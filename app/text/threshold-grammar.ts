import { wordingIn, type Relation, type Wording } from './parameter-words.ts'

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
  const within = (key: Words) =>
    new RegExp(`(?<![\\p{L}-])(?:${bothSpellings(any(key))})(?!\\p{L})`, 'iu')
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
    excluded: within('exclusions'),
    denied: within('denials'),
    part: new RegExp(
      `(?:(?<![\\p{L}-])(?:${bothSpellings(any('parts'))})|\\d ?%|\\d ?/ ?\\d+|\\d-?fold)` +
        `(?:,? (?:of|the|that|value|van|de|het|waarde|von|dem|der|des|la|le|valeur)){0,4}\\s*$`,
      'iu',
    ),
    doubtful: ending(`(?:${any('doubts')})\\.?`),
    or: ending(any('or')),
    joins: new RegExp(`^,? (?:${any('joins')}) $`, 'iu'),
    carriesOn: new RegExp(`^ (?:\\d|${any('carriesOn')})(?!\\p{L})`, 'iu'),
  }
}

/** Switzerland writes "grösser". */
function bothSpellings(pattern: string): string {
  return pattern.replaceAll('ß', '(?:ß|ss)')
}
