import type { RecordedEvent } from './events.ts'
import type { Result } from './refusals.ts'

/**
 * What follows from what was asked: events, or why not. No events where everything is so
 * already: the same form sent twice is one act.
 */
export type Decision = Result<{ events: RecordedEvent[] }>

export function happened(...events: RecordedEvent[]): Decision {
  return { ok: true, events }
}

/** The event that says what a command said. */
export function as<Type extends RecordedEvent['type'], Fields extends { type: string }>(
  type: Type,
  command: Fields,
): Omit<Fields, 'type'> & { type: Type } {
  const { type: _, ...fields } = command
  return { ...fields, type }
}
