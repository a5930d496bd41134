/**
 * The words between an amount and what it is told for each part of, by language: 3 dB **in** 10 km,
 * 2 µm **over a length of** 1 m. A range of what is measured is none: "**over the frequency range of** …".
 */
interface SpanWords {
  /** What an amount is divided by stands behind these, whatever follows. */
  readonly sure: string
  /** Those among them that do so with any noun. */
  readonly wide: string
  /** Behind these it is divided by, or lasts for, an amount alone; one with its own relation is a threshold. */
  readonly soft: string
  readonly determiners: string
  /** Between a noun and its amount. */
  readonly of: string
  readonly extents: string
  /** Of what changes or is let through: an amount of them with its own relation is a threshold. */
  readonly steps: string
  /** Of time: other words may stand between the amount and these. */
  readonly periods: string
  /** Units of time in words. */
  readonly times: string
  /** Before a unit of time without a number: 5 l **an** hour. */
  readonly each: string
  readonly joints: string
}

const en: SpanWords = {
  sure: 'in|within|over|across|throughout|out of|versus',
  wide: 'over|across|throughout',
  soft: 'for|during|on',
  determiners:
    'any|all|an?|the|one|two|three|each|every|given|single|first|last|next|whole|entire|full|complete|central|continuous|consecutive',
  of: 'of',
  extents:
    '(?:gauge |sampling |measuring |measurement |travel )?(?:lengths?|distances?|spans?|paths?|strokes?|gaps?|areas?|surfaces?|volumes?|fields?)|' +
    'displacements?|travel',
  steps: 'bandwidths?|(?:changes?|variations?|increases?|decreases?)(?: (?:in|of) \\p{L}+)?',
  periods: 'periods?|durations?|intervals?|times?|time (?:periods?|intervals?|spans?)|course',
  times: 'years?|months?|weeks?|days?|hours?|hrs?|minutes?|seconds?(?= *(?:$|[,;.)]|of|at|or|and))',
  each: 'an?|each|every|the',
  joints: 'and|or|but|yet',
}

const nl: SpanWords = {
  sure: 'in|binnen|over|op|uit(?: de)?',
  wide: 'over',
  soft: 'voor|gedurende|tijdens',
  determiners:
    'de|het|een|één|twee|drie|elke?|iedere?|alle|eerste|laatste|hele|gehele|volledige|enkele?|willekeurige?',
  of: 'van',
  extents:
    '(?:meet)?lengtes?|(?<!op een )afstand(?:en)?|slag|verplaatsing|weg|oppervlakt?e?|volume|veld|traject',
  steps: 'bandbreedtes?|\\p{L}*(?:verandering|wijziging|toename|afname)(?: van de \\p{L}+)?',
  periods:
    'periodes?|duur|tijd|tijdsduur|tijdsintervallen|tijdsinterval|tijdvak|tijdsbestek|termijn|loop',
  times: 'jaar|jaren|maand(?:en)?|weken|week|dag(?:en)?|uur|uren|minuut|minuten|seconden?',
  each: 'een|het|de|elke?|iedere?|per',
  joints: 'en|of|maar|doch',
}

const de: SpanWords = {
  sure: 'in|im|innerhalb(?: von)?|binnen|auf|über',
  wide: 'über',
  soft: 'für|während',
  determiners:
    'die|der|das|den|dem|des|ein|eine[rmns]?|zwei|drei|jede[rmns]?|alle|allen|erste[rn]?|letzte[rn]?|gesamte[nr]?|ganze[nr]?|volle[nr]?|beliebige[nr]?',
  of: 'von',
  extents: '\\p{L}*(?:länge|strecke|weg|hub|abstand|fläche|volumen|feld|distanz)e?[ns]?',
  steps: '\\p{L}*(?:bandbreite|änderung|zunahme|abnahme)',
  periods: '\\p{L}*(?:zeitraums?|zeit|dauer|intervall(?:s|en|e)?|periode|verlauf)',
  times: 'Jahre?[sn]?|Monat(?:s|e|en)?|Wochen?|Tag(?:s|es|e|en)?|Stunden?|Minuten?|Sekunden?',
  each: 'die|der|am|im|je|jede[rmns]?|pro|einem?|einer',
  joints: 'und|oder|aber|jedoch',
}

const fr: SpanWords = {
  sure: "sur|dans|en|pour|au cours d[eu']|(?:à l'|à l’)intérieur d[eu']",
  wide: '(?!)',
  soft: 'pendant|durant',
  determiners:
    "une?|le|la|les|l['’]|d['’]une?|toute?|tous|deux|trois|chaque|premi(?:er|ère)s?|derni(?:er|ère)s?|même|seule?|ensemble de la",
  of: "de|d['’]",
  extents: 'longueurs?|distances?|courses?|trajets?|surfaces?|aires?|volumes?|champs?|déplacement',
  steps: 'largeur de bande|bande(?: passante)?|(?:variation|écart)s?(?: de \\p{L}+)?',
  periods: 'périodes?|durées?|temps|intervalles?(?: de temps)?|laps de temps|cours',
  times: 'ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?(?= *(?:$|[,;.)]))',
  each: "à l['’]|l['’]|par|chaque|une?",
  joints: 'et|ou|mais',
}

/** As patterns of what stands between an amount and the number that follows it, from its end to the relation of the other. */
export interface SpanPatterns {
  /** There is none of the others without this. */
  readonly any: RegExp
  readonly direct: RegExp
  readonly wide: RegExp
  readonly overThing: RegExp
  readonly overExtent: RegExp
  readonly whileDirect: RegExp
  readonly whileExtent: RegExp
  readonly forStep: RegExp
  readonly period: RegExp
  readonly softPeriod: RegExp
  /** Words behind an amount that tell without a number what time it is for: "an hour", "over one year". */
  readonly times: RegExp
  /** A unit of time in words behind a number. */
  readonly time: RegExp
  readonly joint: RegExp
  /** Nouns behind "over" that say for what values an amount holds. */
  readonly scope: RegExp
}

const scope =
  /range|band|spectrum|temperat|frequen|wavelength|voltage|bereich|bereik|gebied|golflengte|wellenlänge/iu

/** They tell when an amount holds, unless it is told for each step of something. */
const conditions = 'with|bei|mit|bij|met|avec|à|lors'

/** "Or less" belongs to the amount before it. */
const comparatives =
  'less|more|fewer|lower|higher|greater|larger|smaller|better|minder|meer|lager|hoger|groter|kleiner|beter|' +
  'weniger|mehr|niedriger|höher|größer|besser|moins|plus|mieux|davantage'

function build(words: SpanWords): SpanPatterns {
  const { sure, wide, soft, determiners, of, extents, steps, periods, times, each, joints } = words
  const stops = `${joints}|with|having|when|where|which|that|if|to|from|by|at|is|are|mit|bei|wenn|met|bij|wanneer|avec|lors|lorsque`
  /** What is measured may be named behind its amount: 3 dB **loss** in 10 km, 1 nm **(rms)** over 10 h. */
  const loss = `^(?: \\([^()]*\\))?(?: (?!(?:${stops})[ ,])[\\p{L}'’.%-]+){0,4}?(?: \\([^()]*\\))?,? `
  const determined = `(?:(?:${determiners})(?:(?<=['’])| ))*`
  const attribute = "(?:(?!\\d)[\\p{L}'’-]+ )?"
  const upTo = `(?:(?:${of})(?:(?<=['’])| ))?${determined}$`
  const tail = (nouns: string) => `${determined}${attribute}(?:${nouns}) ?${upTo}`
  const pattern = (source: string) => new RegExp(source, 'iu')
  const start = '(?:^|[ ,)]) ?'
  return {
    any: pattern(`(?:^|[ ,)])(?:${sure}|${soft}|${conditions})(?!\\p{L})`),
    direct: pattern(`${loss}(?:${sure}) ${determined}$`),
    wide: pattern(`(?:^|[ ,])(?:${wide}) `),
    overThing: pattern(`${loss}(?:${wide}) ${determined}(?:[\\p{L}'’-]+ ){1,3}${upTo}`),
    overExtent: pattern(`${loss}(?:${sure}) ${tail(extents)}`),
    whileDirect: pattern(`${loss}(?:${soft}) ${determined}$`),
    whileExtent: pattern(`${loss}(?:${soft}) ${tail(extents)}`),
    forStep: pattern(`${loss}(?:${sure}|${soft}|${conditions}) ${tail(steps)}`),
    period: pattern(`${start}(?:${sure}) ${tail(periods)}`),
    softPeriod: pattern(`${start}(?:${soft}) ${tail(periods)}`),
    times: pattern(
      `${start}(?:(?:${sure}|${soft}) (?:(?:${tail(periods).slice(0, -1)}))?${determined}|(?<=^ )(?:${each})(?:(?<=['’])| ))(?:${times})(?!\\p{L})`,
    ),
    time: pattern(`^ ?(?:${times})(?!\\p{L})`),
    joint: pattern(`(?<!\\p{L})(?:${joints})(?!\\p{L}| (?:${comparatives})(?!\\p{L}))`),
    scope,
  }
}

const languages: ReadonlyMap<string, SpanWords> = new Map([
  ['en', en],
  ['nl', nl],
  ['de', de],
  ['fr', fr],
])
const never = build({
  sure: '(?!)',
  wide: '(?!)',
  soft: '(?!)',
  determiners: '(?!)',
  of: '(?!)',
  extents: '(?!)',
  steps: '(?!)',
  periods: '(?!)',
  times: '(?!)',
  each: '(?!)',
  joints: '(?!)',
})
const known = new Map<string, SpanPatterns>()

export function spanWordsIn(language: string): SpanPatterns {
  const words = languages.get(language)
  if (!words) return never
  const patterns = known.get(language) ?? build(words)
  known.set(language, patterns)
  return patterns
}
