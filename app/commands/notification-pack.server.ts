import { delegationCodes } from '#app/measures/delegation-codes.ts'
import {
  type NotificationPack,
  type PackItem,
  particularsOf,
  publicSections,
} from '#app/measures/notification-pack.ts'
import {
  type Measure,
  type NotificationArticle,
  notificationAddressees,
} from '#app/measures/measure.ts'
import { checkContent } from '#app/text/check.ts'
import { type Content, sectionOf } from '#app/text/content.ts'
import { type Adoption, findAdoption } from '#db/adoptions.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import {
  findEntriesEndedBy,
  findEntriesOfList,
  findEntriesOfMeasure,
  type RegisteredEntry,
} from '#db/entries.server.ts'
import { findVersionText } from '#db/version-texts.server.ts'

interface Words {
  article: NotificationArticle
  reasons: string
  description: string
  contact: string
}

/** The pack as it would be prepared now; null before adoption. */
export async function buildPack(
  db: Database | Tx,
  measure: Measure,
  words: Words,
): Promise<NotificationPack | null> {
  const adoption = await findAdoption(db, measure.id)
  if (!adoption) return null
  const content = await finalText(db, adoption)
  return {
    format: 'concert-notification/1',
    article: words.article,
    reference: measure.reference,
    issuer: measure.owner,
    addressees: notificationAddressees(measure.owner, delegationCodes),
    measure: {
      kind: adoption.kind,
      title: adoption.title,
      grounds: adoption.grounds,
      actTitle: adoption.actTitle,
      actNumber: adoption.actNumber,
      changes: adoption.changes,
    },
    dates: {
      adoptedOn: adoption.adoptedOn,
      gazettedOn: adoption.gazettedOn,
      gazette: adoption.gazette,
      gazetteReference: adoption.gazetteReference,
      gazetteUrl: adoption.gazetteUrl,
      inForceOn: adoption.inForceOn,
      repealedOn: adoption.repealedOn,
      repealedBy: adoption.repealedBy,
      expiredOn: adoption.expiredOn,
    },
    reasons: words.reasons,
    description: words.description,
    items: await itemsOf(db, adoption),
    contact: words.contact,
    text: { language: adoption.language, finalVersionSha256: adoption.sha256, content },
  }
}

/** The measure itself, without what prepared it. */
async function finalText(db: Database | Tx, adoption: Adoption): Promise<Content> {
  const checked = checkContent(
    await findVersionText(db, adoption.measureId, adoption.versionNumber),
  )
  if (!checked.ok) throw new Error(`the final text of ${adoption.reference} cannot be read`)
  const content = (checked.content.content ?? []).filter((section) =>
    publicSections.includes(sectionOf(section)),
  )
  return { ...checked.content, content }
}

/** What the measure brings, changes and ends; of an ended list, what ended with it. */
async function itemsOf(db: Database | Tx, adoption: Adoption): Promise<PackItem[]> {
  const { measureId, kind, changesId, repealedOn, expiredOn } = adoption
  if (kind === 'repeal') {
    const repealed = changesId ? await findEntriesOfList(db, changesId) : []
    return repealed.filter(({ endedBy }) => endedBy !== 'amended').map(asEnded)
  }
  if (repealedOn ?? expiredOn) {
    const all = await findEntriesOfList(db, measureId)
    return all.filter(({ endedBy }) => endedBy !== 'amended').map(asEnded)
  }
  const brought = await findEntriesOfMeasure(db, measureId)
  const ended = await findEntriesEndedBy(db, measureId)
  const continued = new Set(brought.map(({ previousId }) => previousId))
  return [
    ...brought.map((entry) => asItem(entry, entry.previousId ? 'changed' : 'new')),
    ...ended.filter(({ id }) => !continued.has(id)).map(asEnded),
  ]
}

function asEnded(entry: RegisteredEntry): PackItem {
  return asItem(entry, 'ended')
}

function asItem(entry: RegisteredEntry, change: PackItem['change']): PackItem {
  const { code, edition, inForceFrom, lastDay, endedOn, content } = entry
  return {
    ...particularsOf(content),
    code,
    change,
    edition,
    from: inForceFrom,
    until: change === 'ended' ? endedOn : null,
    lastDay,
  }
}
