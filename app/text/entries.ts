import {
  childrenOf,
  countedNotes,
  entryPath,
  idOf,
  joinPath,
  letteredPoints,
  linesOf,
  logicOf,
  ownText,
  sectionOf,
  textAttribute,
  withIds,
  type Content,
  type ContentNode,
} from './content.ts'
import { activities, type Activity, type Logic, type NoteKind, type SectionKey } from './grammar.ts'

export interface Entry {
  readonly id: string
  readonly section: SectionKey
  /** As written; empty when none was given. */
  readonly code: string
  /** What names the entry in paths: its code, or `#2` for the second entry when it has none. */
  readonly path: string
  readonly heading: string
  readonly logic: Logic | null
  /** In words; null means all destinations outside the customs territory of the Union. */
  readonly destinations: string | null
  /** ISO date of the last day on which it applies, or null. */
  readonly expiry: string | null
  /** Export alone unless the entry says otherwise. */
  readonly activities: readonly Activity[]
  /** The lines that stand in the entry itself, those of lists and tables too: outside points and notes. */
  readonly text: string
  readonly points: readonly Point[]
  readonly notes: readonly Note[]
}

export interface Point {
  readonly id: string
  /** Its own letter or number: `5`. */
  readonly label: string
  /** From the code down: `3B801.f.5`; inside a note from the note down: `a.1`. */
  readonly path: string
  readonly logic: Logic | null
  readonly notUsed: boolean
  readonly text: string
  readonly points: readonly Point[]
  readonly notes: readonly Note[]
}

export interface Note {
  readonly id: string
  readonly kind: NoteKind
  /** Its place, from 1, among the notes of its kind that stand beside it. */
  readonly ordinal: number
  readonly text: string
  readonly points: readonly Point[]
}

/** The entries of a text in order, with points lettered and notes counted. */
export function entriesOf(content: Content): Entry[] {
  const entries: Entry[] = []
  for (const section of withIds(content).content ?? []) {
    const found = childrenOf(section, 'entry')
    for (const node of found) entries.push(readEntry(node, sectionOf(section), entries.length + 1))
  }
  return entries
}

function readEntry(node: ContentNode, section: SectionKey, place: number): Entry {
  const path = entryPath(node, place)
  const chosen = textAttribute(node, 'activities')?.split(' ') ?? ['export']
  return {
    id: idOf(node),
    section,
    code: textAttribute(node, 'code') ?? '',
    path,
    heading: linesOf(node, 'entryHeading'),
    logic: logicOf(node),
    destinations: textAttribute(node, 'destinations'),
    expiry: textAttribute(node, 'expiry'),
    activities: activities.filter((activity) => chosen.includes(activity)),
    text: ownText(node),
    points: readPoints(node, path, 0),
    notes: readNotes(node),
  }
}

function readPoints(parent: ContentNode, path: string, depth: number): Point[] {
  return letteredPoints(parent, depth).map(({ node, label }) => {
    const own = joinPath(path, label)
    return {
      id: idOf(node),
      label,
      path: own,
      logic: logicOf(node),
      notUsed: node.attrs?.notUsed === true,
      text: ownText(node),
      points: readPoints(node, own, depth + 1),
      notes: readNotes(node),
    }
  })
}

function readNotes(parent: ContentNode): Note[] {
  return countedNotes(parent).map(({ node, kind, ordinal }) => ({
    id: idOf(node),
    kind,
    ordinal,
    text: ownText(node),
    points: readPoints(node, '', 0),
  }))
}
