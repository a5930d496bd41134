import type { json } from '@remix-run/node'
import type { Actor } from '#app/access/actor.ts'
import { receiveTranslation, receiveWord } from '#app/commands/receive-word.server.ts'
import type { FormState } from '#app/components/form-state.ts'
import { uploadWordInput } from '#app/measures/brought-in.ts'
import { uploadTranslationInput } from '#app/measures/translation-inputs.ts'
import { english } from '#app/messages/messages.ts'
import { logics, type SectionKey, sectionKeys } from '#app/text/grammar.ts'
import type { AppContext } from './context.ts'
import { readForm } from './form.server.ts'
import { refusedForm } from './refusal.server.ts'

/** The names under which a heading of a document begins a section. */
const sections: Readonly<Record<string, SectionKey>> = Object.fromEntries(
  sectionKeys.map((key) => [english[`text.section.${key}`].toLowerCase(), key]),
)

/** What Concert prints in its own documents, as `app/paper/blocks.ts` does. */
const ownWords = {
  withoutCode: english['text.entry-without-code'],
  logics: Object.fromEntries(
    logics.map((logic) => [english[`text.logic.${logic}`].toLowerCase(), logic]),
  ),
}

/** How a document of entries is read: one of ours says what it is. */
export const readOwnWords = { sections, section: 'items' as const, ownWords }

type Uploaded =
  | { ok: true; uploadId: string; number: number | null }
  | { ok: false; response: ReturnType<typeof json<FormState>> }

/** Reads the form that sends a Word document, and the document in a thread of its own. */
export async function takeWordUpload(
  { deps, readWord }: Pick<AppContext, 'deps' | 'readWord'>,
  actor: Actor,
  into: { reference: string; number: number | null },
  request: Request,
): Promise<Uploaded> {
  const form = await readForm(request, uploadWordInput)
  if (!form.ok) return form
  const sent = await sentFile(form.files.get('file'))
  const readAs = { sections, section: form.input.section, ownWords }
  const received = await receiveWord(deps, readWord, actor, into, readAs, sent)
  return received.ok ? received : { ok: false, response: refusedForm(received, form.values) }
}

type UploadedTranslation =
  | { ok: true; uploadId: string }
  | { ok: false; response: ReturnType<typeof json<FormState>> }

/** Likewise the form that sends a courtesy translation. */
export async function takeTranslationUpload(
  { deps, readWord }: Pick<AppContext, 'deps' | 'readWord'>,
  actor: Actor,
  version: { reference: string; number: number },
  request: Request,
): Promise<UploadedTranslation> {
  const form = await readForm(request, uploadTranslationInput)
  if (!form.ok) return form
  const sent = await sentFile(form.files.get('file'))
  const { language } = form.input
  const received = await receiveTranslation(
    deps,
    readWord,
    actor,
    version,
    language,
    readOwnWords,
    sent,
  )
  return received.ok ? received : { ok: false, response: refusedForm(received, form.values) }
}

export async function sentFile(file: File | undefined) {
  return file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null
}
