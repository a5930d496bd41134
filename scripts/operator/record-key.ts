/**
 * The key that checkpoints of the record are signed with. `npm run record-key -- --new`: the first one.
 * `-- --rotate`: another one, for which the one so far vouches. `-- --lost "why"`: another one, where the one so
 * far is gone or in wrong hands; whoever verifies is told. Without an option: which keys there were.
 */
import { parseArgs } from 'node:util'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { siteOf } from '#app/http/host.server.ts'
import { newSigner, writeVerifier, type Signer } from '#app/proof/signed-note.ts'
import { keepRecordKey, readRecordKey, recordName } from '#app/record-keeper.server.ts'
import { findRecordKeys } from '#db/record-keys.server.ts'
import { operate, Problem, type Opened } from './operate.ts'

const usage = 'usage: npm run record-key, with -- --new, --rotate or --lost "why" to introduce one'

type Task = { act: 'list' | 'new' | 'rotate' } | { act: 'lost'; reason: string }

operate(readArguments, async (task: Task, opened) => {
  const { database, settings } = opened
  const keys = await findRecordKeys(database.db)
  if (task.act === 'list') {
    const lines = keys.map(({ eventId, verifier, standing, reason }) =>
      [`event ${eventId}`, writeVerifier(verifier), standing, reason].join('  ').trimEnd(),
    )
    return lines.join('\n') || 'no key yet'
  }
  if (task.act === 'new' && keys.length > 0) throw new Problem('the record has a key: see --rotate')
  if (task.act !== 'new' && keys.length === 0) throw new Problem('the record has no key: see --new')
  if (task.act !== 'rotate')
    return introduce(opened, task.act === 'lost' ? { reason: task.reason } : {})
  const former = await readRecordKey(database.db, settings.recordKeyFile)
  if (!former)
    throw new Problem(`the key so far is not in ${settings.recordKeyFile}: without it, see --lost`)
  return introduce(opened, { former })
})

/** The key is on the disk before the record names it: what is named can always be used. */
async function introduce(
  { database: { db }, settings }: Opened,
  options: { former?: Signer; reason?: string },
): Promise<string> {
  const [origin] = siteOf(settings.publicOrigin, settings.port).origins
  const signer = newSigner(recordName(origin))
  await keepRecordKey(signer, settings.recordKeyFile).catch(({ code }: NodeJS.ErrnoException) => {
    throw new Problem(`RECORD_KEY_FILE ${settings.recordKeyFile} cannot be written (${code})`)
  })
  const introduced = await introduceRecordKey({ db }, signer, options)
  if (!introduced.ok) throw new Problem(`the key was not introduced: ${introduced.reason}`)
  return (
    `The record is signed with a new key, in ${settings.recordKeyFile}. Keep a copy of that file under ` +
    `lock, and tell everybody who verifies:\n\n  ${writeVerifier(signer)}`
  )
}

function readArguments(): Task {
  const { values } = parseArgs({
    options: { new: { type: 'boolean' }, rotate: { type: 'boolean' }, lost: { type: 'string' } },
    strict: false,
  })
  const { new: first, rotate, lost, ...others } = values
  const given = [first, rotate, lost].filter((value) => value !== undefined).length
  if (given > 1 || Object.keys(others).length > 0) throw new Problem(usage)
  if (first === true) return { act: 'new' }
  if (rotate === true) return { act: 'rotate' }
  if (lost === undefined) return { act: 'list' }
  if (typeof lost !== 'string' || lost.trim() === '' || lost.length > 500) throw new Problem(usage)
  return { act: 'lost', reason: lost.trim() }
}
