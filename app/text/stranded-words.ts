import * as Y from 'yjs'
import { CarriedPlaces, type PlaceInLine } from './lost-places.ts'
import { standingLines, type StandingLine } from './standing-lines.ts'
import type { Units } from './text-units.ts'
import type { WordHistory } from './word-history.ts'

/**
 * Words that stand in a line to which they do not belong: what they were written among was carried to
 * another by somebody who did not know of them. A split deletes the tail of a line and writes it anew in
 * the next; what another types in it at that moment stays behind, at the end of the first.
 *
 * Who knows that a tail has gone writes behind all that is left of it, since the editor passes over what
 * is deleted. So words stand between two parts of it only where it was there when they were written.
 */

export interface Stranded {
  readonly elementId: string
  /** Where they stand in that line. */
  readonly from: number
  readonly to: number
  readonly words: string
  /** The first of them. */
  readonly first: Units
  /** The update that brought them. */
  readonly insertedBy: number
  /** Where what they were written behind stands now. */
  readonly belongs: PlaceInLine
}

/** A stretch of a line that stands, or that has gone elsewhere. */
interface Piece {
  readonly units: Units
  /** Where it begins among the words that stand; null where it has gone. */
  readonly at: number | null
  /** The update that carried it away; null where it stands. */
  readonly goneWith: number | null
  readonly item: Y.Item
}

/** In the order in which they are read. */
export function strandedWords(history: WordHistory): Stranded[] {
  const lines = standingLines(history.text)
  const places = new CarriedPlaces(history, lines)
  return lines.flatMap((line) => {
    const pieces = piecesOf(history, line)
    if (pieces.every(({ at }) => at !== null)) return []
    const signs = signsIn(history, line, pieces)
    return standingIn(pieces).flatMap((range) => {
      const found = strandedIn(history, { lines, places }, line, pieces, range)
      if (found) return [found]
      return behindTails(history, pieces, range, signs).flatMap(
        ({ goneWith, ...part }) => asStranded(history, places, line, pieces, part, goneWith) ?? [],
      )
    })
  })
}

/** What was deleted and not carried is left out. */
function piecesOf(history: WordHistory, { texts }: StandingLine): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const text of texts) {
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue
      const units = { ...item.id, length: item.length }
      if (!item.deleted) {
        pieces.push({ units, at, goneWith: null, item })
        at += item.length
        continue
      }
      for (const { units: part, value } of history.moves(units))
        if (value !== null) pieces.push({ units: part, at: null, goneWith: value, item })
    }
  }
  return pieces
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The stretches of pieces that stand, side by side. */
function standingIn(pieces: readonly Piece[]): Range[] {
  const ranges: Range[] = []
  for (const [index, { at }] of pieces.entries()) {
    if (at === null) continue
    const last = ranges.at(-1)
    if (last?.to === index) ranges[ranges.length - 1] = { from: last.from, to: index + 1 }
    else ranges.push({ from: index, to: index + 1 })
  }
  return ranges
}

function strandedIn(
  history: WordHistory,
  { lines, places }: { lines: readonly StandingLine[]; places: CarriedPlaces },
  line: StandingLine,
  pieces: readonly Piece[],
  range: Range,
): Stranded | null {
  const [first, last] = [pieces[range.from], pieces[range.to - 1]]
  const [before, after] = [pieces[range.from - 1], pieces[range.to]]
  const carriedWith = before?.goneWith ?? after?.goneWith ?? null
  if (!first || !last || carriedWith === null) return null
  const own = pieces.slice(range.from, range.to)
  const isOlderThan = (seq: number) => own.every(({ units }) => broughtBy(history, units) < seq)
  // What stood there before is of the line, also where words beside it were deleted or carried.
  const newest = Math.max(before?.goneWith ?? 0, after?.goneWith ?? 0)
  const isYounger = own.every(({ units }) => broughtBy(history, units) > newest)
  const isAmong =
    isWrittenAmong(history, first.item, last.item, carriedWith) &&
    (before?.goneWith === after?.goneWith || isYounger)
  const isAtStart = before === undefined
  const isAtEnd = pieces.slice(range.to).every((piece) => wentBefore(piece, carriedWith))
  const mayBeLeft = isOlderThan(carriedWith) && (isAtStart || isAtEnd)
  if (!isAmong && !mayBeLeft) return null
  const found = asStranded(history, places, line, pieces, range, carriedWith)
  const target = lines.find(({ elementId }) => elementId === found?.belongs.elementId)
  const isLeft = target && isLeftBehind(line, target, pieces, isAtEnd && !isAtStart)
  return isAmong || isLeft ? found : null
}

/** With where they belong; null where that is their own line. */
function asStranded(
  history: WordHistory,
  places: CarriedPlaces,
  line: StandingLine,
  pieces: readonly Piece[],
  range: Range,
  carriedWith: number,
): Stranded | null {
  const [first, last] = [pieces[range.from], pieces[range.to - 1]]
  const belongs = placeOfNeighbours(places, pieces, range, carriedWith)
  if (!first || !last || !belongs || belongs.elementId === line.elementId) return null
  const [from, to] = [first.at ?? 0, (last.at ?? 0) + last.units.length]
  const words = line.words.slice(from, to)
  if (words.trim() === '') return null
  return {
    elementId: line.elementId,
    from,
    to,
    words,
    first: first.units,
    insertedBy: history.writtenBy(first.units.client, first.units.clock),
    belongs,
  }
}

/** Something that is put behind a tail when that goes: who knows it knows that the tail has gone. */
interface Sign {
  readonly item: Y.Item
  /** Among the signs of its line, as they stand there. */
  readonly place: number
  /** The update that carried the tail away. */
  readonly goneWith: number
}

/** Written by who carried a tail away with that, or as the next thing. The earliest first. */
function signsIn(history: WordHistory, { texts }: StandingLine, pieces: readonly Piece[]): Sign[] {
  const carryings = new Set(pieces.map(({ goneWith }) => goneWith))
  const signs: Sign[] = []
  for (const text of texts) {
    for (let item = text._start; item; item = item.right) {
      const { client, clock } = item.id
      if (!history.wasOnItsWay(item) || history.movedBy(client, clock) !== null) continue
      const [own, before] = [clock, clock - 1].map((one) => history.broughtBy(client, one))
      const goneWith = [own, before].find((seq) => seq && carryings.has(seq))
      if (goneWith) signs.push({ item, place: signs.length, goneWith })
    }
  }
  return signs.toSorted((a, b) => a.goneWith - b.goneWith)
}

interface GoneRange extends Range {
  readonly goneWith: number
}

/** Of words behind a tail that has gone, those that somebody wrote who did not know it, with how it went. */
function behindTails(
  history: WordHistory,
  pieces: readonly Piece[],
  { from, to }: Range,
  signs: readonly Sign[],
): GoneRange[] {
  const parts: GoneRange[] = []
  for (let index = from; index < to; index++) {
    const piece = pieces[index]
    const behind = piece && writtenBehind(history, piece)
    const unknown = behind && signs.find((sign) => isOfTail(piece, behind, sign, pieces, signs))
    if (!unknown) continue
    const last = parts.at(-1)
    if (last?.to === index && last.goneWith === unknown.goneWith)
      parts[parts.length - 1] = { ...last, to: index + 1 }
    else parts.push({ from: index, to: index + 1, goneWith: unknown.goneWith })
  }
  return parts
}

/** What words were written behind; null where somebody has written them anew there, who kept them so. */
function writtenBehind(history: WordHistory, { item, units }: Piece): Y.ID | null {
  const [part] = history.ancestry(units)
  const [nearest] = part?.ancestors ?? []
  if (nearest?.by.isKept) return null
  // Who undoes that has them stand before what they were, and where that stood.
  const { rightOrigin } = item
  const { client, clock } = nearest?.units ?? {}
  const isBack = !!rightOrigin && rightOrigin.client === client && rightOrigin.clock === clock
  return isBack ? (itemAt(item, rightOrigin)?.origin ?? null) : item.origin
}

/**
 * Whether what words were written behind is of the tail, and not what was put behind that when it went. Of
 * signs that two put who did not know of each other, who knows both writes behind the last.
 */
function isOfTail(
  { item }: Piece,
  origin: Y.ID,
  sign: Sign,
  pieces: readonly Piece[],
  signs: readonly Sign[],
): boolean {
  const known = new Set(signs.flatMap((one) => (one.place >= sign.place ? [one.item] : [])))
  let behind: Y.ID | null = origin
  while (behind) {
    const at = itemAt(item, behind)
    if (!at || known.has(at)) return false
    if (hasGone(pieces, at, behind, sign.goneWith)) return true
    behind = at.origin
  }
  return false
}

/** Whether of an item, up to a unit in it, some has gone with an update. */
function hasGone(pieces: readonly Piece[], { id }: Y.Item, to: Y.ID, seq: number): boolean {
  return pieces.some(
    ({ units: { client, clock, length }, goneWith }) =>
      goneWith === seq && client === id.client && clock <= to.clock && clock + length > id.clock,
  )
}

function itemAt({ parent }: Y.Item, id: Y.ID | null): Y.Item | null {
  const doc = parent instanceof Y.XmlText ? parent.doc : null
  const structs = id && doc?.store.clients.get(id.client)
  const found = structs?.[Y.findIndexSS(structs, id?.clock ?? 0)]
  return found instanceof Y.Item ? found : null
}

function broughtBy(history: WordHistory, { client, clock }: Units): number {
  return history.broughtBy(client, clock)
}

function wentBefore({ goneWith }: Piece, seq: number): boolean {
  return goneWith !== null && goneWith < seq
}

/**
 * Whether what some words were written between is there no more on either side. What was written since and
 * deleted again is as they are: what that was written beside is asked for in its place.
 */
function isWrittenAmong(history: WordHistory, first: Y.Item, last: Y.Item, since: number): boolean {
  return isGone(history, first, 'origin', since) && isGone(history, last, 'rightOrigin', since)
}

function isGone(
  history: WordHistory,
  item: Y.Item,
  side: 'origin' | 'rightOrigin',
  since: number,
): boolean {
  const id = item[side]
  const beside = itemAt(item, id)
  if (!id || !beside?.deleted) return false
  const isSince = history.broughtBy(id.client, id.clock) > since
  const isCarried = history.movedBy(id.client, id.clock) !== null
  return isCarried || !isSince || isGone(history, beside, side, since)
}

/**
 * Whether words at an end of a line, which are older than what carried the rest of it to another, were
 * not known to who did: all behind some place was split off, or a move or split was undone, which takes
 * away all that who did it had written in the line.
 */
function isLeftBehind(
  line: StandingLine,
  target: StandingLine,
  pieces: readonly Piece[],
  isAtEnd: boolean,
): boolean {
  if (isAtEnd && splitFrom(target).some((id) => idsOf(line).includes(id))) return true
  const [own, others] = [idsOf(line), idsOf(target)]
  const isUndone = [...own, ...splitFrom(line)].some((id) => others.includes(id))
  const maker = elementOf(line)?._item?.id.client
  return isUndone && pieces.every(({ at, units }) => at === null || units.client !== maker)
}

function elementOf({ texts }: StandingLine): Y.XmlElement | null {
  const parent = texts[0]?.parent
  return parent instanceof Y.XmlElement ? parent : null
}

/** Of its line and the point around it. */
function idsOf(line: StandingLine): string[] {
  return valuesOf(line, 'id')
}

function splitFrom(line: StandingLine): string[] {
  return valuesOf(line, 'splitFrom')
}

/** All that an attribute of a line and of the point that it begins has ever said. */
function valuesOf(line: StandingLine, name: string): string[] {
  const own = elementOf(line)
  const around =
    own?.parent instanceof Y.XmlElement && own.parent.get(0) === own ? own.parent : null
  return [own, around].flatMap((element) => {
    const values: string[] = []
    for (let item = element?._map.get(name) ?? null; item; item = item.left) {
      const value: unknown = item.content.getContent().at(-1)
      if (typeof value === 'string') values.push(value)
    }
    return values
  })
}

/** Where words belong: behind the nearest that went before them, else before the nearest behind them. */
function placeOfNeighbours(
  places: CarriedPlaces,
  pieces: readonly Piece[],
  { from, to }: Range,
  carriedWith: number,
): PlaceInLine | null {
  const isWith = ({ goneWith }: Piece) => goneWith === carriedWith
  for (const { units } of pieces.slice(0, from).filter(isWith).toReversed()) {
    for (let offset = units.length - 1; offset >= 0; offset--) {
      const place = places.of({ client: units.client, clock: units.clock + offset })
      if (place) return { ...place, at: place.at + 1 }
    }
  }
  for (const { units } of pieces.slice(to).filter(isWith)) {
    for (let offset = 0; offset < units.length; offset++) {
      const place = places.of({ client: units.client, clock: units.clock + offset })
      if (place) return place
    }
  }
  return null
}
