import { json } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { isRefusedRows, receiveLanguageText } from '#app/commands/receive-language-text.server.ts'
import type { FormState } from '#app/components/form-state.ts'
import type { LanguageList } from '#app/queries/language-list.server.ts'
import type { RowFault } from '#app/text/entry-table.ts'
import type { AppContext } from './context.ts'
import { refusedForm } from './refusal.server.ts'
import { readOwnWords, sentFile } from './word-upload.server.ts'

/** A form that was refused, with the rows of a table that do not belong. */
export type LanguageFormState = FormState & { faults?: readonly RowFault[] }

type Uploaded =
  | { ok: true; uploadId: string }
  | { ok: false; response: ReturnType<typeof json<LanguageFormState>> }

/** Reads the form that sends a text of a list in a language, a Word document in a thread of its own. */
export async function takeLanguageUpload(
  { deps, readWord }: Pick<AppContext, 'deps' | 'readWord'>,
  actor: Actor,
  place: LanguageList,
  form: FormData,
): Promise<Uploaded> {
  const file = form.get('file')
  const sent = file instanceof File && file.size > 0 ? await sentFile(file) : null
  const received = await receiveLanguageText(deps, readWord, actor, place, readOwnWords, sent)
  if (received.ok) return received
  if (!isRefusedRows(received)) return { ok: false, response: refusedForm(received, {}) }
  const state = { errors: { file: 'languages.rows-refused' as const }, faults: received.faults }
  return { ok: false, response: json<LanguageFormState>(state, { status: 422 }) }
}
