import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findText } from '#db/documents.server.ts'
import { findLanguage } from '#db/files.server.ts'
import { findFile } from './file-page.server.ts'
import { findNotes } from './word-notes.server.ts'

/** The draft of a file as it is committed now, for those who may see it. */
export async function findDraftText(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'see-draft', file)
  if (!permission.ok) return permission
  if (!measure.documentId) return refuse('not-in-this-stage')
  const [text, language, notes] = await Promise.all([
    findText(deps.db, measure.documentId),
    findLanguage(deps.db, measure.id),
    findNotes(deps.db, measure),
  ])
  if (!text) return refuse('not-in-this-stage')
  const { title, marking } = measure.details
  return {
    ok: true as const,
    draft: {
      reference,
      owner: measure.owner,
      delegation: actor.delegation,
      title,
      marking,
      language,
      content: text.content,
      /** What came out of Word and is not settled. */
      notes,
    },
  }
}

export type DraftText = Extract<Awaited<ReturnType<typeof findDraftText>>, { ok: true }>['draft']
