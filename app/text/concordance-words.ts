import { noMore, wordingIn, type Wording } from './parameter-words.ts'
import { buildGrammar, type Grammar } from './threshold-grammar.ts'

/**
 * How more languages word a threshold, for the concordance alone. The parameters that are stored with
 * entries are read by `parameter-words.ts`: words that are added there change what the record gives
 * when it is played again. Only phrases that can mean nothing else stand here; all others are not read.
 */

const rest = { ...noMore, exactly: '(?!)', joins: '(?!)' }

const es: Wording = {
  ...rest,
  before: [
    ['<', 'inferior(?:es)? a|menos de|menor(?:es)? que|por debajo de'],
    ['>', 'superior(?:es)? a|más de|mayor(?:es)? que|por encima de|que exced[ae]n? de'],
    ['≤', 'igual(?:es)? o inferior(?:es)? a|inferior(?:es)? o igual(?:es)? a|como máximo(?: de)?'],
    ['≤', '(?:un )?máximo de|no superior(?:es)? a'],
    ['≥', 'igual(?:es)? o superior(?:es)? a|superior(?:es)? o igual(?:es)? a|como mínimo(?: de)?'],
    ['≥', '(?:un )?mínimo de|no inferior(?:es)? a|al menos'],
  ],
  after: [
    ['≤', 'o menos|o inferior(?:es)?(?! a)|como máximo'],
    ['≥', 'o más|o superior(?:es)?(?! a)|como mínimo'],
  ],
  ranges: [['entre', 'y']],
  negations: 'no|ni|nunca|sin|salvo|excepto',
  doubts:
    'que|aproximadamente|alrededor|cerca|casi|orden|tolerancia|múltiplo|factor|más|menos|igual',
  or: 'o',
  carriesOn: 'que|o|de \\d',
}

const it: Wording = {
  ...rest,
  before: [
    ['<', 'inferior[ei] a|meno di|minor[ei] di|al di sotto di'],
    ['>', 'superior[ei] a|più di|maggior[ei] di|al di sopra di'],
    ['≤', 'ugual[ei] o inferior[ei] a|inferior[ei] o ugual[ei] a|pari o inferior[ei] a'],
    ['≤', 'inferior[ei] o pari a|non superior[ei] a|al massimo'],
    ['≥', 'ugual[ei] o superior[ei] a|superior[ei] o ugual[ei] a|pari o superior[ei] a'],
    ['≥', 'superior[ei] o pari a|non inferior[ei] a|almeno'],
  ],
  after: [
    ['≤', 'o meno|o inferior[ei](?! a)'],
    ['≥', 'o più|o superior[ei](?! a)'],
  ],
  ranges: [['(?:compres[oaei] )?tra', 'e']],
  negations: 'non|né|mai|senza|salvo|eccetto|tranne',
  doubts: 'che|circa|approssimativamente|quasi|ordine|tolleranza|multiplo|fattore|più|meno|pari',
  or: 'o',
  carriesOn: 'che|o|di \\d',
}

const pt: Wording = {
  ...rest,
  before: [
    ['<', 'inferior(?:es)? a|menos de|abaixo de'],
    ['>', 'superior(?:es)? a|mais de|acima de'],
    ['≤', 'igua(?:l|is) ou inferior(?:es)? a|inferior(?:es)? ou igua(?:l|is) a'],
    ['≤', 'não superior(?:es)? a|no máximo'],
    ['≥', 'igua(?:l|is) ou superior(?:es)? a|superior(?:es)? ou igua(?:l|is) a'],
    ['≥', 'não inferior(?:es)? a|pelo menos|no mínimo'],
  ],
  after: [
    ['≤', 'ou menos|ou inferior(?:es)?(?! a)'],
    ['≥', 'ou mais|ou superior(?:es)?(?! a)'],
  ],
  ranges: [['entre', 'e']],
  negations: 'não|nem|nunca|sem|salvo|exceto',
  doubts: 'que|aproximadamente|cerca|quase|ordem|tolerância|múltiplo|fator|mais|menos|igual',
  or: 'ou',
  carriesOn: 'que|ou|de \\d',
}

const sv: Wording = {
  ...rest,
  before: [
    ['<', '(?:mindre|lägre|kortare) än|under|understigande'],
    ['>', '(?:större|högre|längre|mer) än|över|överstigande'],
    ['≤', 'högst|lika med eller (?:mindre|lägre) än|(?:mindre|lägre) än eller lika med'],
    ['≥', 'minst|lika med eller (?:större|högre) än|(?:större|högre) än eller lika med'],
  ],
  after: [
    ['≤', 'eller (?:mindre|lägre|därunder)'],
    ['≥', 'eller (?:mer|högre|större|däröver)'],
  ],
  ranges: [['mellan', 'och']],
  negations: 'inte|ej|aldrig|utan|utom',
  doubts: 'än|cirka|ca|ungefär|omkring|nästan|storleksordningen|tolerans|plus|minus|lika|inte',
  or: 'eller',
  carriesOn: 'än|eller',
}

const da: Wording = {
  ...rest,
  before: [
    ['<', '(?:mindre|lavere|kortere) end|under'],
    ['>', '(?:større|højere|længere|mere) end|over'],
    ['≤', 'højst|lig med eller (?:mindre|lavere) end|(?:mindre|lavere) end eller lig med'],
    ['≥', 'mindst|lig med eller (?:større|højere) end|(?:større|højere) end eller lig med'],
  ],
  after: [
    ['≤', 'eller (?:derunder|mindre|lavere)'],
    ['≥', 'eller (?:derover|mere|højere|større)'],
  ],
  ranges: [['mellem', 'og']],
  negations: 'ikke|ej|aldrig|uden|undtagen',
  doubts: 'end|cirka|ca|omkring|næsten|størrelsesordenen|tolerance|plus|minus|lig',
  or: 'eller',
  carriesOn: 'end|eller',
}

const pl: Wording = {
  ...rest,
  before: [
    ['<', '(?:mniejsz|niższ|krótsz)\\p{L}{1,3} niż|poniżej|mniej niż'],
    ['>', '(?:większ|wyższ|dłuższ)\\p{L}{1,3} niż|powyżej|więcej niż|przekraczając\\p{L}{1,3}'],
    ['≤', 'nie (?:większ|wyższ|dłuższ)\\p{L}{1,3} niż|nie więcej niż|co najwyżej'],
    ['≤', '(?:równ\\p{L}{1,3} )?lub (?:mniejsz|niższ)\\p{L}{1,3} niż|nieprzekraczając\\p{L}{1,3}'],
    ['≥', 'nie (?:mniejsz|niższ|krótsz)\\p{L}{1,3} niż|nie mniej niż|co najmniej'],
    ['≥', '(?:równ\\p{L}{1,3} )?lub (?:większ|wyższ)\\p{L}{1,3} niż'],
  ],
  after: [
    ['≤', 'lub (?:mniej|mniejsz\\p{L}{1,3}|niższ\\p{L}{1,3})'],
    ['≥', 'lub (?:więcej|większ\\p{L}{1,3}|wyższ\\p{L}{1,3})'],
  ],
  ranges: [],
  negations: 'nie|ani|nigdy|bez|oprócz|z wyjątkiem',
  doubts: 'niż|około|ok|blisko|prawie|rzędu|tolerancj\\p{L}+|plus|minus|równ\\p{L}+',
  or: 'lub',
  carriesOn: 'niż|lub',
}

const fi: Wording = {
  ...rest,
  before: [
    ['<', 'alle|(?:pienemp|alhaisemp|lyhyemp)\\p{L}{1,4} kuin|(?:pienempi|alempi) kuin'],
    ['>', 'yli|(?:suuremp|korkeamp|pitemp)\\p{L}{1,4} kuin|(?:suurempi|korkeampi) kuin'],
    ['≤', 'enintään|korkeintaan'],
    ['≥', 'vähintään'],
  ],
  after: [
    ['≤', 'tai (?:vähemmän|pienempi|alempi|alle)'],
    ['≥', 'tai (?:enemmän|suurempi|korkeampi|yli)'],
  ],
  ranges: [],
  negations: 'ei|eivät|ilman|paitsi|älä',
  doubts: 'kuin|noin|lähes|melkein|suunnilleen|plus|miinus|yhtä|tai',
  or: 'tai',
  carriesOn: 'kuin|tai',
}

const more: ReadonlyMap<string, Wording> = new Map([
  ['es', es],
  ['it', it],
  ['pt', pt],
  ['sv', sv],
  ['da', da],
  ['pl', pl],
  ['fi', fi],
])

function phrasesIn(language: string): Wording | null {
  return wordingIn(language).words ?? more.get(language) ?? null
}

/** Whether operators in words are read in a language; in all of them signs are. */
export function readsPhrases(language: string): boolean {
  return phrasesIn(language) !== null
}

const grammars = new Map<string, Grammar>()

export function concordanceGrammar(language: string): Grammar {
  const known = grammars.get(language) ?? buildGrammar(language, phrasesIn(language))
  grammars.set(language, known)
  return known
}

/** Letters that are a unit and also a word of the language: "5 s" may be "5 with" in Czech. */
const wordsLikeUnits: Readonly<Record<string, readonly string[]>> = {
  cs: ['s'],
  sk: ['s'],
  sl: ['s'],
  hr: ['s'],
  // "2023 m." is a year.
  lt: ['m'],
}

export function isAlsoWord(language: string, symbol: string): boolean {
  return wordsLikeUnits[language]?.includes(symbol) ?? false
}
