import { canonicalJson, type Json } from '#app/text/canonical.ts'
import type { Content } from '#app/text/content.ts'
import { type Entry, entriesOf, type Note, type Point } from '#app/text/entries.ts'
import { remembered } from '#app/text/remembered.ts'

/**
 * What each entry of a text says, by the name of the entry: two that say the same are equal, however
 * their parts are identified inside. Words and structure count, and where an entry stands does not.
 */
export const entryWordings = remembered(
  (content: Content): ReadonlyMap<string, string> =>
    new Map(entriesOf(content).map((entry) => [entry.path, canonicalJson(wording(entry))])),
)

function wording(entry: Entry): Json {
  const { code, heading, logic, destinations, expiry, activities, text } = entry
  const points = entry.points.map(ofPoint)
  const notes = entry.notes.map(ofNote)
  const particulars = { destinations, expiry, activities: [...activities] }
  return { code, heading, logic, ...particulars, text, points, notes }
}

function ofPoint({ label, logic, notUsed, text, points, notes }: Point): Json {
  return { label, logic, notUsed, text, points: points.map(ofPoint), notes: notes.map(ofNote) }
}

function ofNote({ kind, ordinal, text, points }: Note): Json {
  return { kind, ordinal, text, points: points.map(ofPoint) }
}
