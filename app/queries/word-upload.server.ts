import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { isOfDraft, newNotesIn } from '#app/commands/notes-in.server.ts'
import { modesFor } from '#app/measures/brought-in.ts'
import { refuse } from '#app/measures/refusals.ts'
import { plainText, sectionOf } from '#app/text/content.ts'
import { isBlankSection } from '#app/text/live-sections.ts'
import { findText } from '#db/documents.server.ts'
import { findUpload } from '#db/word.server.ts'
import { findFile } from './file-page.server.ts'

/** Whether a Word document may be brought into the draft of a file, for the page that takes one. */
export async function findBringingIn(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const permission = can(actor, 'write-draft', found.file)
  if (!permission.ok) return permission
  if (!found.measure.documentId) return refuse('not-in-this-stage')
  return { ok: true as const, reference: found.measure.reference }
}

/** What would come in of a Word document that this person sent, and what may become of the draft's words. */
export async function findWordUpload(deps: Deps, actor: Actor, reference: string, id: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'write-draft', file)
  if (!permission.ok) return permission
  const upload = await findUpload(deps.db, {
    id,
    measureId: measure.id,
    personId: actor.personId,
  })
  const draft = measure.documentId ? await findText(deps.db, measure.documentId) : null
  if (!upload || upload.versionId !== null || upload.language !== null || !draft)
    return refuse('not-found')
  const { content, comments, proposals, notTaken } = upload.document
  const isOwn = isOfDraft(measure, upload.document)
  const plain = plainText(content)
  const coming = (content.content ?? []).filter((section) => !isBlankSection(section))
  const there = (draft.content.content ?? []).filter((section) => !isBlankSection(section))
  const keys = new Set(coming.map(sectionOf))
  return {
    ok: true as const,
    reference: measure.reference,
    name: upload.name,
    content,
    sections: [...keys],
    notTaken,
    comments: comments.map(({ id, author, at, text, answers, isResolved, place }) => ({
      id,
      author,
      at,
      text,
      isAnswer: answers !== null,
      isResolved,
      quote: place ? plain.slice(place.from, place.to) : '',
    })),
    proposals: proposals.map(({ author, at, before, after, isMove }) => ({
      author,
      at,
      before,
      after,
      isMove,
    })),
    modes: modesFor(draft.content, { isOwn }),
    /** Of a document that was taken from this draft: how many notes of it are new. */
    newNotes: isOwn
      ? (await newNotesIn(deps.db, measure, upload.document, draft.content)).length
      : null,
    /** Sections of the draft whose words would go, were they replaced. */
    replaced: there.map(sectionOf).filter((key) => keys.has(key)),
    seq: draft.seq,
  }
}
