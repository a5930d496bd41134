import { setImmediate as turn } from 'node:timers/promises'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import { copyToRemove, nearestSurvivor } from '#app/text/lost-places.ts'
import { WordHistory, type Lost } from '#app/text/word-history.ts'
import { readSignatures, type Signature } from '#db/document-histories.server.ts'
import { findDocument, readUpdates, type LoggedUpdate } from '#db/document-log.server.ts'
import type { LostWords } from './lost-words.ts'
import { findFile } from './file-page.server.ts'

/** So many updates are replayed at once; others are served in between. */
const updatesAtOnce = 200

/**
 * What lost its place in a draft because two people wrote at the same moment: words whose line another
 * removed, and tails that two split off at once. It is read from the log, for those who may see the draft.
 */
export async function findLostWords({ db }: Deps, actor: Actor, reference: string) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const permission = can(actor, 'see-draft', found.file)
  if (!permission.ok) return permission
  const { documentId } = found.measure
  const document = documentId && (await findDocument(db, documentId))
  if (!document) return refuse('not-in-this-stage')
  const [log, signatures] = await Promise.all([
    readUpdates(db, document.id, 0, document.head),
    readSignatures(db, document.id, document.head),
  ])
  const history = await replayed(log)
  const hands = new Map(signatures.map((signature) => [signature.seq, signature]))
  return {
    ok: true as const,
    lost: history.lost().map((lost) => asShown(lost, hands)),
    doubled: history.doubled.flatMap((doubled) => copyToRemove(history.text, doubled) ?? []),
  }
}

async function replayed(log: readonly LoggedUpdate[]): Promise<WordHistory> {
  const history = new WordHistory()
  for (const [index, update] of log.entries()) {
    history.take(update)
    if (index % updatesAtOnce === updatesAtOnce - 1) await turn()
  }
  return history
}

function asShown(
  { run, insertedBy, lostWith }: Lost,
  hands: ReadonlyMap<number, Signature>,
): LostWords {
  const [first] = run.units
  const hand = hands.get(insertedBy)
  return {
    key: `${first?.client}-${first?.clock}`,
    words: run.words,
    by: hand?.name ?? '',
    at: (hands.get(lostWith)?.at ?? new Date(0)).toISOString(),
    after: nearestSurvivor(run.parent),
  }
}
