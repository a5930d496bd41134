import { asc, inArray } from 'drizzle-orm'
import { eventSchema } from '#app/measures/events.ts'
import type { Database, Tx } from './client.server.ts'
import { events } from './schema/record.ts'

/** What stands where words were withheld, as the record says it: SHA-256 by what it stands for. */
export interface Stubs {
  /** By the number of the act. */
  acts: ReadonlyMap<number, string>
  /** By the hash of what was frozen or packed. */
  texts: ReadonlyMap<string, string>
  packs: ReadonlyMap<string, string>
  manifests: ReadonlyMap<string, string>
}

/** Of all that is withheld or purged now. What was restored is again what it was before. */
export async function findStubs(db: Database | Tx): Promise<Stubs> {
  const rows = await db
    .select({ content: events.content })
    .from(events)
    .where(inArray(events.type, ['content-withheld', 'withheld-restored']))
    .orderBy(asc(events.id))
  const told = rows.map(({ content }) => eventSchema.parse(JSON.parse(content)))
  const restored = new Set(
    told.flatMap((event) => (event.type === 'withheld-restored' ? [event.withholdingId] : [])),
  )
  const acts = new Map<number, string>()
  const texts = new Map<string, string>()
  const packs = new Map<string, string>()
  const manifests = new Map<string, string>()
  for (const event of told) {
    if (event.type !== 'content-withheld' || restored.has(event.withholdingId)) continue
    for (const { eventId, stub } of event.acts) acts.set(eventId, stub)
    for (const { sha256, stub } of event.texts) texts.set(sha256, stub)
    for (const { sha256, stub } of event.packs) packs.set(sha256, stub)
    for (const { sha256, stub } of event.manifests) manifests.set(sha256, stub)
  }
  return { acts, texts, packs, manifests }
}
