import { randomUUID } from 'node:crypto'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordEntryIntoForce } from '#app/commands/record-entry-into-force.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { delegationCodes, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import { type Measure, type MeasureKind, notificationAddressees } from '#app/measures/measure.ts'
import type {
  RecordAdoption,
  RecordCompilation,
  RecordRequirement,
} from '#app/measures/record-inputs.ts'
import type { Content } from '#app/text/content.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { findEntriesOfMeasure } from '#db/entries.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { openScene } from './scene.ts'

export const scannersList = list(
  item('e1', '3B801', 'overlay ≤ 1.50 nm'),
  item('e2', '3B802', 'defects ≤ 21 nm'),
)

interface OpenedDraft {
  owner?: MemberStateCode
  kind?: MeasureKind
  changes?: string
  content?: Content
}

/** The scene of what follows a draft: people of three states and the Commission, and short ways on. */
export async function openRecordScene() {
  const scene = await openScene()
  const { deps } = scene
  const { db } = deps
  const nl = await scene.person('NL', 'representative')
  const people = {
    nl,
    nlDrafter: await scene.person('NL', 'drafter'),
    de: await scene.person('DE', 'representative'),
    deDrafter: await scene.person('DE', 'drafter'),
    fr: await scene.person('FR', 'representative'),
    officer: await scene.person('COM', 'officer'),
  }
  let opened = 0

  const measure = async (reference: string): Promise<Measure> => {
    const found = await findMeasureByReference(db, reference)
    if (!found) throw new Error(`no file ${reference}`)
    return found
  }
  const must = <T extends { ok: boolean }>(result: T): T & { ok: true } => {
    if (!isDone(result)) throw new Error(JSON.stringify(result))
    return result
  }

  /** A file with a draft in which something stands. */
  async function draft({ owner = 'NL', kind, changes, content }: OpenedDraft = {}) {
    const reference = `2025/${owner}/${String(++opened).padStart(4, '0')}`
    const measureId = randomUUID()
    const documentId = randomUUID()
    const changed = changes ? await measure(changes) : null
    await db.transaction(async (tx) => {
      await record(tx, nl, null, [
        {
          type: 'file-opened',
          measureId,
          reference,
          owner,
          kind: kind ?? 'national-control-list',
          originalLanguage: 'en',
          documentId,
          changes: changed?.id ?? null,
          title: 'Advanced semiconductor manufacturing equipment',
          grounds: ['public-security'],
          marking: 'none',
          contact: 'export.control@example.org',
        },
      ])
      await createDocument(tx, nl, {
        id: documentId,
        measureId,
        purpose: 'draft',
        content: content ?? scannersList,
      })
    })
    return reference
  }

  async function adoptionInput(reference: string, more: Partial<RecordAdoption> = {}) {
    const input: RecordAdoption = {
      key: randomUUID(),
      revision: (await measure(reference)).revision,
      actTitle: 'Regeling geavanceerde productieapparatuur voor halfgeleiders',
      actNumber: 'MinBuza.2023.15246-27',
      adoptedOn: '2023-06-23',
      gazette: '',
      reference: '',
      url: '',
      gazettedOn: null,
      inForceOn: null,
      ...more,
    }
    return input
  }

  async function adopted(drafted: OpenedDraft = {}, more: Partial<RecordAdoption> = {}) {
    const reference = await draft(drafted)
    must(await recordAdoption(deps, nl, reference, await adoptionInput(reference, more)))
    return reference
  }

  /** Records adoption of a file that is there already. */
  async function adoptAs(reference: string) {
    must(await recordAdoption(deps, nl, reference, await adoptionInput(reference)))
    const adoption = await findAdoption(db, (await measure(reference)).id)
    if (!adoption) throw new Error(`${reference} was not adopted`)
    return adoption
  }

  async function prepared(reference: string, reasons = 'Public security.') {
    const key = randomUUID()
    const { revision } = await measure(reference)
    const input = { key, revision, reasons, description: 'Scanners.', contact: '' }
    must(await prepareNotification(deps, nl, reference, input))
    return key
  }

  async function notified(reference: string, sentOn = '2023-07-03') {
    const notificationId = await prepared(reference)
    const addressees = notificationAddressees('NL', delegationCodes)
    const sending = { addressees, channel: 'Letter', sentOn, reference: 'BZ-1' }
    must(await recordSending(deps, nl, reference, notificationId, sending))
    return notificationId
  }

  const entryIds = async (reference: string) =>
    (await findEntriesOfMeasure(db, (await measure(reference)).id)).map(({ id }) => id)

  async function compilationInput(ids: string[], more: Partial<RecordCompilation> = {}) {
    const input: RecordCompilation = {
      key: randomUUID(),
      kind: 'compilation',
      corrects: null,
      ojReference: `C/2023/${400 + ++opened}`,
      publishedOn: '2023-10-20',
      title: 'Compilation of national control lists',
      url: '',
      note: '',
      entryIds: ids,
      ...more,
    }
    return input
  }

  return {
    ...scene,
    db,
    ...people,
    measure,
    must,
    draft,
    adoptionInput,
    adopted,
    adoptAs,
    prepared,
    notified,
    entryIds,
    compilationInput,

    async gazette(reference: string, gazettedOn = '2023-06-30') {
      const { revision } = await measure(reference)
      const where = { gazette: 'Staatscourant', reference: '2023, 18212', url: '' }
      const input = { revision, ...where, gazettedOn, correction: null }
      must(await recordGazette(deps, nl, reference, input))
    },

    async inForce(reference: string, inForceOn = '2023-09-01') {
      const { revision } = await measure(reference)
      const input = { revision, inForceOn, correction: null }
      must(await recordEntryIntoForce(deps, nl, reference, input))
    },

    async compiled(ids: string[], more: Partial<RecordCompilation> = {}) {
      const input = await compilationInput(ids, more)
      must(await recordCompilation(deps, people.officer, input))
      return input.key
    },

    requirementInput(more: Partial<RecordRequirement> = {}): RecordRequirement {
      return {
        key: randomUUID(),
        exporterInformedOn: '2024-02-01',
        customsInformedOn: '2024-02-02',
        informed: 'nobody',
        delegations: [],
        informationReason: 'One export, nothing that others could use.',
        information: '',
        ...more,
      }
    },
  }
}

export type RecordScene = Awaited<ReturnType<typeof openRecordScene>>

function isDone<T extends { ok: boolean }>(result: T): result is T & { ok: true } {
  return result.ok
}

/** The same act, twenty times at once. */
export function twentyTimes<T>(act: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: 20 }, act))
}
