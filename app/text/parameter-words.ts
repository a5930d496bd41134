/**
 * How thresholds are worded, by language, as patterns in lower case. A word that is not here is not
 * understood, and a threshold that is not understood stays text: nothing is guessed.
 */
export interface Wording {
  /** Before the number. `better` is told by the unit: better than 1.50 nm is less. */
  readonly before: readonly (readonly [Relation, string])[]
  /** After the number and its unit. */
  readonly after: readonly (readonly [Relation, string])[]
  /** Before and between the two numbers of a range. */
  readonly ranges: readonly (readonly [string, string])[]
  /** Before a number that is meant exactly; where others stand too, they say something else. */
  readonly exactly: string
  /**
   * What may follow such a number: all other words could belong to it, as "5 mm **or wider**" or "5 mm
   * **not exceeded**".
   */
  readonly follows: string
  /** Words that a number given exactly is the measure of, though others stand between: **exceeding** a width of 5 mm. */
  readonly reaches: string
  /** What turns a relation round when it is among the three words before it. */
  readonly negations: string
  /** Adverbs that do so too, wherever the list of doubts has them or not: **rarely**, **schätzungsweise**. */
  readonly adverbs: string
  /** Words that make another number of one: **twice** 5 nm, **a third of** 5 nm. */
  readonly parts: string
  /** What leaves a relation open when it stands right before it: up to **about** 5 nm. */
  readonly doubts: string
  /** Right before worded relations it makes another one: equal **or** less than. */
  readonly or: string
  /** Joins two thresholds into one range: more than 1.50 **and** not more than 2.40. */
  readonly joins: string
  /** What follows words after a number if they belong to the next one: 5 nm or more **than** 3. */
  readonly carriesOn: string
}

export type Relation = '<' | '≤' | '>' | '≥' | '=' | 'better' | 'better or equal'

/** The fields of a language that is read by its relations alone. */
export const noMore = {
  follows: '(?!)',
  reaches: '(?!)',
  adverbs: '(?!)',
  parts: '(?!)',
} as const

const less = '(?:less|lower|smaller|fewer|shorter|narrower|thinner)(?: \\((?:better|finer)\\))?'
const more = '(?:greater|more|higher|larger|longer|wider|thicker)(?: \\((?:better|coarser)\\))?'

const en: Wording = {
  before: [
    ['<', `${less} than|below`],
    ['>', `${more} than|above|exceeding|exceeds?|(?:be )?in excess of`],
    ['≤', `(?:not|no) ${more} than|${less} than or equal to|equal to or ${less} than`],
    ['≤', `equal to or (?:below|under)|(?:below|under) or equal to|${less} or equal to`],
    ['≤', 'at or (?:below|under)'],
    ['≤', 'not (?:exceeding|exceed|to exceed|above|over)|not in excess of'],
    ['≤', '(?:up to )?an? maximum of|maximum(?: of)?|at (?:the )?most|up to(?: and including)?'],
    ['≥', `(?:not|no) ${less} than|${more} than or equal to|equal to or ${more} than`],
    [
      '≥',
      `equal to or (?:above|over|exceeding|in excess of)|above or equal to|${more} or equal to`,
    ],
    ['≥', 'at or (?:above|over)'],
    ['≥', 'not (?:below|under)|at (?:the )?least|an? minimum of|minimum(?: of)?'],
    ['=', 'equal to|equals'],
    ['better', 'better than'],
    ['better or equal', 'equal to or better than|better than or equal to|not worse than'],
  ],
  after: [
    ['≤', '(?:or|and) (?:less|lower|below|smaller|fewer|shorter|under|thinner)|maximum|at most'],
    ['≥', '(?:or|and) (?:more|greater|higher|above|larger|longer|over|upwards|thicker)'],
    ['≥', 'minimum|at least'],
    ['better or equal', 'or better'],
  ],
  ranges: [
    ['between', 'and'],
    ['from', 'to|up to'],
    ['', 'to|up to'],
  ],
  exactly: 'of',
  follows:
    'with(?! (?:an? )?(?:tolerance|deviation|minimum|maximum))|having|in(?! excess)|for|when|on|during|' +
    'measured|(?:to|at) (?:an?(?! m(?:in|ax)imum)|the)|' +
    'and (?:an?|the|its|with|having|at|in|for|capable)',
  reaches:
    'exceed\\p{L}*|surpass\\p{L}*|than|beyond|above|below|under|over|within|up to|at least|at most|' +
    'reach\\p{L}*',
  negations: 'not|never|nor|no|non|without|neither|cannot|except|unless',
  parts:
    '(?:ten|dozen|score|hundred|thousand|million)s of|dozens?|twice|thrice|double|triple|quadruple|half|\\p{L}+-?fold|orders? of magnitude|' +
    '(?:\\d|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand|several) times|' +
    '(?:one|two|three|an?)[ -](?:half|third|quarter|fifth|sixth|eighth|tenth|hundredth|thousandth)s?|' +
    'per ?cent|(?:third|quarter|fifth|tenth|hundredth|thousandth|root|fraction|multiple)s? of|' +
    'the (?:sum|product|lesser|greater|smaller|larger|lower|higher|shorter|longer|least|lowest|' +
    'highest|smallest|largest|greatest|reciprocal|inverse)(?: of)?|(?:any|either|each|one|more|less) of|' +
    '(?:lesser|greater|smaller|larger|lower|higher) of',
  doubts:
    'other|than|rather|about|approximately|around|nearly|almost|roughly|typically|nominally|up|' +
    'down|order|tolerance|multiples?|factor|fraction|plus|minus|equal|same|' +
    'far|well|much|slightly|just|significantly|substantially|considerably|hardly|barely|scarcely|' +
    'grade|class|type|category|to the power|parts? in|\\d in|out of|need|may|might|necessarily',
  adverbs:
    '(?!assembly|subassembly|supply|family|anomaly)\\p{L}{3,}ly|always|often|sometimes|usually|perhaps|maybe|possibly|' +
    'even|only|quite|somewhat|some|circa|ca|approx|est|close to|in the (?:region|order) of|upwards of|a little|a bit|' +
    'either|both|as|still|now|then|also|otherwise|too|instead|almost|near|shy of|short of',
  or: 'or',
  joins: 'and|but|yet|though|although|however|and also|but also',
  carriesOn:
    'than|or|below|above|to \\d|accurate|precise|exact|sensitive|stable|fine|finely|refined|often',
}

const nl: Wording = {
  before: [
    ['<', '(?:minder|lager|kleiner|korter) dan|beneden'],
    ['>', '(?:meer|hoger|groter|langer) dan|boven'],
    ['≤', '(?:niet|geen) (?:meer|hoger|groter|langer) dan|(?:ten )?hoogste(?:ns)?|hoogstens'],
    ['≤', '(?:kleiner|lager|minder|korter) dan of gelijk aan'],
    ['≤', 'gelijk aan of (?:kleiner|lager|minder|korter) dan'],
    ['≤', 'maximaal|tot en met'],
    ['≥', '(?:niet|geen) (?:minder|lager|kleiner|korter) dan|ten minste|tenminste|minstens'],
    ['≥', '(?:groter|hoger|meer|langer) dan of gelijk aan'],
    ['≥', 'gelijk aan of (?:groter|hoger|meer|langer) dan'],
    ['≥', 'minimaal'],
    ['=', 'gelijk aan'],
    ['better', 'beter dan'],
    ['better or equal', 'beter dan of gelijk aan|gelijk aan of beter dan'],
  ],
  after: [
    ['≤', '(?:of|en) (?:minder|lager|kleiner|korter|smaller|dunner|lichter|kouder)'],
    ['≥', '(?:of|en) (?:meer|hoger|groter|langer|breder|dikker|zwaarder|warmer)'],
    ['better or equal', 'of beter'],
  ],
  ranges: [
    ['tussen', 'en'],
    ['van', 'tot|tot en met'],
    ['', 'tot en met'],
  ],
  exactly: 'van',
  follows:
    '(?:met|bij|in|voor|op)(?! (?:een )?(?:minimum|maximum|tolerantie|afwijking|zijn|voorkeur))|gemeten|' +
    'en (?:een|de|het|met|bij|in)',
  reaches:
    'dan|boven|beneden|onder|binnen|tot|hoogstens|minstens|maximaal|minimaal|overschr\\p{L}+|' +
    'boven de|vanaf',
  parts:
    'tientallen|honderden|duizenden|(?:twee|drie|vier|vijf|tien|honderd|duizend)?(?:maal|keer)|dubbele?|helft|halve|kwart|' +
    '(?:derde|vierde|vijfde|achtste|tiende|honderdste|duizendste)(?: deel)?|[\\p{L}\\d]+-?voud(?:ige)?|' +
    'wortel|som|procent',
  negations: 'niet|geen|nooit|zonder|behalve|tenzij',
  doubts:
    'dan|ongeveer|circa|ca|omstreeks|bijna|orde|tolerantie|veelvoud|plus|min|gelijk|klasse|graad',
  adverbs:
    'nagenoeg|vrijwel|zowat|grofweg|pakweg|ruwweg|ruim|krap|rond|om en nabij|plusminus|naar schatting|' +
    "zo'n|om en bij|om de|tegen de|iets|wat|veel|aanzienlijk|aanmerkelijk|beduidend|duidelijk|net|juist|haast|zelden|vaak|" +
    'soms|meestal|doorgaans|gewoonlijk|normaal|nominaal|eventueel|mogelijk|wellicht|slechts|ook|al|nog|zelfs|benaderend|' +
    'tegen|hooguit|gemiddeld|in het algemeen|algemeen',
  or: 'of',
  joins: 'en|maar|doch|echter|en ook|maar ook|maar toch',
  carriesOn: 'dan|of|tot \\d|nauwkeurig|precies|gevoelig|stabiel|fijn',
}

const de: Wording = {
  before: [
    ['<', '(?:weniger|niedriger|kleiner|geringer|kürzer) als|kleiner|unterhalb von'],
    ['>', '(?:mehr|höher|größer|länger) als|größer|oberhalb von'],
    ['≤', '(?:nicht|kein) (?:mehr|höher|größer|länger) als|höchstens|maximal'],
    ['≤', '(?:kleiner|niedriger|weniger)(?: als)? oder gleich|kleiner/gleich|bis zu'],
    ['≤', 'gleich oder (?:kleiner|niedriger|weniger|geringer) als|kleiner(?: als)?/gleich'],
    ['≤', 'kleiner \\((?:besser|genauer)\\) ?/ ?gleich|kleiner gleich'],
    ['≥', '(?:nicht|kein) (?:weniger|niedriger|kleiner|kürzer) als|mindestens|wenigstens|minimal'],
    ['≥', '(?:größer|höher|mehr)(?: als)? oder gleich|größer/gleich|größer(?: als)?/gleich'],
    ['≥', 'gleich oder (?:größer|höher|mehr|länger) als|größer gleich'],
    ['=', 'gleich'],
    ['better', 'besser als'],
    ['better or equal', 'besser oder gleich|gleich oder besser als'],
  ],
  after: [
    ['≤', '(?:oder|und) (?:weniger|niedriger|kleiner|geringer|kürzer|schmaler|dünner|darunter)'],
    ['≥', '(?:oder|und) (?:mehr|höher|größer|länger|breiter|dicker|darüber)|(?:und )?aufwärts'],
    ['better or equal', 'oder besser'],
  ],
  ranges: [
    ['zwischen', 'und'],
    ['von', 'bis'],
    ['', 'bis'],
  ],
  exactly: 'von',
  follows:
    '(?:mit|bei|in|für|auf)(?! (?:einem |einer )?(?:Minimum|Maximum|Toleranz|Abweichung))|gemessen|' +
    'und (?:eine[rmn]?|ein|der|die|das|dem|den|mit|bei|in)',
  reaches:
    'als|über|unter|oberhalb|unterhalb|innerhalb|bis|ab|höchstens|mindestens|maximal|minimal|' +
    'überschr\\p{L}+|übersteig\\p{L}+',
  parts:
    'dutzende|hunderte|tausende|das [\\p{L}\\d]+-?fache|[\\p{L}\\d]+-?fachen?|(?:dem |das |der )?Doppelten?|Hälfte|halben?|doppelten?|' +
    '(?:Drittel|Viertel|Fünftel|Achtel|Zehntel|Hundertstel|Tausendstel)s?|Wurzel|Summe|' +
    '(?:ein|zwei|drei|vier|fünf|zehn|hundert|tausend)?mal|Prozent',
  negations: 'nicht|kein|keine|keinen|nie|ohne|außer',
  doubts:
    'als|etwa|circa|ca|ungefähr|rund|fast|toleranz|vielfaches|plus|minus|gleich|' +
    'kleiner|größer|weniger|mehr|niedriger|höher|kürzer|länger|Klasse|Typ|kaum',
  adverbs:
    'annähernd|nahezu|beinahe|knapp|gut|gegen|um die|schätzungsweise|näherungsweise|praktisch|weitgehend|' +
    'zirka|gerundet|leicht|deutlich|wesentlich|erheblich|geringfügig|weit|viel|etwas|eher|nominell|nominal|typisch|' +
    'selten|oft|meist|meistens|manchmal|mitunter|gelegentlich|normal|normalerweise|\\p{L}+weise|gewöhnlich|üblich|' +
    'möglich|vielleicht|eventuell|nur|auch|noch|schon|sogar|bereits|größenordnungsmäßig|größenordnung|an die|' +
    'allenfalls|ehestens|im mittel|durchschnittlich|gemittelt',
  or: 'oder',
  joins: 'und|aber|jedoch|doch|und auch|aber auch|und zugleich|bis',
  carriesOn:
    'als|oder|gleich|bis \\d|\\((?:besser|genauer)\\) ?(?:/ ?gleich|als)|genau|präzise|empfindlich|stabil|fein',
}

const e = '(?:e|s|es)?'

/** "45 nm ou plus petit" is less: such words stand alone, or what follows is no adjective. */
const alone =
  '(?! (?!(?:de|du|des|à|au|aux|en|et|ou|que|dans|sur|par|pour|avec|sous|mais|lors|lorsque|quand|pendant|' +
  "chacune?|ayant|est|sont|dont|qui|mesurée?s?)(?!\\p{L})|d'|lorsqu')\\p{L})"

const fr: Wording = {
  before: [
    ['<', `inférieur${e} à|moins de|en dessous de|au-dessous de`],
    ['>', `supérieur${e} à|plus de|au-dessus de|au[- ]delà de|dépassant|excédant`],
    ['≤', `inférieur${e} ou éga(?:l|le|les|ux) à|éga(?:l|le|les|ux) ou inférieur${e} à`],
    ['≤', `n[e']? ?(?:dépassant|excédant) pas|au plus|au maximum|maximum de|jusqu'à`],
    ['≤', `non supérieur${e} à|pas plus de`],
    ['≥', `supérieur${e} ou éga(?:l|le|les|ux) à|éga(?:l|le|les|ux) ou supérieur${e} à`],
    ['≥', `au moins|au minimum|minimum de|non inférieur${e} à|pas moins de`],
    ['=', `éga(?:l|le|les|ux) à`],
    ['better', `meilleur${e} que`],
    ['better or equal', `éga(?:l|le|les|ux) ou meilleur${e} (?:à|que)`],
  ],
  after: [
    ['≤', `(?:ou|et) moins${alone}|ou inférieur${e}(?! à)|au plus|au maximum|maximum`],
    ['≤', `ou plus (?:petit|fin|faible|court|étroit|mince|froid|bas|basse|bref|brève)${e}`],
    ['≥', `(?:ou|et) plus${alone}|ou supérieur${e}(?! à)|au moins|au minimum|minimum|ou davantage`],
    ['≥', `ou plus (?:grand|haut|long|longue|large|élevé|fort|épais|épaisse|chaud)${e}|et au-delà`],
    ['better or equal', `ou mieux|ou meilleur${e}`],
  ],
  ranges: [
    ['entre', 'et'],
    ['de', 'à'],
    ['', 'à'],
  ],
  exactly: 'de',
  follows:
    'avec(?! (?:un |une )?(?:minimum|maximum|tolérance|écart))|dans|pour|sous|sur|lors|lorsque|mesurée?s?|' +
    "à (?:une?|la)|et (?:une?|des|la|le|les|avec|à (?:une?|la)|d'une?)",
  reaches:
    "que|dépass\\p{L}+|excéd\\p{L}+|dessus|dessous|(?:supérieur|inférieur)(?:e|s|es)?|moins|plus|jusqu'à|" +
    'partir|delà|deçà',
  parts:
    'dizaines?|douzaines?|centaines?|milliers?|(?:\\d|deux|trois|quatre|cinq|dix|cent|mille) fois|doubles?|triples?|moitié|demi-?|tiers|quart|' +
    '(?:cinqu|dix|cent|mill)ièmes?|racine(?: carrée)?|somme|multiple|pour ?cent',
  negations: 'pas|non|ni|jamais|sans|sauf',
  doubts:
    'que|environ|approximativement|presque|ordre|tolérance|multiple|facteur|plus|moins|égale?|classe|type|' +
    'inférieure?s?|supérieure?s?',
  adverbs:
    '\\p{L}+(?:ivement|ellement|alement|iquement|ablement|iblement|eusement|amment|emment|quasiment|èrement)|nettement|largement|' +
    'exactement|justement|seulement|sensiblement|quasi|près|proche|voisine?s?|autour|aux alentours|alentours|quelques?|vers|' +
    'bien|beaucoup|encore|toujours|souvent|parfois|rarement|légèrement|un peu|peu|soit|même|aussi|déjà|à peine|tout juste|' +
    'peut-être|presque|dans les|moyenne',
  or: 'ou',
  joins: 'et|mais|toutefois|cependant|et aussi|mais aussi',
  carriesOn: 'que|ou|de \\d',
}

const signs: Wording = {
  ...noMore,
  before: [
    ['<', '<|＜'],
    ['>', '>|＞'],
    ['≤', '≤|⩽|≦|<=|=<'],
    ['≥', '≥|⩾|≧|>=|=>'],
    ['=', '='],
  ],
  after: [],
  ranges: [['', '[-–—]']],
  exactly: '(?!)',
  negations: '(?!)',
  doubts: '(?!)',
  or: '(?!)',
  joins: '(?!)',
  carriesOn: '(?!)',
}

const wordings: ReadonlyMap<string, Wording> = new Map([
  ['en', en],
  ['nl', nl],
  ['de', de],
  ['fr', fr],
])

/** The words that a number with its sign follows, if nothing else can follow them. */
const signOpeners: ReadonlyMap<string, string> = new Map([
  ['en', 'of|from|to|than|below|above|between|and|at|exceeding|exceeds?|under|over|least|most|is'],
  ['nl', 'van|tot|dan|beneden|boven|tussen|en|bij|hoogste|minste|hoogstens|minstens|aan'],
  ['de', 'von|bis|als|zwischen|und|bei|gleich|mindestens|höchstens|unter|über|zu|auf'],
  ['fr', 'de|à|entre|et|que|plus|moins'],
])

const openers = new Map<string, RegExp>()

/** Matches a text at whose end a dash is the sign of the number behind it. */
export function signOpener(language: string): RegExp {
  const words = signOpeners.get(language) ?? '(?!)'
  const opener =
    openers.get(language) ?? new RegExp(`(?:[(<>≤≥=]|(?<![\\p{L}-])(?:${words})) ?$`, 'iu')
  openers.set(language, opener)
  return opener
}

/** The signs that all languages share, and the words of a language if we know some. */
export function wordingIn(language: string): { signs: Wording; words: Wording | null } {
  return { signs, words: wordings.get(language) ?? null }
}
