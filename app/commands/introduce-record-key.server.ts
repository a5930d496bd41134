import { refuse, type Result } from '#app/measures/refusals.ts'
import { readVerifier, signNote, writeVerifier, type Signer } from '#app/proof/signed-note.ts'
import { record } from '#db/record.server.ts'
import { findRecordKeys, signsNow } from '#db/record-keys.server.ts'
import type { Deps } from './deps.ts'

/**
 * The operator's: says in the record with which key its checkpoints are signed from here on. `former`: the key
 * so far, which vouches for the new one; without it, because it was lost, a reason has to be given, and
 * everybody who verifies is told that nobody vouches for the new one.
 */
export function introduceRecordKey(
  { db }: Deps,
  signer: Signer,
  { former = null, reason = '' }: { former?: Signer | null; reason?: string } = {},
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const last = (await findRecordKeys(tx)).at(-1)
    if (last && !former && reason === '') return refuse('reasons-needed')
    if (former && !signsNow(last, former)) return refuse('not-allowed')
    const verifier = writeVerifier(signer)
    if (!readVerifier(verifier)) throw new Error('a key whose name has spaces or plus signs')
    await record(tx, null, null, [
      {
        type: 'record-key-introduced',
        verifier,
        replaces: last ? writeVerifier(last.verifier) : null,
        endorsement: former && signNote(`${verifier}\n`, former),
        reason,
      },
    ])
    return { ok: true }
  })
}
