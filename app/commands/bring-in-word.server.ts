import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { AnchorText } from '#app/text/anchor-text.ts'
import { sectionOf, type Content } from '#app/text/content.ts'
import { isBlankSection, putIntoSections } from '#app/text/live-sections.ts'
import { type Anchored, anchorAt, theWhole } from '#app/measures/anchor.ts'
import { type BringIn, longestAuthor, longestNote, modesFor } from '#app/measures/brought-in.ts'
import type { EventOf } from '#app/measures/events.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { notesOf, type WordNote } from '#app/word/notes.ts'
import { placeAt } from '#app/word/place-at.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import { appendServerEdit, freezeDraft, textAt } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import { findUpload, forgetUpload } from '#db/word.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

type Notes = EventOf<'word-brought-in'>['notes']

/**
 * Puts what was read of a Word document into the draft, as an edit of the person who says so, and its
 * comments and tracked changes beside it as notes of the house. Words of the draft give way only where
 * that was chosen on a page that showed them: a draft that was written on since is refused.
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
      if (!upload || upload.versionId !== null) return refuse('not-found')

      // The document stays locked from here: nobody writes between the look and the edit.
      const draft = await freezeDraft(tx, measure.documentId)
      const isSeen = mode === 'append' || draft.seq === seq
      if (!isSeen || !modesFor(draft.content).includes(mode)) return refuse('draft-changed')
      const { content } = upload.document
      const edit = await appendServerEdit(tx, actor, measure.documentId, (text) =>
        putIntoSections(text, content, { replaces: mode === 'replace' }),
      )
      if (!edit.ok) return edit
      await record(tx, actor, measure, [
        {
          type: 'word-brought-in',
          importId: upload.id,
          name: upload.name,
          sha256: upload.sha256,
          mode,
          sections: sectionsIn(content),
          documentSeq: edit.seq,
          notes: keptNotes(upload.document, await textAt(tx, measure.documentId, edit.seq)),
        },
      ])
      await forgetUpload(tx, upload.id)
      return { ok: true }
    },
  )
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
    author: note.author.slice(0, longestAuthor),
    statedAt: note.at,
    text: note.text.slice(0, longestNote),
    before: note.before.slice(0, longestNote),
    after: note.after.slice(0, longestNote),
    wording: note.wording !== null && note.wording.length <= longestNote ? note.wording : null,
    answers: note.answers === null ? null : (ids[note.answers] ?? null),
    isResolved: note.isResolved,
  }))
}

/** On the whole where it has no place of its own: never dropped. */
function anchorOf(text: AnchorText, { place }: WordNote): Anchored {
  return anchorAt(text.elements, text.plain, placeAt(text, place)) ?? theWhole
}
