import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { mail } from '#db/schema/post.ts'
import { keepText } from '#db/version-texts.server.ts'
import type { Scene } from '#tests/commands/scene.ts'
import { gazetted, inForce, item, list } from './adopted-list.ts'

/** Words that stand somewhere in what is recorded, and may stand in no mail. */
export const planted = 'Zwaluwstaart'

/** The mail that tells of a kind of act in a file, in protocol order of those who get it. */
export async function mailsOf({ deps }: Scene, reference: string, act: string) {
  const rows = await deps.db.select().from(mail).where(eq(mail.reference, reference))
  return rows
    .filter((row) => row.act === act)
    .sort((a, b) => delegationCodes.indexOf(a.delegation) - delegationCodes.indexOf(b.delegation))
}

export async function addresseesOf(scene: Scene, reference: string, act: string) {
  return (await mailsOf(scene, reference, act)).map(({ delegation }) => delegation)
}

export async function measureOf({ deps }: Scene, reference: string) {
  const found = await findMeasureByReference(deps.db, reference)
  if (!found) throw new Error(`no file ${reference}`)
  return found
}

/** Adopts a list of one entry; it is in the gazette and in force. */
export async function adopt(scene: Scene, representative: Actor, reference: string) {
  const content = list(item('e1', '3B801', planted))
  const sha256 = await scene.deps.db.transaction((tx) => keepText(tx, content))
  const number = (await scene.versions(reference)).length + 1
  await scene.happen(representative, reference, {
    type: 'adoption-recorded',
    versionId: randomUUID(),
    number,
    sha256,
    language: 'en',
    documentSeq: 1,
    actTitle: planted,
    actNumber: planted,
    adoptedOn: '2026-01-15',
    comparedWith: null,
  })
  await scene.happen(representative, reference, gazetted, inForce('2026-02-01'))
}
