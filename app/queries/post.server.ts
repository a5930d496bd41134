import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { MailLine } from '#app/measures/mail-lines.ts'
import { nextDigest, type TimeOfDay } from '#app/measures/mail-times.ts'
import { findAddress } from '#db/addresses.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { getSettings } from '#db/delegations.server.ts'
import { countReaders } from '#db/letters.server.ts'
import { countGivenUp, findLetters, findWaiting } from '#db/mail-lines.server.ts'

const lettersOnPage = 20

/** What reached the mailboxes of one's own delegation, what waits, and how it is carried. */
export async function findPost(
  { db }: Deps,
  actor: Actor,
  { page, digestTime }: { page: number; digestTime: TimeOfDay },
) {
  const { delegation } = actor
  const permission = can(actor, 'see-post', { delegation })
  if (!permission.ok) return permission
  const { instant } = await databaseTime(db)
  const [received, waiting, settings, readers, givenUp, ownAddress] = await Promise.all([
    findLetters(db, delegation, { limit: lettersOnPage, offset: (page - 1) * lettersOnPage }),
    findWaiting(db, delegation),
    getSettings(db, delegation),
    countReaders(db, delegation),
    countGivenUp(db, delegation),
    findAddress(db, actor.personId),
  ])
  return {
    ok: true as const,
    post: {
      letters: received.letters.map(({ id, kind, madeAt, lines }) => ({
        id,
        kind,
        madeAt: madeAt.toISOString(),
        lines: lines.map(asShown),
      })),
      total: received.total,
      lettersOnPage,
      waiting: waiting.map(asShown),
      nextDigest: nextDigest(instant, digestTime).toISOString(),
      functionalMailbox: settings.functionalMailbox,
      readers,
      givenUp,
      ownAddress,
      may: { setMailbox: can(actor, 'manage-people', { delegation }).ok },
    },
  }
}

function asShown({ sender, reference, act, path, actedAt, count }: MailLine) {
  return { sender, reference, act, path, count, actedAt: actedAt.toISOString() }
}
