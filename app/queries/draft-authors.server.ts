import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { momentOf, type WrittenRun } from '#app/text/text-moment.ts'
import type { Database } from '#db/client.server.ts'
import { findWriters, readSignedHistory, type Writer } from '#db/document-histories.server.ts'
import type { Stretch, Stretches } from '#app/text/stretches.ts'
import { findDocument } from '#db/document-log.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { WordHistories } from '#db/word-histories.server.ts'
import { type Moment, momentsOf } from './draft-moments.ts'
import { findFile } from './file-page.server.ts'
import { roomsOf } from './file-rooms.server.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'

/** Who did something to a text, and when. */
export interface Hand {
  name: string
  office: string | null
  delegation: DelegationCode
  at: string
}

/** Words of one hand; `deletedBy`: they were gone by the moment that is shown. */
export interface AuthoredRun {
  words: string
  writtenBy: Hand | null
  deletedBy: Hand | null
}

export interface AuthoredPassage {
  /** Null where the whole passage was gone by then. */
  name: PlaceName | null
  /** Others of its words stand elsewhere by then. */
  isMoved: boolean
  runs: AuthoredRun[]
}

/** The updates of a log start at 1: an empty text is shown at 0. */
const beginning = 0

/**
 * A draft as it stood after update `asked` of its log, or now: passage by passage, who wrote each run of
 * words, and who had deleted what was gone by then. For those who may see the draft.
 */
export async function findDraftAuthors(
  { db }: Deps,
  histories: WordHistories,
  actor: Actor,
  reference: string,
  asked: number | null = null,
) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'see-draft', file)
  if (!permission.ok) return permission
  const document = measure.documentId && (await findDocument(db, measure.documentId))
  if (!document) return refuse('not-in-this-stage')
  const seq = Math.min(asked ?? document.head, document.head)
  const [{ history, signed }, origins, frozen] = await Promise.all([
    readSignedHistory(db, document.id, document.head),
    histories.read(db, document.id, document.head),
    findFrozen(db, measure),
  ])
  const stretches = signed.upTo(document.head)
  const writers = await findWriters(
    db,
    stretches.map(({ personId }) => personId),
  )
  return {
    ok: true as const,
    page: {
      reference: measure.reference,
      owner: measure.owner,
      title: measure.details.title,
      rooms: roomsOf(actor, measure),
      seq: Math.max(seq, beginning),
      shownAt: shownAt(signed.at(seq)),
      moments: momentsOf(stretches, writers, frozen),
      passages: momentOf(history, seq, origins).map(
        ({ element, isMoved, runs }): AuthoredPassage => ({
          name: element && placeNameOf(element),
          isMoved,
          runs: gathered(runs, signed, writers),
        }),
      ),
    },
  }
}

export type DraftAuthors = Extract<
  Awaited<ReturnType<typeof findDraftAuthors>>,
  { ok: true }
>['page']
export type { Moment }

/** At which update of the log each version was frozen. */
async function findFrozen(db: Database, measure: Measure): Promise<Map<number, number>> {
  const texts = await Promise.all(
    measure.versions.map(async (version) => ({
      number: version.number,
      seq: (await getVersionText(db, version)).documentSeq,
    })),
  )
  return new Map(texts.flatMap(({ seq, number }) => (seq === null ? [] : [[seq, number]])))
}

/** Words of the same people on the same day are one run, however often they were saved in between. */
function gathered(
  runs: readonly WrittenRun[],
  signed: Stretches,
  writers: ReadonlyMap<string, Writer>,
): AuthoredRun[] {
  const result: AuthoredRun[] = []
  const handOf = handsOf(writers)
  let before: { writer: Stretch | null; deleter: Stretch | null; isGone: boolean } | null = null
  for (const { words, writtenBy, deletedBy } of runs) {
    const isGone = deletedBy !== null
    const by = { writer: signed.at(writtenBy), deleter: signed.at(deletedBy ?? -1), isGone }
    const last = result.at(-1)
    const isOne =
      before?.isGone === isGone &&
      isSameDay(before.writer, by.writer) &&
      isSameDay(before.deleter, by.deleter)
    if (last && isOne) last.words += words
    else {
      result.push({ words, writtenBy: handOf(by.writer), deletedBy: handOf(by.deleter) })
      before = by
    }
  }
  return result
}

function shownAt(stretch: Stretch | null): string | null {
  return stretch && new Date(stretch.began).toISOString()
}

/** Of one person; days are those of UTC. */
function isSameDay(one: Stretch | null, other: Stretch | null): boolean {
  return one?.personId === other?.personId && dayOf(one) === dayOf(other)
}

function dayOf(stretch: Stretch | null): number | null {
  return stretch && Math.floor(stretch.began / 86_400_000)
}

/** Many runs are of one stretch: its hand is made once. */
function handsOf(writers: ReadonlyMap<string, Writer>) {
  const made = new Map<Stretch, Hand | null>()
  return (stretch: Stretch | null): Hand | null => {
    if (!stretch) return null
    const known = made.get(stretch)
    if (known !== undefined) return known
    const { personId, delegation, began } = stretch
    const writer = writers.get(personId)
    const hand = writer ? { ...writer, delegation, at: new Date(began).toISOString() } : null
    made.set(stretch, hand)
    return hand
  }
}
