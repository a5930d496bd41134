/**
 * Carries the post: collects letters out of the outbox when they are due, and delivers them. It is
 * woken at the commit of what cannot wait, and looks by itself now and then, for digests and retries.
 * Every node runs one; the rows that they hold keep them apart.
 */
import type { Logger } from 'pino'
import { lastDigest, type TimeOfDay } from '#app/measures/mail-times.ts'
import type { Database, OpenDatabase } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { collectLetter, giveUp, lockDelivery, noteFailure, noteSent } from '#db/letters.server.ts'
import { mailChannel } from '#db/mail.server.ts'
import { composeMessage } from './compose.ts'
import type { Send } from './transport.server.ts'

export interface PostRound {
  /** When the digest of a day is made. */
  digestTime: TimeOfDay
  /** Where people reach the portal, for links. */
  origin: string
  /** Null: no mail server is set, and letters are shown on the page only. */
  send: Send | null
}

const lookEveryMs = 30_000

export async function startMailer(
  { db, sql }: OpenDatabase,
  round: PostRound,
  logger: Pick<Logger, 'error'>,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let isAsked = false
  let running: Promise<void> | null = null

  async function run() {
    while (isAsked && !stopping.signal.aborted) {
      isAsked = false
      await carryPost(db, round, stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.error({ err: error }, 'the post was not carried')
      })
    }
    running = null
  }
  function wake() {
    isAsked = true
    running ??= run()
  }

  // It is told again after a lost connection, and then looks for what it may have missed.
  const listening = await sql.listen(mailChannel, wake, wake)
  const timer = setInterval(wake, lookEveryMs)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      // Without its database there is nothing to listen to, and nothing that runs comes to an end.
      await Promise.allSettled([listening.unlisten(), running])
    },
  }
}

/** Everything that is due by the database's clock. */
export async function carryPost(
  db: Database,
  { digestTime, origin, send }: PostRound,
  signal: AbortSignal,
): Promise<void> {
  const { instant } = await databaseTime(db)
  const due = { lastDigest: lastDigest(instant, digestTime), isSent: send !== null }
  while (!signal.aborted && (await db.transaction((tx) => collectLetter(tx, due))));
  if (!send) return
  while (!signal.aborted && (await deliverNext(db, send, origin, signal)));
}

/**
 * The row is held while the mail server is spoken to: a node that dies sets it free, and no other
 * sends it meanwhile. False when there is nothing to deliver, or nobody to give it to.
 */
function deliverNext(
  db: Database,
  send: Send,
  origin: string,
  signal: AbortSignal,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx)
    if (!delivery) return false
    const { id, address, madeAt } = delivery
    if (!address) {
      await giveUp(tx, delivery, 'no address')
      return true
    }
    const message = composeMessage(delivery, origin)
    const failure = await failureOf(send({ id, to: address, date: madeAt, ...message }, signal))
    if (!failure) {
      await noteSent(tx, delivery)
      return true
    }
    // Interrupted by ourselves: no attempt was made.
    signal.throwIfAborted()
    await noteFailure(tx, delivery, failure.reason)
    return failure.isAboutLetter
  })
}

interface Failure {
  reason: string
  /** The mail server refused this letter. Else it is away, and the next ones need not be tried now. */
  isAboutLetter: boolean
}

async function failureOf(sending: Promise<void>): Promise<Failure | null> {
  try {
    await sending
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return { reason, isAboutLetter: code === 'EENVELOPE' || code === 'EMESSAGE' }
  }
}
