import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { HandOver } from '#app/measures/language-inputs.ts'
import { completenessOf } from '#app/measures/language-package.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { nextManifest } from '#app/queries/language-package.server.ts'
import { keepManifest, manifestHash } from '#db/languages.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/**
 * Records that the language versions of the next compilation were handed over to the Publications
 * Office, as they stood on the page. With gaps it takes a reason, and stays what it is: not complete.
 */
export function handOverLanguages(
  { db }: Deps,
  actor: Actor,
  { key, manifest: seen, ...handed }: HandOver,
): Promise<Result<{ packageId: string }>> {
  return once(
    db,
    actor,
    { key, act: 'hand-over-languages', content: { seen, ...handed } },
    () => ({ ok: true, packageId: key }),
    async (tx) => {
      const permission = can(actor, 'use-commission-desk', null)
      if (!permission.ok) return permission
      const { today, manifest } = await nextManifest(tx, actor)
      if (manifest.entries.length === 0) return refuse('nothing-to-hand-over')
      if (manifestHash(manifest) !== seen) return refuse('text-changed')
      if (handed.handedOn > today) return refuse('date-in-the-future', 'handedOn')
      const { complete, gaps } = completenessOf(manifest)
      if (gaps.length > 0 && handed.reason === '') return refuse('gaps-left', 'reason')
      await record(tx, actor, null, [
        {
          type: 'language-package-handed-over',
          packageId: key,
          ...handed,
          manifestSha256: await keepManifest(tx, manifest),
          entries: manifest.entries.length,
          complete,
          gaps: gaps.map(({ language, missing, unchecked }) => ({ language, missing, unchecked })),
        },
      ])
      return { ok: true, packageId: key }
    },
  )
}
