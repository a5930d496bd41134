import { describe, expect, it } from 'vitest'
import type { BasisFacts } from '#app/measures/article-10.ts'
import type { Details, Facts, Life, Measure, MeasureKind, Version } from '#app/measures/measure.ts'
import { stages } from '#app/measures/measure.ts'
import { isPossible, transitions } from '#app/measures/transitions.ts'
import type { Command } from '#app/measures/commands.ts'
import { decide } from '#app/measures/workflow.ts'

const today = '2026-11-21'
const id = '6f1b2a52-43a5-4b57-8a3d-8f0d0a1c1a01'
const sha256 = 'a'.repeat(64)

const facts: Facts = {
  adoptedOn: '2026-06-23',
  gazetted: null,
  inForceOn: null,
  notifications: [],
  publishedOn: null,
  inCompilationOn: null,
  repealedOn: null,
  expiredOn: null,
}

const details: Details = {
  title: 'Advanced semiconductor manufacturing equipment',
  grounds: ['public-security'],
  marking: 'none',
  contact: '',
}

const shared: Version = {
  id,
  number: 1,
  kind: 'draft',
  audience: { kind: 'all' },
  details,
  isRecalled: false,
  isWithheld: false,
}

function measure(life: Life, more: { kind?: MeasureKind; versions?: Version[] } = {}): Measure {
  return {
    id,
    reference: '2026/NL/0001',
    owner: 'NL',
    kind: 'national-control-list',
    revision: 1,
    details,
    documentId: id,
    changes: null,
    versions: [],
    ...more,
    ...life,
  }
}

const adopted = (more: Partial<Facts> = {}, kind?: MeasureKind) =>
  measure({ stage: 'adopted', facts: { ...facts, ...more } }, kind ? { kind } : {})

const notified = {
  notifications: [
    {
      id,
      article: '9(2)' as const,
      sent: [{ to: 'COM' as const, on: '2026-07-01' }],
      acknowledgedOn: null,
    },
  ],
}

const frozen = { versionId: id, sha256, language: 'nl', documentSeq: 12, isEmpty: false }

const share: Command = {
  type: 'share',
  frozen,
  audience: { kind: 'all' },
  commentsBy: '2026-12-15',
  coverNote: '',
}

const adopt: Command = {
  type: 'record-adoption',
  frozen,
  actTitle: 'Regeling',
  actNumber: 'Stcrt. 2026-1',
  adoptedOn: '2026-11-20',
}

const basis: BasisFacts = {
  kind: 'national-control-list',
  inForceOn: '2026-07-01',
  endedOn: null,
  endedBy: null,
  lastDay: null,
  inCompilation: [{ from: '2026-10-01', until: null }],
  measurePublishedOn: null,
  coverage: [],
}

const requirement: Extract<Command, { type: 'record-requirement' }> = {
  type: 'record-requirement',
  basis,
  requirementId: id,
  entryId: id,
  compilationId: id,
  relying: 'DE',
  exporterInformedOn: '2026-11-20',
  customsInformedOn: null,
  information: null,
  informationReason: '',
  audience: { kind: 'owner' },
}

describe('the transition table', () => {
  it('is what decide() follows: every command in every stage it does not name is refused', () => {
    const command: Record<string, Command> = {
      'give-notice': {
        type: 'give-notice',
        written: null,
        frozen,
        audience: { kind: 'all' },
        commentsBy: null,
      },
      'open-draft': { type: 'open-draft', documentId: id },
      share,
      recall: { type: 'recall', number: 1, reason: 'mis-sent' },
      withdraw: { type: 'withdraw', reason: '' },
      'record-adoption': adopt,
      'record-requirement': requirement,
    }
    for (const { command: name } of transitions) {
      const act = command[name]
      if (!act) continue
      for (const stage of stages) {
        const life: Life = stage === 'adopted' ? { stage, facts } : { stage }
        if (isPossible(name, stage)) continue
        expect(
          decide(measure(life, { versions: [shared] }), act, today),
          `${name} ${stage}`,
        ).toMatchObject({
          ok: false,
          reason: expect.stringMatching(/^(not-in-this-stage|already-adopted)$/),
        })
      }
    }
  })

  it('names every row of the mechanism that a portal can record', () => {
    expect([...new Set(transitions.map(({ row }) => row))]).toEqual([
      2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 15, 18, 19,
    ])
  })
})

describe('sharing for comments', () => {
  it('numbers the version and keeps the wish of the owner', () => {
    expect(decide(measure({ stage: 'drafting' }), share, today)).toEqual({
      ok: true,
      events: [
        {
          type: 'version-shared',
          number: 1,
          versionId: id,
          sha256,
          language: 'nl',
          documentSeq: 12,
          audience: { kind: 'all' },
          commentsBy: '2026-12-15',
          coverNote: '',
        },
      ],
    })
  })

  it('is refused when it would reach nobody', () => {
    const audience = { kind: 'named' as const, delegations: ['NL' as const] }
    expect(decide(measure({ stage: 'drafting' }), { ...share, audience }, today)).toEqual({
      ok: false,
      reason: 'no-addressees',
    })
  })

  it('is refused for an empty text, and for a wish that lies in the past', () => {
    const empty = { ...share, frozen: { ...frozen, isEmpty: true } }
    expect(decide(measure({ stage: 'drafting' }), empty, today)).toMatchObject({
      reason: 'nothing-to-share',
    })
    expect(
      decide(measure({ stage: 'drafting' }), { ...share, commentsBy: '2026-11-20' }, today),
    ).toMatchObject({ reason: 'date-in-the-past' })
  })

  it('can be recalled once', () => {
    const recall: Command = { type: 'recall', number: 1, reason: 'mis-sent' }
    const file = measure({ stage: 'shared' }, { versions: [shared] })
    expect(decide(file, recall, today).ok).toBe(true)
    const recalled = measure({ stage: 'shared' }, { versions: [{ ...shared, isRecalled: true }] })
    expect(decide(recalled, recall, today)).toMatchObject({ reason: 'version-recalled' })
  })
})

describe('adoption', () => {
  it('is recorded whether or not anything was shared', () => {
    expect(decide(measure({ stage: 'drafting' }), adopt, today)).toMatchObject({
      ok: true,
      events: [{ type: 'adoption-recorded', number: 1, comparedWith: null }],
    })
  })

  it('is compared with the last version that was shared and not recalled', () => {
    const versions: Version[] = [shared, { ...shared, number: 2, isRecalled: true }]
    expect(decide(measure({ stage: 'shared' }, { versions }), adopt, today)).toMatchObject({
      events: [{ number: 3, comparedWith: 1 }],
    })
  })

  it('is recorded once', () => {
    expect(decide(adopted(), adopt, today)).toEqual({ ok: false, reason: 'already-adopted' })
  })

  it('cannot lie in the future', () => {
    expect(
      decide(measure({ stage: 'drafting' }), { ...adopt, adoptedOn: '2026-11-22' }, today),
    ).toMatchObject({ reason: 'date-in-the-future' })
  })
})

describe('the facts after adoption', () => {
  it('are recorded each on its own, once, and not before adoption', () => {
    const inForce: Command = {
      type: 'record-entry-into-force',
      inForceOn: '2027-01-01',
      correction: null,
    }
    expect(decide(adopted(), inForce, today).ok).toBe(true)
    expect(decide(adopted({ inForceOn: '2026-07-01' }), inForce, today)).toMatchObject({
      reason: 'already-recorded',
    })
    expect(
      decide(
        adopted(),
        { type: 'record-entry-into-force', inForceOn: '2026-06-22', correction: null },
        today,
      ),
    ).toMatchObject({ reason: 'date-before-adoption' })
  })

  it('calls the first message 9(2), and one about a change 9(3)', () => {
    const prepare: Command = {
      type: 'prepare-notification',
      notificationId: id,
      reasons: 'public security',
      description: 'items',
      packSha256: sha256,
    }
    const article = (file: Measure) => {
      const decision = decide(file, prepare, today)
      const event = decision.ok ? decision.events[0] : null
      return event?.type === 'notification-prepared' ? event.article : null
    }
    expect(article(adopted())).toBe('9(2)')
    expect(article(adopted(notified))).toBe('9(3)')
    expect(article(adopted({}, 'amendment'))).toBe('9(3)')
    expect(article(adopted({ repealedOn: '2026-10-01' }))).toBe('9(3)')
  })

  it('let the Commission publish only what was notified, and compile only lists', () => {
    const publish: Command = {
      type: 'record-publication',
      ojReference: 'C/2026/1',
      publishedOn: '2026-11-01',
      correction: null,
    }
    const compile: Command = {
      type: 'compile',
      compilationId: id,
      ojReference: 'C/2026/2',
      publishedOn: '2026-11-01',
      entryIds: [id],
      warnings: [],
    }
    expect(decide(adopted(), publish, today)).toMatchObject({ reason: 'not-notified' })
    expect(decide(adopted(notified), publish, today).ok).toBe(true)
    expect(decide(adopted(notified), compile, today).ok).toBe(true)
    // The Official Journal is authentic: what it published is recorded, notified or not.
    expect(decide(adopted(), compile, today).ok).toBe(true)
    expect(decide(adopted(notified, 'prohibition'), compile, today)).toMatchObject({
      reason: 'not-a-list',
    })
  })

  it('end a measure once, by repeal or by expiry', () => {
    const repeal: Command = {
      type: 'repeal',
      repealedOn: '2026-11-01',
      repealedBy: 'Regeling',
      correction: null,
    }
    expect(decide(adopted(), repeal, today).ok).toBe(true)
    expect(decide(adopted({ expiredOn: '2026-10-01' }), repeal, today)).toMatchObject({
      reason: 'already-repealed',
    })
  })
})

describe('an Article 10 requirement', () => {
  it('needs a published list: on a draft or an unpublished list it is impossible', () => {
    expect(
      decide(measure({ stage: 'shared' }, { versions: [shared] }), requirement, today),
    ).toMatchObject({
      reason: 'not-in-this-stage',
    })
    const unpublished = { ...requirement, basis: { ...basis, inCompilation: [] } }
    expect(decide(adopted(notified), unpublished, today)).toMatchObject({ reason: 'not-published' })
  })

  it('is recorded with a warning where the law is doubtful', () => {
    const repealed = {
      ...basis,
      endedOn: '2026-11-19',
      endedBy: 'repealed' as const,
      inCompilation: [{ from: '2026-11-21', until: null }],
    }
    expect(decide(adopted(notified), { ...requirement, basis: repealed }, today)).toMatchObject({
      ok: true,
      events: [{ warnings: ['informed-before-publication', 'ended-repealed'] }],
    })
    expect(decide(adopted(notified), requirement, today)).toMatchObject({
      events: [{ warnings: [] }],
    })
  })

  it('warns when customs was told before the exporter, of which the law says nothing', () => {
    const warnings = (customsInformedOn: string | null) => {
      const decision = decide(adopted(notified), { ...requirement, customsInformedOn }, today)
      const event = decision.ok ? decision.events[0] : null
      return event?.type === 'requirement-recorded' ? event.warnings : null
    }
    expect(warnings('2026-11-19')).toEqual(['customs-informed-before-exporter'])
    expect(warnings('2026-11-20')).toEqual([])
    expect(warnings(null)).toEqual([])
  })
})
