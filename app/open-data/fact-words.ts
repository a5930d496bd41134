import type { CoverageExtent } from '#app/measures/article-10.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day, MeasureKind } from '#app/measures/measure.ts'
import type { CorrectedPlace, FactKind } from '#app/measures/public-facts.ts'
import type { LocaleFormat } from '#app/messages/format.ts'

interface Entry {
  readonly code: string
  readonly heading: string
}

/** A fact with what it is about, to be said. */
export interface SaidFact {
  readonly kind: FactKind | 'compilation'
  readonly on: Day | null
  readonly measure: {
    readonly owner: MemberStateCode
    readonly kind: MeasureKind
    readonly title: string
    readonly number: string
    readonly gazette: string | null
    readonly gazetteReference: string | null
    readonly publicationReference: string | null
  } | null
  readonly compilation: { readonly ojReference: string; readonly title: string } | null
  readonly corrected: CorrectedPlace | null
  readonly coverage: {
    readonly point: string | null
    readonly annexICode: string
    readonly extent: CoverageExtent
  } | null
  readonly entries: readonly Entry[]
  readonly gone: readonly Entry[]
}

/** `Netherlands: in force on 1 September 2023: 3B801 and 3B802`. */
export function factTitle(words: LocaleFormat, fact: SaidFact): string {
  const { t, stateName } = words
  const said = factSentence(words, fact)
  return fact.measure
    ? t('open-data.fact.title', { state: stateName(fact.measure.owner), fact: said })
    : said
}

function factSentence(words: LocaleFormat, fact: SaidFact): string {
  const { t, date } = words
  const { kind, coverage } = fact
  const on = fact.on
    ? t('open-data.fact.on', { date: date(fact.on) })
    : t('open-data.fact.on-unknown')
  const what = whatOf(words, fact)
  switch (kind) {
    case 'compilation':
      return t('open-data.fact.compilation', { on, reference: fact.compilation?.ojReference ?? '' })
    case 'covered':
      return t(`open-data.fact.covered-${coverage?.extent ?? 'partly'}`, {
        on,
        what,
        code: coverage?.annexICode ?? '',
      })
    case 'in-force':
      return t(`open-data.fact.${fact.measure?.kind === 'amendment' ? 'amended' : kind}`, {
        on,
        what,
      })
    default:
      return t(`open-data.fact.${kind}`, { on, what })
  }
}

const ofEntries: ReadonlySet<SaidFact['kind']> = new Set([
  'applies',
  'compiled',
  'removed',
  'covered',
])

function whatOf({ t, list }: LocaleFormat, { kind, measure, entries, coverage }: SaidFact) {
  if (!ofEntries.has(kind)) return measure?.title ?? ''
  const codes = entries.map(({ code }) => code || t('text.entry-without-code'))
  return list(coverage?.point ? codes.map((code) => `${code}.${coverage.point}`) : codes)
}

/** The act, where it stands and was said to stand, and each entry on a line of its own. */
export function factSummary(words: LocaleFormat, fact: SaidFact): string {
  const { t, list, date } = words
  const { kind, measure, compilation, corrected, entries, gone } = fact
  const lines = [
    measure && [measure.title, measure.number].filter(Boolean).join(', '),
    kind === 'gazetted' && [measure?.gazette, measure?.gazetteReference].filter(Boolean).join(', '),
    kind === 'published' && measure?.publicationReference,
    compilation && [compilation.title, compilation.ojReference].filter(Boolean).join(', '),
    corrected &&
      t('open-data.fact.corrected', {
        reference: corrected.ojReference,
        date: date(corrected.publishedOn),
        reason: corrected.correction,
      }),
    ...entries.map(({ code, heading }) =>
      [code || t('text.entry-without-code'), heading].filter(Boolean).join(': '),
    ),
    gone.length > 0 &&
      t('open-data.fact.gone', {
        what: list(gone.map(({ code }) => code || t('text.entry-without-code'))),
      }),
  ]
  return lines.filter(Boolean).join('\n')
}
