import * as Y from 'yjs'
import type { StandingLine } from './standing-lines.ts'
import type { Lost, WordHistory } from './word-history.ts'

/** Where in a text as it is now something belongs that lost its place. */

/**
 * The id of what survives nearest before a line that is gone, or else of what is around it; null where
 * nothing has an id.
 */
export function nearestSurvivor(line: Y.XmlText): string | null {
  let item = line._item
  while (item) {
    for (let before = item.left; before; before = before.left) {
      const id = before.deleted ? null : idOf(before)
      if (id !== null) return id
    }
    const around: unknown = item.parent
    const parent: Y.Item | null = around instanceof Y.XmlElement ? around._item : null
    if (parent && !parent.deleted && idOf(parent) !== null) return idOf(parent)
    item = parent
  }
  return null
}

function idOf({ content }: Y.Item): string | null {
  const type: unknown = content instanceof Y.ContentType ? content.type : null
  const id: unknown = type instanceof Y.XmlElement ? type.getAttribute('id') : null
  return typeof id === 'string' ? id : null
}

/** A place among the words of a line that is there. */
export interface PlaceInLine {
  readonly elementId: string
  readonly at: number
}

/**
 * Where in one of some lines lost words belong whose line was moved: Yjs moves nothing, so what they
 * were written in is gone, and a line with its id stands elsewhere. It is behind what they were written
 * behind, else at the end of the line; null where the line is in the text no more.
 */
export function placeInMoved(
  history: WordHistory,
  lines: readonly StandingLine[],
  { run }: Lost,
): PlaceInLine | null {
  const id = run.parent.parent instanceof Y.XmlElement ? formerId(run.parent.parent) : null
  const line = lines.find(({ elementId }) => elementId === id)
  if (!line) return null
  const before = unitsBefore(run)
  const found = before.reduceRight<number | null>(
    (known, unit) => known ?? placeOf(history, line, unit),
    null,
  )
  const behind = before.length === 0 ? 0 : line.words.length
  return { elementId: line.elementId, at: found === null ? behind : found + 1 }
}

/** The id that an element has, or had when it was removed. */
function formerId(element: Y.XmlElement): string | null {
  const id: unknown = element._map.get('id')?.content.getContent().at(-1)
  return typeof id === 'string' ? id : null
}

interface Unit {
  readonly client: number
  readonly clock: number
}

/** The units of a line that stand before some of it, the gone ones too. */
function unitsBefore({ parent, units: [first] }: Lost['run']): Unit[] {
  const before: Unit[] = []
  for (let item = parent._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    for (let offset = 0; offset < item.length; offset++) {
      const unit = { client: item.id.client, clock: item.id.clock + offset }
      if (unit.client === first?.client && unit.clock === first.clock) return before
      before.push(unit)
    }
  }
  return before
}

/** Where a unit stands in a line to which it was carried. */
function placeOf(history: WordHistory, line: StandingLine, { client, clock }: Unit): number | null {
  for (const { at, ...units } of line.units) {
    for (const { units: part, ancestors } of history.ancestry(units)) {
      for (const { units: before } of ancestors) {
        const offset = clock - before.clock
        const isThere = before.client === client && offset >= 0 && offset < before.length
        if (isThere) return at + part.clock - units.clock + offset
      }
    }
  }
  return null
}

/** Where in some lines the units stand that were carried there from elsewhere: read once, asked often. */
export class CarriedPlaces {
  readonly #byClient = new Map<number, (PlaceInLine & { clock: number; length: number })[]>()

  constructor(history: WordHistory, lines: readonly StandingLine[]) {
    for (const { elementId, units: inLine } of lines) {
      for (const { at, ...units } of inLine) {
        for (const { units: part, ancestors } of history.ancestry(units)) {
          for (const { units: before } of ancestors) {
            const { client, clock, length } = before
            const known = this.#byClient.get(client) ?? []
            known.push({ clock, length, elementId, at: at + part.clock - units.clock })
            this.#byClient.set(client, known)
          }
        }
      }
    }
  }

  /** The first place, where there are two. */
  of({ client, clock }: Unit): PlaceInLine | null {
    const found = this.#byClient
      .get(client)
      ?.find((one) => clock >= one.clock && clock < one.clock + one.length)
    return found ? { elementId: found.elementId, at: found.at + clock - found.clock } : null
  }
}
