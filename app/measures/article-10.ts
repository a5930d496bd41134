import type { Day, MeasureKind } from './measure.ts'

/** How an edition of an entry stopped being law at its issuer's. */
export const entryEnds = ['amended', 'repealed', 'expired'] as const
export type EntryEnd = (typeof entryEnds)[number]

/** How far the common list has taken an entry, or a point of it, over. `not`: compared, and it has not. */
export const coverageExtents = ['wholly', 'partly', 'not'] as const
export type CoverageExtent = (typeof coverageExtents)[number]

export interface Coverage {
  /** The point that is covered, from the code down: `f.5`; null: the whole entry. */
  point: string | null
  /** Empty where no counterpart was found. */
  annexICode: string
  extent: CoverageExtent
  /** From when the Annex I applies that it was compared with. */
  since: Day
  /** From when a later decision on the same point and code applies. */
  until: Day | null
}

/** Whether this is the decision that applies on a day. */
export function appliesOn({ since, until }: Pick<Coverage, 'since' | 'until'>, day: Day): boolean {
  return since <= day && (until === null || day < until)
}

/** What the basis of Article 10 depends on, of one edition of one entry. */
export interface BasisFacts {
  /** Of the measure that the entry is law by; of the list, where an amendment changed it. */
  kind: MeasureKind
  /** The first day on which this edition applies; null while that is not recorded. */
  inForceOn: Day | null
  /** The first day on which it no longer does. */
  endedOn: Day | null
  endedBy: EntryEnd | null
  /** The last day on which the entry applies by its own words. */
  lastDay: Day | null
  /** When it stood in the compilation: from a publication up to the one that left it out. */
  inCompilation: readonly { from: Day; until: Day | null }[]
  /** Article 9(4), first sentence: the measure, not the list, in the C series. */
  measurePublishedOn: Day | null
  coverage: readonly Coverage[]
}

export const basisEnds = [...entryEnds, 'removed', 'covered'] as const
export type BasisEnd = (typeof basisEnds)[number]

/** A time during which all conditions of Article 10(1)(a) and (b) hold together. */
export interface BasisPeriod {
  from: Day
  /** The first day on which one no longer holds. */
  until: Day | null
  /** What ends it; two where they fall on the same day. */
  endedBy: BasisEnd[]
}

/**
 * The conditions are cumulative, so a basis begins with the last of them and ends at the earliest
 * of amendment, repeal, expiry, removal from the compilation and coverage by Annex I, which Article
 * 10 no longer concerns; it goes on where a later decision is that Annex I covers it no more. During an amendment that leaves neither edition on its own: only what is
 * both in force and published counts (inference from the wording; screens say so).
 */
export function basisPeriods(facts: BasisFacts): BasisPeriod[] {
  const { inForceOn } = facts
  if (!inForceOn) return []
  return facts.inCompilation.flatMap(({ from: publishedOn, until: removedOn }) => {
    const from = publishedOn > inForceOn ? publishedOn : inForceOn
    const ends = endsOf(facts, removedOn)
    const until = ends.map(({ on }) => on).sort()[0] ?? null
    if (until !== null && until <= from) return []
    const endedBy = ends.filter(({ on }) => on === until).map(({ by }) => by)
    return whollyCovered(facts).reduce<BasisPeriod[]>(
      (periods, covered) => periods.flatMap((period) => withoutCovered(period, covered)),
      [{ from, until, endedBy }],
    )
  })
}

function withoutCovered(period: BasisPeriod, { since, until }: Coverage): BasisPeriod[] {
  if (until !== null && until <= period.from) return [period]
  if (period.until !== null && since > period.until) return [period]
  if (since === period.until) {
    return [{ ...period, endedBy: [...new Set([...period.endedBy, 'covered' as const])] }]
  }
  const goesOn = until !== null && (period.until === null || until < period.until)
  return [
    ...(since > period.from
      ? [{ from: period.from, until: since, endedBy: ['covered' as const] }]
      : []),
    ...(goesOn ? [{ ...period, from: until }] : []),
  ]
}

function whollyCovered({ coverage }: BasisFacts): Coverage[] {
  return coverage.filter(({ point, extent }) => point === null && extent === 'wholly')
}

/** How things stand on a day. Of a basis that never was: which conditions are missing. */
export type BasisState =
  | { state: 'holds'; since: Day; until: Day | null; endedBy: BasisEnd[] }
  | { state: 'to-come'; from: Day }
  | { state: 'ended'; on: Day; by: BasisEnd[] }
  | { state: 'missing'; conditions: BasisCondition[] }

export const basisConditions = ['in-force', 'in-compilation'] as const
export type BasisCondition = (typeof basisConditions)[number]

export function basisOn(facts: BasisFacts, day: Day): BasisState {
  const periods = basisPeriods(facts).sort((a, b) => (a.from < b.from ? -1 : 1))
  const holding = periods.find(({ from, until }) => from <= day && (until === null || day < until))
  if (holding) {
    const { from: since, until, endedBy } = holding
    return { state: 'holds', since, until, endedBy }
  }
  const next = periods.find(({ from }) => from > day)
  if (next) return { state: 'to-come', from: next.from }
  const last = periods.at(-1)
  if (last?.until) return { state: 'ended', on: last.until, by: last.endedBy }
  const gone = [
    ...endsOf(facts, facts.inCompilation.at(-1)?.until ?? null),
    ...coveredOn(facts, day),
  ]
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  const [first] = gone
  if (first) {
    return {
      state: 'ended',
      on: first.on,
      by: gone.filter(({ on }) => on === first.on).map(({ by }) => by),
    }
  }
  return {
    state: 'missing',
    conditions: basisConditions.filter((condition) =>
      condition === 'in-force' ? !facts.inForceOn : facts.inCompilation.length === 0,
    ),
  }
}

/**
 * The same of one point (`f.5`; null: of the entry). Annex I takes entries over point by point, so the
 * basis of a point ends with what covers it, or what it stands in, while that of the others goes on.
 */
export function basisOfPoint(facts: BasisFacts, point: string | null, day: Day): BasisState {
  const coverage = facts.coverage
    .filter(({ point: covered }) => covered === null || isWithin(point, covered))
    .map((covered) => ({ ...covered, point: null }))
  return basisOn({ ...facts, coverage }, day)
}

function isWithin(point: string | null, other: string): boolean {
  return point === other || Boolean(point?.startsWith(`${other}.`))
}

/** Why a requirement that still stands has no basis today. */
export const basisLacks = ['ended', 'unrecorded', 'not-yet'] as const
export type BasisLack = (typeof basisLacks)[number]

/**
 * ended: it was one, or would be, and is over. unrecorded: published, and nobody has recorded when it
 * entered into force, so that the portal cannot show a basis and does not say that there is none.
 * not-yet: what is missing is known to be still to come, or was never published. Null: it holds.
 */
export function lackOf(basis: BasisState): BasisLack | null {
  switch (basis.state) {
    case 'holds':
      return null
    case 'ended':
      return 'ended'
    case 'to-come':
      return 'not-yet'
    case 'missing':
      return basis.conditions.includes('in-compilation') ? 'not-yet' : 'unrecorded'
  }
}

/** Why the law is doubtful about a requirement that is recorded all the same (product, invariant 1). */
export const requirementWarnings = [
  'prohibition-is-no-authorisation-requirement',
  'requirement-outside-a-list',
  'not-in-compilation',
  'informed-before-publication',
  'not-in-force',
  'ended-amended',
  'ended-repealed',
  'ended-expired',
  'ended-removed',
  'ended-covered',
  'partly-covered',
  'customs-informed-before-exporter',
] as const
export type RequirementWarning = (typeof requirementWarnings)[number]

/**
 * Whether anything was published at all under Article 9(4). Without it a requirement is not
 * doubtful but impossible.
 */
export function isPublished({ inCompilation, measurePublishedOn }: BasisFacts): boolean {
  return inCompilation.length > 0 || measurePublishedOn !== null
}

/**
 * What is doubtful about a requirement whose exporter was informed on a day. That customs is told
 * first is odd, as the requirement begins with the exporter (Article 10(1)(c)), but the law does not
 * say in which order.
 */
export function warningsFor(
  facts: BasisFacts,
  informed: { exporterInformedOn: Day; customsInformedOn: Day | null },
): RequirementWarning[] {
  const { exporterInformedOn: informedOn, customsInformedOn } = informed
  const { kind, inForceOn, inCompilation, coverage } = facts
  const published = inCompilation.map(({ from }) => from).sort()[0] ?? null
  const removed =
    inCompilation.length > 0 &&
    inCompilation.every(({ until }) => until !== null && until <= informedOn)
      ? (inCompilation.at(-1)?.until ?? null)
      : null
  const ends = new Set(
    [...endsOf(facts, removed), ...coveredOn(facts, informedOn)]
      .filter(({ on }) => on <= informedOn)
      .map(({ by }) => by),
  )
  const isPartlyCovered = coverage.some(
    ({ point, extent, since, until }) =>
      appliesOn({ since, until }, informedOn) &&
      (extent === 'partly' || (extent === 'wholly' && point !== null)),
  )
  const applies: Record<RequirementWarning, boolean> = {
    'prohibition-is-no-authorisation-requirement': kind === 'prohibition',
    'requirement-outside-a-list':
      kind === 'authorisation-requirement' || kind === 'other-notified-measure',
    'not-in-compilation': published === null,
    'informed-before-publication': published !== null && informedOn < published,
    'not-in-force': inForceOn === null || informedOn < inForceOn,
    'ended-amended': ends.has('amended'),
    'ended-repealed': ends.has('repealed'),
    'ended-expired': ends.has('expired'),
    'ended-removed': ends.has('removed'),
    'ended-covered': ends.has('covered'),
    'partly-covered': isPartlyCovered && !ends.has('covered'),
    'customs-informed-before-exporter':
      customsInformedOn !== null && customsInformedOn < informedOn,
  }
  return requirementWarnings.filter((warning) => applies[warning])
}

function coveredOn(facts: BasisFacts, day: Day): { on: Day; by: BasisEnd }[] {
  return whollyCovered(facts)
    .filter((covered) => appliesOn(covered, day))
    .map(({ since }) => ({ on: since, by: 'covered' as const }))
}

/** By anything but Annex I. */
function endsOf(facts: BasisFacts, removedOn: Day | null): { on: Day; by: BasisEnd }[] {
  const { endedOn, endedBy, lastDay } = facts
  return [
    ...(endedOn && endedBy ? [{ on: endedOn, by: endedBy }] : []),
    ...(lastDay ? [{ on: dayAfter(lastDay), by: 'expired' as const }] : []),
    ...(removedOn ? [{ on: removedOn, by: 'removed' as const }] : []),
  ]
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
