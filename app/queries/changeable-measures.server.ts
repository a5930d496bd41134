import { and, desc, eq, ne } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { measures } from '#db/schema/measures.ts'

/** What an amendment or a repeal of the actor's state can change: its adopted measures, newest first. */
export async function findChangeableMeasures({ db }: Deps, actor: Actor) {
  if (!isMemberState(actor.delegation)) return []
  return db
    .select({ id: measures.id, reference: measures.reference, title: measures.title })
    .from(measures)
    .where(
      and(
        eq(measures.owner, actor.delegation),
        eq(measures.stage, 'adopted'),
        ne(measures.kind, 'repeal'),
      ),
    )
    .orderBy(desc(measures.changedAt))
}
