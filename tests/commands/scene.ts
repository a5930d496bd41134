import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { carryThreads, recordCarried } from '#app/commands/carry-threads.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import type { Day } from '#app/measures/measure.ts'
import type { Role } from '#app/measures/roles.ts'
import type { Content } from '#app/text/content.ts'
import type { Database } from '#db/client.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { drawReference, findMeasureByReference } from '#db/measures.server.ts'
import { addPerson } from '#db/people.server.ts'
import { record } from '#db/record.server.ts'
import { delegations, roleGrants } from '#db/schema/people.ts'
import { events } from '#db/schema/record.ts'
import { keepText } from '#db/version-texts.server.ts'
import { freshDatabase } from '#tests/setup/database.ts'
import { scanners } from '#tests/text/sample.ts'

/** A database with delegations, in which people are added and files opened as a test needs them. */
export async function openScene() {
  const database = await freshDatabase()
  await database.db.transaction(loadDelegationsOffices)
  return { ...sceneIn(database.db), database, close: () => database.close() }
}

/** The same in a database that has its delegations. */
export function sceneIn(db: Database) {
  return {
    deps: { db },

    async person(
      delegation: DelegationCode,
      role: Role,
      more: Partial<Pick<Actor, 'draftersMayRelease' | 'chairOf'>> = {},
    ): Promise<Actor> {
      const id = randomUUID()
      const name = `${role}, ${delegation}`
      await db.transaction(async (tx) => {
        await addPerson(tx, { id, issuer: 'test', subject: id, name, delegation, officeId: null })
        await tx.insert(roleGrants).values({ personId: id, role, body: more.chairOf?.[0] ?? null })
        if (more.draftersMayRelease) {
          await tx
            .update(delegations)
            .set({ draftersMayRelease: true })
            .where(eq(delegations.code, delegation))
        }
      })
      return {
        personId: id,
        name,
        delegation,
        officeId: null,
        roles: [role],
        chairOf: [],
        draftersMayRelease: false,
        ...more,
      }
    },

    /** A role as the portal keeps it, for what asks the database and not the actor. */
    async grant({ personId }: Actor, role: Role) {
      const grantId = randomUUID()
      const validFrom = new Date(0).toISOString()
      await db.transaction((tx) =>
        record(tx, null, null, [
          {
            type: 'role-granted',
            grantId,
            personId,
            role,
            body: null,
            validFrom,
            validUntil: null,
          },
        ]),
      )
    },

    /** A file of the Netherlands in drafting, with nothing in its draft. */
    async file(actor: Actor): Promise<string> {
      const reference = await db.transaction((tx) => drawReference(tx, 'NL', 2026))
      const file: EventOf<'file-opened'> = {
        type: 'file-opened',
        measureId: randomUUID(),
        reference,
        owner: 'NL',
        kind: 'national-control-list',
        originalLanguage: 'nl',
        documentId: randomUUID(),
        changes: null,
        title: 'Advanced semiconductor manufacturing equipment',
        grounds: ['public-security'],
        marking: 'none',
        contact: '',
      }
      await db.transaction((tx) => record(tx, actor, null, [file]))
      return reference
    },

    async happen(actor: Actor | null, reference: string, ...happened: RecordedEvent[]) {
      await db.transaction(async (tx) => {
        const measure = await findMeasureByReference(tx, reference)
        await record(tx, actor, measure, happened)
      })
    },

    /** Shares a text as the next version of a file; gives its number. */
    async share(
      actor: Actor,
      reference: string,
      audience: Audience = { kind: 'all' },
      content: Content = scanners,
      commentsBy: Day | null = null,
    ): Promise<number> {
      return db.transaction(async (tx) => {
        const measure = await findMeasureByReference(tx, reference)
        if (!measure) throw new Error(`no file ${reference}`)
        const number = measure.versions.length + 1
        const shared: EventOf<'version-shared'> = {
          type: 'version-shared',
          versionId: randomUUID(),
          number,
          sha256: await keepText(tx, content),
          language: 'en',
          documentSeq: 0,
          audience,
          commentsBy,
          coverNote: '',
        }
        const carried = await carryThreads(tx, measure, [shared])
        await record(tx, actor, measure, [shared])
        await recordCarried(tx, measure, carried)
        return number
      })
    },

    async versions(reference: string) {
      return (await findMeasureByReference(db, reference))?.versions ?? []
    },

    /** The types of all acts on a file, in order. */
    async acts(reference: string): Promise<string[]> {
      const measure = await findMeasureByReference(db, reference)
      const rows = await db
        .select({ type: events.type, measureId: events.measureId })
        .from(events)
        .orderBy(asc(events.id))
      return rows.filter(({ measureId }) => measureId === measure?.id).map(({ type }) => type)
    },
  }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

/** A comment on the whole, as its form sends it, unless told otherwise. */
export function said(more: Partial<WriteComment> = {}): WriteComment {
  return {
    key: randomUUID(),
    thread: '',
    place: 'whole',
    element: '',
    supersedes: null,
    commentType: 'scope',
    isQuestion: false,
    body: 'The scope seems wider than the risk.',
    proposedWording: null,
    ...more,
  }
}
