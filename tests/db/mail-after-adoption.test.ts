import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import type { Audience } from '#app/measures/audience.ts'
import { type DelegationCode, memberStates } from '#app/measures/delegation-codes.ts'
import type { EventOf } from '#app/measures/events.ts'
import { keepPack } from '#db/notifications.server.ts'
import { entries } from '#db/schema/register.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { addresseesOf, adopt, mailsOf, measureOf, planted } from './mail-scene.ts'

let scene: Scene
let nlRepresentative: Actor
let de: Actor
let com: Actor
let reference: string

const named = (...delegations: DelegationCode[]): Audience => ({ kind: 'named', delegations })

beforeAll(async () => {
  scene = await openScene()
  nlRepresentative = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  com = await scene.person('COM', 'officer')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nlRepresentative)
})

describe('adoption', () => {
  it('is told to those who had it', async () => {
    await scene.share(nlRepresentative, reference, named('DE', 'FR'))
    await adopt(scene, nlRepresentative, reference)
    expect(await addresseesOf(scene, reference, 'adoption-recorded')).toEqual(['DE', 'FR'])
  })

  it('is told to nobody where nobody had it', async () => {
    await adopt(scene, nlRepresentative, reference)
    expect(await addresseesOf(scene, reference, 'adoption-recorded')).toEqual([])
  })
})

describe('after adoption', () => {
  let notification: string

  async function notify() {
    notification = randomUUID()
    const sha256 = await scene.deps.db.transaction((tx) => keepPack(tx, { planted }))
    await scene.happen(
      nlRepresentative,
      reference,
      {
        type: 'notification-prepared',
        notificationId: notification,
        article: '9(2)',
        reasons: planted,
        description: planted,
        packSha256: sha256,
      },
      {
        type: 'notification-sent',
        notificationId: notification,
        addressees: (['DE', 'FR', 'COM'] as const).map((delegation) => ({
          delegation,
          channel: planted,
          sentOn: '2026-02-02',
          reference: planted,
        })),
      },
    )
  }

  beforeEach(async () => {
    await adopt(scene, nlRepresentative, reference)
    await notify()
  })

  it('a notification is told at once to those to whom it was sent', async () => {
    expect(await mailsOf(scene, reference, 'notification-sent')).toMatchObject(
      ['DE', 'FR', 'COM'].map((delegation) => ({
        delegation,
        due: 'at-once',
        path: `/files/${reference.replaceAll('/', '-')}/record`,
      })),
    )
  })

  it('what the Commission says of it goes to the owner, the answer to the Commission', async () => {
    const questionId = randomUUID()
    await scene.happen(
      com,
      reference,
      {
        type: 'notification-acknowledged',
        notificationId: notification,
        acknowledgedOn: '2026-02-03',
        reference: planted,
      },
      {
        type: 'missing-content-asked',
        questionId,
        notificationId: notification,
        question: planted,
      },
    )
    await scene.happen(nlRepresentative, reference, {
      type: 'missing-content-supplied',
      questionId,
      notificationId: notification,
      answer: planted,
    })
    expect(await addresseesOf(scene, reference, 'notification-acknowledged')).toEqual(['NL'])
    expect(await addresseesOf(scene, reference, 'missing-content-asked')).toEqual(['NL'])
    expect(await addresseesOf(scene, reference, 'missing-content-supplied')).toEqual(['COM'])
  })

  it('a requirement is told to those whom the relying state chose', async () => {
    await rely(named('FR'))
    expect(await addresseesOf(scene, reference, 'requirement-recorded')).toEqual(['FR'])
  })

  it('a requirement that is told to nobody makes no mail, to the issuer neither', async () => {
    await rely({ kind: 'owner' })
    expect(await addresseesOf(scene, reference, 'requirement-recorded')).toEqual([])
  })

  it('a refusal is told to the Commission and the other states, as what it rests on is published', async () => {
    await scene.happen(nlRepresentative, reference, {
      type: 'gazette-recorded',
      gazette: 'Staatscourant',
      reference: '',
      url: '',
      gazettedOn: '2026-02-01',
      correction: null,
    })
    await scene.happen(de, reference, {
      type: 'refusal-recorded',
      refusalId: randomUUID(),
      entryId: await entryId(),
      delegation: 'DE',
      duesReference: planted + randomUUID(),
      refusedOn: '2026-03-01',
    })
    expect(await addresseesOf(scene, reference, 'refusal-recorded')).toEqual([
      ...memberStates.filter((code) => code !== 'DE'),
      'COM',
    ])
  })

  it('a repeal is told to the states that rely on the list, and to no other', async () => {
    await rely({ kind: 'owner' })
    await scene.happen(nlRepresentative, reference, {
      type: 'measure-repealed',
      repealedOn: '2026-04-01',
      repealedBy: planted,
      correction: null,
    })
    expect(await addresseesOf(scene, reference, 'measure-repealed')).toEqual(['DE'])
  })

  async function entryId(): Promise<string> {
    const rows = await scene.deps.db.select().from(entries)
    const { id } = await measureOf(scene, reference)
    const found = rows.find(({ measureId }) => measureId === id)
    if (!found) throw new Error('no entry')
    return found.id
  }

  async function rely(audience: Audience) {
    const event: EventOf<'requirement-recorded'> = {
      type: 'requirement-recorded',
      requirementId: randomUUID(),
      entryId: await entryId(),
      compilationId: null,
      relying: 'DE',
      exporterInformedOn: '2026-03-01',
      customsInformedOn: null,
      information: planted,
      informationReason: planted,
      audience,
      warnings: [],
    }
    await scene.happen(de, reference, event)
  }
})
