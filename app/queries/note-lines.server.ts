import { inArray } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { NoteLine } from '#app/measures/information-note.ts'
import type { Day, Measure } from '#app/measures/measure.ts'
import { checkContent } from '#app/text/check.ts'
import { childrenOf, lineOf, plainText, sectionOf } from '#app/text/content.ts'
import { type Adoption, selectAdoptions } from '#db/adoptions.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { isListCompiled } from '#db/compilations.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { findFamily } from '#db/entries.server.ts'
import { findVersionText } from '#db/version-texts.server.ts'
import { adoptions } from '#db/schema/measures.ts'

/**
 * What a note of a day would say of measures now, by state in protocol order and then as they are given, as far as
 * this person may know of them: an amendment that nobody told them of is in no line.
 */
export async function noteLinesOf(
  db: Database | Tx,
  actor: Actor,
  measureIds: readonly string[],
  on: Day,
): Promise<NoteLine[]> {
  const found = await findVisible(db, actor, measureIds)
  const lines: NoteLine[] = []
  for (const id of measureIds) {
    const measure = found.get(id)
    const line = measure && (await lineFor(db, actor, measure, on))
    if (line) lines.push(line)
  }
  const order = inProtocolOrder(lines.map(({ owner }) => owner))
  return lines.toSorted((a, b) => order.indexOf(a.owner) - order.indexOf(b.owner))
}

async function lineFor(
  db: Database | Tx,
  actor: Actor,
  measure: Measure,
  on: Day,
): Promise<NoteLine | null> {
  const family = [...(await findVisible(db, actor, await findFamily(db, measure.id))).keys()]
  const acts = await selectAdoptions(db).where(inArray(adoptions.measureId, family))
  const own = acts.find(({ measureId }) => measureId === measure.id)
  if (!own) return null
  const amending = acts
    .filter((act) => act !== own)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  const { kind, title, gazette, gazetteReference, gazetteUrl, gazettedOn } = own
  const isList = kind === 'national-control-list'
  return {
    measureId: measure.id,
    reference: measure.reference,
    owner: measure.owner,
    kind,
    title,
    ...actOf(own),
    gazette,
    gazetteReference,
    gazetteUrl,
    gazettedOn,
    until: own.repealedOn ?? own.expiredOn,
    scope: isList ? '' : await scopeOf(db, own),
    isOutsideCompilation: isList && !(await isListCompiled(db, measure.id, on)),
    amendments: amending.map((act) => ({ measureId: act.measureId, ...actOf(act) })),
  }
}

function actOf({ actTitle, actNumber, adoptedOn, inForceOn }: Adoption) {
  return { actTitle, actNumber, adoptedOn, inForceOn }
}

/** What acts follow each other by. */
function dayOf({ adoptedOn, gazettedOn, inForceOn, recordedAt }: Adoption): string {
  return adoptedOn ?? gazettedOn ?? inForceOn ?? recordedAt.toISOString()
}

/** What the measure says of the items, which prepared it in no part: groups of goods without a code too. */
async function scopeOf(db: Database | Tx, { measureId, versionNumber }: Adoption): Promise<string> {
  const checked = checkContent(await findVersionText(db, measureId, versionNumber))
  if (!checked.ok) return ''
  const items = (checked.content.content ?? []).find((section) => sectionOf(section) === 'items')
  if (!items) return ''
  return (items.content ?? [])
    .flatMap((node) =>
      node.type === 'entry'
        ? childrenOf(node, 'entryHeading').map((heading) =>
            [node.attrs?.code, lineOf(heading)].filter(Boolean).join(' '),
          )
        : [plainText(node)],
    )
    .filter((line) => line.trim() !== '')
    .join('\n')
}

async function findVisible(
  db: Database | Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Measure>> {
  const found = await findMeasures(db, [...new Set(ids)])
  return new Map(
    found
      .filter((measure) => can(actor, 'see-file', fileSubject(measure)).ok)
      .map((measure) => [measure.id, measure]),
  )
}
