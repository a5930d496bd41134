import type { Measure } from '#app/measures/measure.ts'
import { quoteOf } from '#app/measures/anchor.ts'
import { carry } from '#app/text/anchor.ts'
import { nowhere, type Placement } from '#app/text/anchor-placement.ts'
import type { Database } from '#db/client.server.ts'
import { findLiveStates, findText, findTextAt } from '#db/documents.server.ts'
import { findOpenNotes, type KeptNote } from '#db/word.server.ts'
import type { ElementPlace } from '#app/measures/anchor.ts'

/** A note from a Word document, and where the words that it is about stand in the draft now. */
export interface NoteView extends Pick<
  KeptNote,
  'id' | 'kind' | 'author' | 'text' | 'before' | 'after' | 'wording' | 'answers' | 'isResolved'
> {
  statedAt: string | null
  quote: string
  condition: Placement['condition']
  /** Where it stands in the draft now; null for the whole, and where it is not sure. */
  place: ElementPlace | null
  /** Whether its wording can be taken into the draft: the words that it is for are there as they were. */
  canBeTakenUp: boolean
}

/** What was said in Word documents that were brought into the draft, and is not settled. */
export async function findNotes(db: Database, { id, documentId }: Measure): Promise<NoteView[]> {
  const notes = documentId === null ? [] : await findOpenNotes(db, id)
  const draft = documentId !== null && notes.length > 0 ? await findText(db, documentId) : null
  if (documentId === null || !draft) return []
  const views: NoteView[] = []
  for (const seq of new Set(notes.map((note) => note.documentSeq))) {
    const own = notes.filter((note) => note.documentSeq === seq)
    const before = await findTextAt(db, documentId, seq)
    const live = await findLiveStates(db, documentId, seq, draft.seq)
    const anchors = own.map(({ anchor }) => anchor)
    const placements = before
      ? carry(anchors, before, draft.content, live)
      : // What it was said about was withheld.
        anchors.map((): Placement => ({ ...nowhere, condition: 'unsure' }))
    for (const [place, note] of own.entries()) {
      const placement = placements[place]
      if (placement) views.push(viewOf(note, placement))
    }
  }
  return views
}

function viewOf(note: KeptNote, { condition, elementId, from, to }: Placement): NoteView {
  const { id, kind, author, statedAt, text, before, after, wording, answers, isResolved } = note
  const isThere = condition === 'exact' || condition === 'moved'
  const isPlaced = isThere || condition === 'text-changed'
  return {
    id,
    kind,
    author,
    text,
    before,
    after,
    wording,
    answers,
    isResolved,
    statedAt: statedAt?.toISOString() ?? null,
    quote: quoteOf(note.anchor),
    condition,
    place: isPlaced && elementId !== null ? { elementId, from, to } : null,
    canBeTakenUp: wording !== null && isThere,
  }
}
