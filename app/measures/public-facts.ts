import type { CoverageExtent } from './article-10.ts'
import type { EventOf, EventType } from './events.ts'
import type { Day } from './measure.ts'

/** What becomes known of published measures, one by one, as the register tells it to who follows it. */
export const factKinds = [
  'adopted',
  'gazetted',
  'in-force',
  'applies',
  'published',
  'compiled',
  'removed',
  'covered',
  'repealed',
  'expired',
] as const
export type FactKind = (typeof factKinds)[number]

export interface Fact {
  /** Names it for good among those of its measure, also where it is corrected: `gazetted`. */
  readonly name: string
  readonly kind: FactKind
  /** The act with which anybody may know of it as it is now. */
  readonly act: Pick<FactAct, 'id' | 'at'>
  /** Null where the day is not established. */
  readonly on: Day | null
  /** The editions that it is about; null: the measure as a whole. */
  readonly entryIds: readonly string[] | null
  readonly coverage: { point: string | null; annexICode: string; extent: CoverageExtent } | null
  readonly compilationId: string | null
  /** What was last put right of where it stands in the Official Journal. */
  readonly corrected: CorrectedPlace | null
}

/** Where something was said to stand until it was put right, and why that was wrong. */
export interface CorrectedPlace {
  readonly ojReference: string
  readonly publishedOn: Day
  readonly correction: string
}

/** An act of which a fact can follow. */
type FactEvent = EventOf<(typeof factTypes)[number]>
export const factTypes = [
  'adoption-recorded',
  'adoption-corrected',
  'gazette-recorded',
  'entry-into-force-recorded',
  'entry-application-recorded',
  'measure-published',
  'list-compiled',
  'measure-in-note',
  'measure-publication-corrected',
  'entry-covered',
  'measure-repealed',
  'measure-expired',
] as const satisfies readonly EventType[]

export interface FactAct {
  readonly id: number
  readonly at: Date
  readonly event: FactEvent
}

/** What a compilation names of a measure that the one before did not, or the other way round. */
export interface CompiledChange {
  readonly compilationId: string
  readonly publishedOn: Day
  /** The act that recorded the compilation, or that last moved it among the others. */
  readonly act: Pick<FactAct, 'id' | 'at'>
  readonly corrected: CorrectedPlace | null
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** With these a measure becomes public. */
const publishing: ReadonlySet<EventType> = new Set([
  'gazette-recorded',
  'measure-published',
  'list-compiled',
  'measure-in-note',
])

/**
 * The facts of one measure out of its acts, oldest first. A corrected one is as it was recorded last. What
 * was recorded before the measure became public became known with that: so nobody who follows the
 * register misses it, and nobody learns when it was recorded.
 */
export function factsOf(acts: readonly FactAct[], compiled: readonly CompiledChange[]): Fact[] {
  const opened = acts.find(({ event }) => publishing.has(event.type))
  if (!opened) return []
  const facts = new Map<string, Fact>()
  for (const act of acts) {
    // Later notes name it again: the first one published it (Article 9(4), first sentence).
    if (act.event.type === 'measure-in-note' && facts.has('published')) continue
    const known = act.id < opened.id ? opened : act
    for (const fact of factsIn(act.event)) facts.set(fact.name, { ...fact, act: known })
  }
  for (const { compilationId, publishedOn, act, corrected, added, removed } of compiled) {
    const change = (kind: 'compiled' | 'removed', entryIds: readonly string[]) => {
      if (entryIds.length === 0) return
      const name = `${kind}/${compilationId}`
      const on = publishedOn
      // A list is public with the compilation that first names it, and never by one that does not.
      const known = act.id < opened.id ? opened : act
      const told = { name, kind, on, act: known, entryIds, coverage: null }
      facts.set(name, { ...told, compilationId, corrected })
    }
    change('compiled', added)
    change('removed', removed)
  }
  return [...facts.values()]
}

type Told = Omit<Fact, 'act'>

function factsIn(event: FactEvent): Told[] {
  const ofMeasure = (
    kind: FactKind,
    on: Day | null,
    corrected: CorrectedPlace | null = null,
  ): Told[] => [
    { name: kind, kind, on, entryIds: null, coverage: null, compilationId: null, corrected },
  ]
  switch (event.type) {
    case 'adoption-recorded':
    case 'adoption-corrected':
      return ofMeasure('adopted', event.adoptedOn)
    case 'gazette-recorded':
      return ofMeasure('gazetted', event.gazettedOn)
    case 'entry-into-force-recorded':
      return ofMeasure('in-force', event.inForceOn)
    case 'measure-published':
      return ofMeasure('published', event.publishedOn)
    case 'measure-in-note':
      return event.isNamed ? ofMeasure('published', event.publishedOn) : []
    case 'measure-publication-corrected': {
      const { isFirst, publishedOn, corrected, correction } = event
      return isFirst ? ofMeasure('published', publishedOn, { ...corrected, correction }) : []
    }
    case 'measure-repealed':
      return ofMeasure('repealed', event.repealedOn)
    case 'measure-expired':
      return ofMeasure('expired', event.expiredOn)
    case 'entry-application-recorded':
      return event.entryIds.map((id) => ({
        name: `applies/${id}`,
        kind: 'applies',
        on: event.applicableFrom,
        entryIds: [id],
        coverage: null,
        compilationId: null,
        corrected: null,
      }))
    case 'entry-covered': {
      const { entryId, point, annexICode, extent, since } = event
      return [
        {
          name: `covered/${entryId}/${point ?? ''}/${annexICode}/${since}`,
          kind: 'covered',
          on: since,
          entryIds: [entryId],
          coverage: { point, annexICode, extent },
          compilationId: null,
          corrected: null,
        },
      ]
    }
    // Which entries it names anew is told by the compilations themselves.
    case 'list-compiled':
      return []
  }
}
