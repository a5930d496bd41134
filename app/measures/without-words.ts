import { sectionKeys } from '#app/text/grammar.ts'
import { type EventType, eventSchema, type RecordedEvent } from './events.ts'

/**
 * Events without what people wrote: what stands in the record where words were withheld. Who did what,
 * when, on what and with which hash stays, so that the tables can still be made from it.
 */

/** What stands where words stood, in any language. */
export const withheldWords = '█████'

/** What people write, by the names under which events have it. */
const written: ReadonlySet<string> = new Set([
  'actNumber',
  'actTitle',
  'after',
  'annexI',
  'annexIWords',
  'answer',
  'author',
  'before',
  'body',
  'channel',
  'contact',
  'correction',
  'coverNote',
  'description',
  'duesReference',
  'entry',
  'entryWords',
  'envisaged',
  'gazette',
  'gazetteReference',
  'gazetteUrl',
  'information',
  'informationReason',
  'name',
  'note',
  'ojReference',
  'orderedBy',
  'otherChannel',
  'prefix',
  'proposed',
  'proposedWording',
  'quantity',
  'question',
  'quote',
  'reason',
  'reasons',
  'recipient',
  'reference',
  'repealedBy',
  'risk',
  'scope',
  'suffix',
  'technology',
  'text',
  'timetable',
  'title',
  'url',
  'wording',
])

/** The same names for what nobody wrote: a number that was given out, a choice of few. */
const given: Partial<Record<EventType, readonly string[]>> = {
  'entry-covered': ['proposed'],
  'file-opened': ['reference'],
  'reply-answered': ['answer'],
}

/** Codes and sections, by which a place is called; anything else that stands there was written. */
const places: ReadonlySet<string> = new Set(['provision', 'entryCode'])
const sections: ReadonlySet<string> = new Set(sectionKeys)
const code = /^\d[A-E]\d{3,4}(?:\.[a-z0-9]{1,4})*$/

/** An event without anything that somebody wrote. */
export function withoutWords(event: RecordedEvent): RecordedEvent {
  const kept = new Set(given[event.type])
  return parsed(blanked(event, (name) => written.has(name) && !kept.has(name)))
}

/**
 * An event without what it quotes of a text, and what it puts there instead; null where it quotes nothing.
 * What is said about the text stays.
 */
export function withoutQuotes(event: RecordedEvent): RecordedEvent | null {
  const quoting = quotes[event.type]
  if (!quoting) return null
  return parsed(blanked(event, (name) => quoting.has(name)))
}

const ofAnchors = ['quote', 'prefix', 'suffix'] as const
const quotes: Partial<Record<EventType, ReadonlySet<string>>> = {
  'comment-written': new Set([...ofAnchors, 'proposedWording']),
  'comment-revised': new Set(['proposedWording']),
  'joint-comment-opened': new Set(ofAnchors),
  'threads-carried': new Set(['quote']),
  'thread-placed': new Set(['quote']),
  'wording-taken-up': new Set(['before', 'after', 'proposed']),
}

/** A record of the nodes before and after says the same as the words, and more. */
const leftOut: ReadonlySet<string> = new Set(['proposal'])

function blanked(value: unknown, isMeant: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => blanked(each, isMeant))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !leftOut.has(name))
      .map(([name, inner]) => {
        if (typeof inner !== 'string') return [name, blanked(inner, isMeant)]
        if (places.has(name)) return [name, isPlace(inner) ? inner : '']
        return [name, isMeant(name) && inner !== '' ? withheldWords : inner]
      }),
  )
}

function isPlace(called: string): boolean {
  return sections.has(called) || code.test(called)
}

function parsed(event: unknown): RecordedEvent {
  return eventSchema.parse(event)
}
