/**
 * Where the notes of an entry stand that were written without a level. In Annex I a note stands after
 * the points of what it is a note to; which points have ended is known only when the next one comes.
 * Until then a note waits below the innermost open point.
 */

/** What is known of a note when it is written. */
export interface WaitingNote {
  /** What its title names, which is where it belongs. */
  readonly titled: Holder | null
  /** How many of the open points stand around what its words name; null where they name none. */
  readonly named: number | null
  /** How far inwards it stands, in twips; null where that is not known. */
  readonly indent: number | null
}

/** A point, by its order in the entry; null for the entry itself. */
export interface Holder {
  readonly point: number | null
}

export interface NotePlace {
  readonly within: Holder
  /** How many points stand around it. */
  readonly level: number
  /** It could as well stand elsewhere: somebody has to look at it. */
  readonly isUnsure: boolean
  /** What it names stands elsewhere or goes on below: it is to stand at the end of that. */
  readonly isMoved: boolean
}

interface Around {
  readonly order: number
  readonly indent: number | null
}

/**
 * The place of a note below open points, the outermost first, before a point at the depth `next`; null
 * at the end of the entry.
 */
export function placeOfNote(
  note: WaitingNote,
  open: readonly Around[],
  next: number | null,
): NotePlace {
  const inner = open.length
  const at = (level: number, isUnsure: boolean): NotePlace => ({
    within: { point: level === 0 ? null : (open[level - 1]?.order ?? null) },
    level,
    isUnsure,
    isMoved: false,
  })
  if (note.titled) {
    const { point } = note.titled
    const level = point === null ? 0 : open.findIndex(({ order }) => order === point) + 1
    const isHere = point === null || level > 0
    if (isHere && (next ?? 0) <= level) return at(level, false)
    return { within: note.titled, level, isUnsure: false, isMoved: true }
  }
  if (note.named !== null) {
    // What goes on below what it names would be cut off from that.
    const level = Math.min(Math.max(note.named, next ?? 0), inner)
    return at(level, level !== note.named)
  }
  // The points that have ended, and at the end of the entry also the entry.
  const least = next === null ? 0 : Math.min(next + 1, inner)
  if (least === inner) return at(inner, false)
  const told = levelByIndent(note, open)
  if (told !== null && told >= least) return at(told, false)
  return at(Math.max(inner - 1, least), true)
}

/** A note at the margin of the page says nothing: many are set there, whatever they are on. */
function levelByIndent({ indent }: WaitingNote, open: readonly Around[]): number | null {
  if (indent === null || indent <= sameIndent) return null
  const indents = open.map((point) => point.indent)
  if (indents.includes(null)) return null
  const inside = indents.filter((one) => one !== null && indent - one > sameIndent)
  return inside.length === 0 ? null : inside.length
}

/** Word sets levels further apart than this, in twips. */
export const sameIndent = 60
