/** Keeps the proof of the record going: the key it is signed with, and a checkpoint now and then. */
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { newSigner, pemOf, readSigner, type Signer } from '#app/proof/signed-note.ts'
import { issueCheckpoint } from '#db/checkpoints.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findRecordKeys, signsNow } from '#db/record-keys.server.ts'

/** How long whoever wants to take a sealed record away waits at most. */
const everyMs = 60_000

/** What the record is called in its checkpoints: the host of the portal, and "record". */
export function recordName(origin: string): string {
  return `${new URL(origin).host}/record`
}

/** The key in a file, under the name that the record knows it by; null where there is none, or another. */
export async function readRecordKey(db: Database | Tx, file: string): Promise<Signer | null> {
  const last = (await findRecordKeys(db)).at(-1)
  const pem = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!last || pem === null) return null
  const signer = readSigner(last.verifier.name, pem)
  return signsNow(last, signer) ? signer : null
}

/** Writes a private key so that only this user reads it; the one that was there is kept beside it. */
export async function keepRecordKey(signer: Signer, file: string): Promise<void> {
  await rename(file, `${file}.${Date.now()}`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await writeFile(file, pemOf(signer), { mode: 0o600, flag: 'wx' })
  await chmod(file, 0o600)
}

/** In a demonstration the portal makes its first key itself; elsewhere the operator does. */
export async function makeFirstKey(tx: Tx, origin: string, file: string): Promise<void> {
  if ((await findRecordKeys(tx)).length > 0) return
  const signer = newSigner(recordName(origin))
  await keepRecordKey(signer, file)
  await introduceRecordKey({ db: tx }, signer)
}

/**
 * Signs a checkpoint at the start and every minute in which something happened. Every node may: the
 * first one does it.
 */
export function startRecordKeeper(
  db: Database,
  file: string,
  logger: Pick<Logger, 'error' | 'warn'>,
): { stop(): Promise<void> } {
  let hasWarned = false
  async function issue() {
    const signer = await readRecordKey(db, file)
    if (signer) await issueCheckpoint(db, signer)
    else if (!hasWarned) {
      hasWarned = true
      logger.warn({ file }, 'no checkpoints of the record are signed: its key is not in this file')
    }
  }
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running.then(issue).catch((error: unknown) => {
      logger.error({ err: error }, 'no checkpoint of the record was signed')
    })
    return running
  }
  void run()
  const timer = setInterval(() => void run(), everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
