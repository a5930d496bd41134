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
  /** The act that recorded the compilation. */
  readonly act: Pick<FactAct, 'id' | 'at'>
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** With these a measure becomes public. */
const publishing: ReadonlySet<EventType> = new Set([
  'gazette-recorded',
  'measure-published',
  'list-compiled',
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
    const known = act.id < opened.id ? opened : act
    for (const fact of factsIn(act.event)) facts.set(fact.name, { ...fact, act: known })
  }
  for (const { compilationId, publishedOn, act, added, removed } of compiled) {
    const change = (kind: 'compiled' | 'removed', entryIds: readonly string[]) => {
      if (entryIds.length === 0) return
      const name = `${kind}/${compilationId}`
      const on = publishedOn
      // A list is public with the compilation that first names it, and never by one that does not.
      const known = act.id < opened.id ? opened : act
      facts.set(name, { name, kind, on, act: known, entryIds, coverage: null, compilationId })
    }
    change('compiled', added)
    change('removed', removed)
  }
  return [...facts.values()]
}

type Told = Omit<Fact, 'act'>

function factsIn(event: FactEvent): Told[] {
  const ofMeasure = (kind: FactKind, on: Day | null): Told[] => [
    { name: kind, kind, on, entryIds: null, coverage: null, compilationId: null },
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
        },
      ]
    }
    // Which entries it names anew is told by the compilations themselves.
    case 'list-compiled':
      return []
  }
}
