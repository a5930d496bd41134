import type { Actor } from '#app/access/actor.ts'
import { type Result, refuse } from '#app/measures/refusals.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import { keepSentForm, lockSentForm } from '#db/sent-forms.server.ts'

interface KeyedForm {
  /** Made with the form's page. */
  key: string
  act: string
  /** Everything in it that says what is to be recorded, and on what; not the revision it was made from. */
  content: object
}

/**
 * Does in one transaction what a form asks, once: whoever sends the same form again, as after a lost
 * answer, is told what they were told the first time (`again`). A used key with anything else in the
 * form is refused, never taken for it. What was refused has not used its key.
 */
export function once<Done extends object>(
  db: Database,
  { personId, delegation }: Actor,
  { key, act, content }: KeyedForm,
  again: (tx: Tx) => Result<Done> | Promise<Result<Done>>,
  perform: (tx: Tx) => Promise<Result<Done>>,
): Promise<Result<Done>> {
  const hash = digest(canonicalJson({ personId, delegation, act, content }))
  return db.transaction(async (tx) => {
    const known = await lockSentForm(tx, key)
    if (known !== null) return known === hash ? again(tx) : refuse('sent-before')
    const done = await perform(tx)
    if (done.ok) await keepSentForm(tx, key, hash)
    return done
  })
}

/** Nothing is recorded a second time. */
export const noEvents = () => ({ ok: true as const, events: [] })
