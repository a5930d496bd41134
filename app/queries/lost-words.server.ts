import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import { doubledWords } from '#app/text/doubled-words.ts'
import { nearestSurvivor, placeInMoved } from '#app/text/lost-places.ts'
import { strandedWords, type Stranded } from '#app/text/stranded-words.ts'
import { struckWords } from '#app/text/struck-words.ts'
import { standingLines } from '#app/text/standing-lines.ts'
import type { Lost } from '#app/text/word-history.ts'
import { readSignaturesOf, type Signature } from '#db/document-histories.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import type { WordHistories } from '#db/word-histories.server.ts'
import type { LostWords, StrandedWords, StruckWords } from './lost-words.ts'
import { findFile } from './file-page.server.ts'

/**
 * What lost its place in a draft because two people wrote at the same moment: words whose line another
 * removed, those whose neighbours another carried to a new line, and tails that two split off at once.
 * It is read from the log, for those who may see the draft.
 */
export async function findLostWords(
  { db }: Deps,
  histories: WordHistories,
  actor: Actor,
  reference: string,
) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const permission = can(actor, 'see-draft', found.file)
  if (!permission.ok) return permission
  const { documentId } = found.measure
  const document = documentId && (await findDocument(db, documentId))
  if (!document) return refuse('not-in-this-stage')
  const history = await histories.read(db, document.id, document.head)
  const lines = standingLines(history.text)
  const lost = history.lost().map((one) => ({
    ...one,
    after: nearestSurvivor(one.run.parent),
    moved: placeInMoved(history, lines, one),
  }))
  const doubled = doubledWords(history)
  const stranded = strandedWords(history)
  const struck = struckWords(history)
  const updates = [
    ...lost.flatMap(({ insertedBy, lostWith }) => [insertedBy, lostWith]),
    ...stranded.map(({ insertedBy }) => insertedBy),
    ...struck.map(({ deletedBy }) => deletedBy),
  ]
  const signatures = await readSignaturesOf(db, document.id, updates)
  const hands = new Map(signatures.map((signature) => [signature.seq, signature]))
  const deleted = struck.map(({ deletedBy, ...one }) => ({
    ...one,
    key: `${deletedBy} ${one.elementId} ${one.from} ${one.words}`,
    by: hands.get(deletedBy)?.name ?? '',
  }))
  return {
    ok: true as const,
    lost: lost.map((one) => asShown(one, hands)),
    doubled,
    stranded: stranded.map((one) => asStranded(one, hands, deleted)),
    struck: deleted,
  }
}

function asShown(
  { run, insertedBy, lostWith, after, moved }: Lost & Pick<LostWords, 'after' | 'moved'>,
  hands: ReadonlyMap<number, Signature>,
): LostWords {
  const [first] = run.units
  const hand = hands.get(insertedBy)
  return {
    key: `${first?.client}-${first?.clock}`,
    words: run.words,
    by: hand?.name ?? '',
    at: (hands.get(lostWith)?.at ?? new Date(0)).toISOString(),
    after,
    moved,
    units: run.units,
  }
}

function asStranded(
  { elementId, from, to, words, first, insertedBy, belongs }: Stranded,
  hands: ReadonlyMap<number, Signature>,
  deleted: readonly StruckWords[],
): StrandedWords {
  const key = `${first.client}-${first.clock}`
  const by = hands.get(insertedBy)?.name ?? ''
  const isBeside = (one: StruckWords) =>
    one.elementId === belongs.elementId && (one.to === belongs.at || one.from === belongs.at)
  const replaces = deleted.find((one) => isBeside(one) && one.by === by) ?? null
  return { key, elementId, from, to, words, belongs, by, replaces }
}
