import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { AnchorText } from '#app/text/anchor-text.ts'
import { sectionOf, type Content } from '#app/text/content.ts'
import { isBlankSection, putIntoSections } from '#app/text/live-sections.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import { type Anchored, anchorAt, theWhole } from '#app/measures/anchor.ts'
import {
  type BringIn,
  type BringMode,
  longestAuthor,
  longestNote,
  modesFor,
} from '#app/measures/brought-in.ts'
import type { EventOf } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { notesOf, type WordNote } from '#app/word/notes.ts'
import { placeAt } from '#app/word/place-at.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { Tx } from '#db/client.server.ts'
import { appendServerEdit, freezeDraft, textAt } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import { findUpload, forgetUpload } from '#db/word.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'
import { followCodes } from './follow-codes.server.ts'
import { isOfDraft, newNotesIn } from './notes-in.server.ts'
import { once } from './once.server.ts'

type Notes = EventOf<'word-brought-in'>['notes']

/**
 * Puts what was read of a Word document into the draft, as an edit of the person who says so, and its
 * comments and tracked changes beside it as notes of the house; of a document that was taken from the
 * draft, these alone. Words of the draft give way only where that was chosen on a page that showed
 * them: a draft that was written on since is refused.
 */
export function bringInWord(
  { db }: Deps,
  actor: Actor,
  reference: string,
  uploadId: string,
  { key, mode, seq }: BringIn,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'bring-in-word', content: { reference, uploadId, mode } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockToChange(tx, actor, reference, 'write-draft')
      if (!locked.ok) return locked
      const { measure } = locked
      if (!measure.documentId) return refuse('not-in-this-stage')
      const upload = await findUpload(tx, {
        id: uploadId,
        measureId: measure.id,
        personId: actor.personId,
      })
      if (!upload || upload.versionId !== null || upload.language !== null)
        return refuse('not-found')

      // The document stays locked from here: nobody writes between the look and the edit.
      const draft = await freezeDraft(tx, measure.documentId)
      const isSeen = mode === 'append' || mode === 'notes' || draft.seq === seq
      const isOwn = isOfDraft(measure, upload.document)
      if (!isSeen || !modesFor(draft.content, { isOwn }).includes(mode))
        return refuse('draft-changed')
      const put =
        mode === 'notes'
          ? await putNotes(tx, measure, upload.document, draft)
          : await putText(tx, actor, measure, { document: upload.document, draft, mode })
      if (!put.ok) return put
      await record(tx, actor, measure, [
        {
          type: 'word-brought-in',
          importId: upload.id,
          name: upload.name,
          sha256: upload.sha256,
          mode,
          sections: put.sections,
          documentSeq: put.seq,
          notes: put.notes,
        },
      ])
      await forgetUpload(tx, upload.id)
      return { ok: true }
    },
  )
}

interface Frozen {
  readonly content: Content
  readonly seq: number
}

interface Put {
  sections: string[]
  /** Of the draft in which the notes have their places. */
  seq: number
  notes: Notes
}

async function putText(
  tx: Tx,
  actor: Actor,
  { documentId, owner }: Measure,
  { document, draft, mode }: { document: WordDocument; draft: Frozen; mode: BringMode },
): Promise<Result<Put>> {
  if (!documentId) return refuse('not-in-this-stage')
  const { content } = document
  const edit = await appendServerEdit(tx, actor, documentId, (text) =>
    putIntoSections(text, content, { replaces: mode === 'replace' }),
  )
  if (!edit.ok) return edit
  await followCodes(tx, actor, { documentId, owner }, draft.content)
  const { seq } = edit
  const notes = keptNotes(document, await textAt(tx, documentId, seq))
  return { ok: true, sections: sectionsIn(content), seq, notes }
}

/** The draft stays as it is: what was said in a document of its own comes beside it. */
async function putNotes(
  tx: Tx,
  measure: Measure,
  document: WordDocument,
  { content, seq }: Frozen,
): Promise<Result<Put>> {
  const notes = await newNotesIn(tx, measure, document, content)
  return notes.length === 0 ? refuse('nothing-in-it') : { ok: true, sections: [], seq, notes }
}

export function sectionsIn(content: Content): string[] {
  return (content.content ?? []).filter((node) => !isBlankSection(node)).map(sectionOf)
}

function keptNotes(document: WordDocument, draft: Content): Notes {
  const text = new AnchorText(draft)
  const notes = notesOf(document, draft)
  const ids = notes.map(() => randomUUID())
  return notes.map((note, place) => ({
    noteId: ids[place] ?? randomUUID(),
    kind: note.kind,
    anchor: anchorOf(text, note).anchor,
    author: wholeCharacters(note.author, longestAuthor),
    statedAt: note.at,
    text: wholeCharacters(note.text, longestNote),
    before: wholeCharacters(note.before, longestNote),
    after: wholeCharacters(note.after, longestNote),
    wording: note.wording !== null && note.wording.length <= longestNote ? note.wording : null,
    answers: note.answers === null ? null : (ids[note.answers] ?? null),
    isResolved: note.isResolved,
  }))
}

/** On the whole where it has no place of its own: never dropped. */
function anchorOf(text: AnchorText, { place }: WordNote): Anchored {
  return anchorAt(text.elements, text.plain, placeAt(text, place)) ?? theWhole
}
