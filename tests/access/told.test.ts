import { describe, expect, it } from 'vitest'
import { toldOf } from '#app/access/told.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Details, Facts, Life, Measure, Version } from '#app/measures/measure.ts'
import { cast } from './cast.ts'

const id = '0a8f7c1e-0000-4000-8000-000000000000'
const toGermany: Audience = { kind: 'named', delegations: ['DE'] }
const toFrance: Audience = { kind: 'named', delegations: ['FR'] }

const called = (title: string): Details => ({
  title,
  grounds: ['public-security'],
  marking: 'none',
  contact: '',
})

/** Versions are numbered in their order, and the file was called after each. */
function measure(life: Life, ...versions: Omit<Version, 'id' | 'number' | 'details'>[]): Measure {
  return {
    ...life,
    id,
    reference: '2026/NL/0001',
    owner: 'NL',
    kind: 'national-control-list',
    revision: 7,
    details: called('now'),
    documentId: null,
    changes: null,
    versions: versions.map((version, index) => ({
      ...version,
      id,
      number: index + 1,
      details: called(`v${index + 1}`),
    })),
  }
}

const notice = (audience: Audience) => ({
  kind: 'notice' as const,
  audience,
  isRecalled: false,
  isWithheld: false,
})
const draft = (audience: Audience) => ({
  kind: 'draft' as const,
  audience,
  isRecalled: false,
  isWithheld: false,
})
const recalled = (audience: Audience) => ({
  ...draft(audience),
  isRecalled: true,
  isWithheld: false,
})
const final = {
  kind: 'final' as const,
  audience: { kind: 'owner' as const },
  isRecalled: false,
  isWithheld: false,
}

function adopted({ to = [], ...more }: Partial<Facts> & { to?: DelegationCode[] } = {}): Life {
  const sent = to.map((code) => ({ to: code, on: '2026-07-01' }))
  return {
    stage: 'adopted',
    facts: {
      adoptedOn: '2026-06-01',
      gazetted: null,
      inForceOn: null,
      notifications: to.length > 0 ? [{ id, article: '9(2)', sent, acknowledgedOn: null }] : [],
      publishedOn: null,
      inCompilationOn: null,
      repealedOn: null,
      expiredOn: null,
      ...more,
    },
  }
}

const readers = {
  stranger: null,
  NL: cast['NL reader'] ?? null,
  DE: cast['DE representative'] ?? null,
  FR: cast['FR representative'] ?? null,
  COM: cast['COM officer'] ?? null,
}

/** `title, stage, revision`; a dash for whom the file does not exist. */
const table: Record<string, { file: Measure; told: Record<keyof typeof readers, string> }> = {
  'considered, nothing given': {
    file: measure({ stage: 'considering' }),
    told: { stranger: '-', NL: 'now considering 7', DE: '-', FR: '-', COM: '-' },
  },
  'a notice given': {
    file: measure({ stage: 'considering' }, notice(toGermany)),
    told: { stranger: '-', NL: 'now considering 7', DE: 'v1 considering 0', FR: '-', COM: '-' },
  },
  'a notice given, and a draft opened inside': {
    file: measure({ stage: 'drafting' }, notice(toGermany)),
    told: { stranger: '-', NL: 'now drafting 7', DE: 'v1 considering 0', FR: '-', COM: '-' },
  },
  'a notice given, its draft shared with another': {
    file: measure({ stage: 'shared' }, notice(toGermany), draft(toFrance)),
    told: {
      stranger: '-',
      NL: 'now shared 7',
      DE: 'v1 considering 0',
      FR: 'v2 shared 0',
      COM: '-',
    },
  },
  'shared with all, then with one': {
    file: measure({ stage: 'shared' }, draft({ kind: 'all' }), draft(toFrance)),
    told: {
      stranger: '-',
      NL: 'now shared 7',
      DE: 'v1 shared 0',
      FR: 'v2 shared 0',
      COM: 'v1 shared 0',
    },
  },
  'shared, and recalled': {
    file: measure({ stage: 'shared' }, draft(toGermany), recalled({ kind: 'all' })),
    told: {
      stranger: '-',
      NL: 'now shared 7',
      DE: 'v2 shared 0',
      FR: 'v2 shared 0',
      COM: 'v2 shared 0',
    },
  },
  'withdrawn after a notice': {
    file: measure({ stage: 'withdrawn' }, notice(toGermany)),
    told: { stranger: '-', NL: 'now withdrawn 7', DE: 'v1 withdrawn 0', FR: '-', COM: '-' },
  },
  adopted: {
    file: measure(adopted(), draft({ kind: 'owner-commission' }), draft(toGermany), final),
    told: {
      stranger: '-',
      NL: 'now adopted 7',
      DE: 'v2 adopted 0',
      FR: '-',
      COM: 'v1 adopted 0',
    },
  },
  'notified to the Commission': {
    file: measure(adopted({ to: ['COM'] }), draft(toGermany), final),
    told: {
      stranger: '-',
      NL: 'now adopted 7',
      DE: 'v1 adopted 0',
      FR: '-',
      COM: 'now adopted 7',
    },
  },
  gazetted: {
    file: measure(adopted({ gazetted: { on: '2026-06-03' } }), draft(toGermany), final),
    told: {
      stranger: 'now adopted 0',
      NL: 'now adopted 7',
      DE: 'now adopted 0',
      FR: 'now adopted 0',
      COM: 'now adopted 7',
    },
  },
}

describe('what is told of a file', () => {
  it('follows each reader and each life of a file as the table says', () => {
    const answers = Object.entries(table).map(([title, { file }]) => {
      const told = Object.entries(readers).map(([name, actor]) => {
        if (!can(actor, 'see-file', fileSubject(file)).ok) return [name, '-']
        const { details, stage, revision } = toldOf(actor, file)
        return [name, `${details.title} ${stage} ${revision}`]
      })
      return [title, Object.fromEntries(told)]
    })
    const expected = Object.entries(table).map(([title, { told }]) => [title, told])
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected))
  })

  it('is nothing to those who may not see it', () => {
    const file = measure({ stage: 'considering' })
    expect(() => toldOf(readers.DE, file)).toThrow('may not see it')
  })
})
