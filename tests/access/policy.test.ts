import { describe, expect, it } from 'vitest'
import { can } from '#app/access/policy.ts'
import type {
  Action,
  CommentSubject,
  FileSubject,
  JointSubject,
  SubjectOf,
} from '#app/access/subjects.ts'
import { attachmentKinds } from '#app/measures/attachment.ts'
import { amongSignatories } from '#app/measures/events.ts'
import type { Audience } from '#app/measures/audience.ts'
import { transitions } from '#app/measures/transitions.ts'
import { audiences, cast, files } from './cast.ts'

const onFile = [
  'see-file',
  'read-current',
  'see-draft',
  'write-draft',
  'change-details',
  'attach',
  'see-languages',
  'work-on-languages',
] as const
const onVersion = [
  'see-version',
  'see-recall',
  'translate',
  'comment',
  'open-joint',
  'state-position',
] as const
const onComment = [
  'see-comment',
  'read-quote',
  'revise-comment',
  'discard-comment',
  'release-comment',
  'merge-comment',
  'read-inside',
  'reply-inside',
  'recall-comment',
  'reply',
  'answer-reply',
  'take-up',
] as const

const onJoint = [
  'see-joint',
  'write-joint',
  'invite-to-joint',
  'join-joint',
  'leave-joint',
  'sign-joint',
  'release-joint',
] as const

const shownAndNot = [
  ...attachmentKinds.map((kind) => ({
    name: `${kind} shown`,
    attachment: { kind, isShared: true },
  })),
  { name: 'kept inside', attachment: { kind: 'national-act' as const, isShared: false } },
]

/** One line a cell row: who may, who is told "not allowed", and for whom it does not exist. */
function row<A extends Action>(action: A, subject: SubjectOf<A>): string {
  const answers = new Map<string, string[]>()
  for (const [name, actor] of Object.entries(cast)) {
    const answer = can(actor, action, subject)
    const word = answer.ok ? 'yes' : answer.reason
    answers.set(word, [...(answers.get(word) ?? []), name])
  }
  return [...answers]
    .sort(([a], [b]) => (a === 'yes' ? -1 : b === 'yes' ? 1 : a < b ? -1 : 1))
    .map(([word, names]) => `  ${word}: ${names.join(', ')}`)
    .join('\n')
}

function* everyFile(): Generator<[string, FileSubject, Audience]> {
  for (const [state, make] of Object.entries(files))
    for (const [name, audience] of Object.entries(audiences))
      yield [`${state} (${name})`, make(audience), audience]
}

function everyCell() {
  return [...everyFile()].flatMap(([state, file, audience]) =>
    Object.entries(cast).map(([name, actor]) => ({
      title: `${name}, ${state}`,
      actor,
      file,
      audience,
    })),
  )
}

function comment(
  file: FileSubject,
  lane: 'inner' | 'released',
  audience: Audience,
): CommentSubject {
  const version = file.versions[0]
  if (!version) throw new Error('a comment is about a version')
  const reach = lane === 'inner' ? null : audience
  return { file, version, delegation: 'DE', lane, audience: reach, signatories: [] }
}

/** DE takes part and FR is invited. */
function joint(file: FileSubject, more: Partial<JointSubject> = {}): JointSubject {
  const version = file.versions[0]
  if (!version) throw new Error('a joint comment is about a version')
  return { file, version, joined: ['DE'], invited: ['FR'], isReleased: false, ...more }
}

describe('the policy', () => {
  it('answers every actor × action × state of the file × audience as the table says', async () => {
    const lines: string[] = []
    const say = (title: string, answers: string) => lines.push(title, answers)
    for (const [title, file, audience] of everyFile()) {
      for (const action of onFile) say(`${action}, ${title}`, row(action, file))
      for (const { name, attachment } of shownAndNot)
        say(`read-attachment, ${name}, ${title}`, row('read-attachment', { file, attachment }))
      for (const of of ['NL', 'DE'] as const) {
        say(`withhold what is of ${of}, ${title}`, row('withhold', { file, of }))
        for (const action of ['see-withheld', 'purge'] as const) {
          const inside = { file, of, audience: null }
          say(`${action}, of ${of} and inside, ${title}`, row(action, inside))
          say(`${action}, of ${of}, ${title}`, row(action, { file, of, audience }))
        }
      }
      const version = file.versions[0]
      if (version) {
        for (const action of onVersion) say(`${action}, ${title}`, row(action, { file, version }))
        for (const lane of ['inner', 'released'] as const)
          for (const action of onComment)
            say(`${action} by DE, ${lane}, ${title}`, row(action, comment(file, lane, audience)))
        for (const isReleased of [false, true])
          for (const action of onJoint)
            say(
              `${action} of DE, FR invited${isReleased ? ', released' : ''}, ${title}`,
              row(action, joint(file, { isReleased })),
            )
        const together = {
          ...comment(file, 'released', audience),
          signatories: ['DE', 'FR'] as const,
        }
        for (const action of [
          'see-comment',
          'read-inside',
          'reply-inside',
          'recall-comment',
        ] as const)
          say(`${action} by DE and FR together, ${title}`, row(action, together))
        const recalled = { ...comment(file, 'released', audience), isRecalled: true }
        say(`read-comment by DE, recalled, ${title}`, row('read-comment', recalled))
        const opened = { file, version, openedBy: 'DE' as const }
        say(`place-thread opened by DE, ${title}`, row('place-thread', opened))
        const position = { file, version, delegation: 'DE' as const, audience }
        say(`see-position of DE, ${title}`, row('see-position', position))
      }
      for (const { command } of transitions)
        say(`act: ${command}, ${title}`, row('act', { file, command }))
    }
    for (const action of ['open-file', 'use-article-10-desk', 'use-commission-desk'] as const)
      say(action, row(action, null))
    for (const [name, audience] of Object.entries(audiences))
      for (const action of ['see-requirement', 'end-requirement'] as const)
        say(`${action} of DE (${name})`, row(action, { relying: 'DE', audience }))
    say('see-post of NL', row('see-post', { delegation: 'NL' }))
    say('manage-people of NL', row('manage-people', { delegation: 'NL' }))
    const oneself = '00000000-0000-4000-8000-000000000000'
    const another = '00000000-0000-4000-8000-000000000001'
    say('grant-role to oneself', row('grant-role', { delegation: 'NL', personId: oneself }))
    say('grant-role to another of NL', row('grant-role', { delegation: 'NL', personId: another }))
    say('let-drafters-release of NL', row('let-drafters-release', { delegation: 'NL' }))
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('policy.table.txt')
  })

  it('shows a draft to nobody outside the house, whatever was shared', () => {
    const seen = everyCell().filter(
      ({ actor, file }) =>
        actor?.delegation !== 'NL' &&
        (can(actor, 'see-draft', file).ok || can(actor, 'write-draft', file).ok),
    )
    expect(seen.map(({ title }) => title)).toEqual([])
  })

  it('lets a person act for their own delegation only', () => {
    const whose = { owner: ['NL'], commission: ['COM'], 'other-state': ['DE', 'FR'] }
    const strangers = everyCell().flatMap(({ title, actor, file }) =>
      transitions
        .filter(({ command }) => can(actor, 'act', { file, command }).ok)
        .filter((transition) => !whose[transition.actor].includes(actor?.delegation ?? ''))
        .map(({ command }) => `${title}: ${command}`),
    )
    expect(strangers).toEqual([])
  })

  it('lets nobody but representatives and deputies release what the state keeps to itself', () => {
    const releases = ['give-notice', 'share', 'recall', 'withdraw', 'record-adoption'] as const
    const others = everyCell().flatMap(({ title, actor, file }) =>
      releases
        .filter((command) => can(actor, 'act', { file, command }).ok)
        .filter(() => !actor?.roles.some((role) => role === 'representative' || role === 'deputy'))
        .map((command) => `${title}: ${command}`),
    )
    expect(others).toEqual([])
  })

  it('shows what a state says inside to nobody else, the owner and the Commission included', () => {
    const seen = everyCell().filter(
      ({ actor, file, audience }) =>
        file.versions.length > 0 &&
        actor?.delegation !== 'DE' &&
        can(actor, 'see-comment', comment(file, 'inner', audience)).ok,
    )
    expect(seen.map(({ title }) => title)).toEqual([])
  })

  it('shows what states write together to those alone who are in it, whoever owns the file', () => {
    const seen = everyCell().filter(
      ({ actor, file }) =>
        file.versions.length > 0 &&
        !['DE', 'FR'].includes(actor?.delegation ?? '') &&
        onJoint.some((action) => {
          const answer = can(actor, action, joint(file))
          return answer.ok || answer.reason !== 'not-found'
        }),
    )
    expect(seen.map(({ title }) => title)).toEqual([])
    const audience: Audience = { kind: 'named', delegations: ['DE', 'FR'] }
    const told = everyCell().filter(({ actor, file }) =>
      [...amongSignatories].some(
        (type) =>
          !['DE', 'FR'].includes(actor?.delegation ?? '') &&
          can(actor, 'see-event', { type, file, lane: 'released', delegation: 'DE', audience }).ok,
      ),
    )
    expect(told.map(({ title }) => title)).toEqual([])
  })

  it('leaves of a recalled version to others its trace, and the words that they quoted themselves', () => {
    const recalled = everyCell().flatMap((cell) => {
      const version = cell.file.versions.find(({ isRecalled }) => isRecalled)
      return version && cell.actor?.delegation !== 'NL' ? [{ ...cell, version }] : []
    })
    expect(recalled.length).toBeGreaterThan(0)
    const said = (file: FileSubject, version: FileSubject['versions'][number]) => ({
      ...comment(file, 'released', { kind: 'all' }),
      version,
    })
    const answers = recalled.map(({ title, actor, file, version }) => ({
      title,
      reads: can(actor, 'see-version', { file, version }).ok,
      says: (['comment', 'state-position'] as const).map((action) =>
        can(actor, action, { file, version }),
      ),
      keepsQuotes: can(actor, 'read-quote', said(file, version)).ok,
    }))
    expect(answers).toEqual(
      recalled.map(({ title, actor, file, version }) => {
        const hadIt = can(actor, 'see-recall', { file, version }).ok
        const refusal = { ok: false, reason: hadIt ? 'version-recalled' : 'not-found' }
        const keepsQuotes = hadIt && actor?.delegation === 'DE'
        return { title, reads: false, says: [refusal, refusal], keepsQuotes }
      }),
    )
  })

  it('lets an attachment out with what is put before others, and the national act with the final text', () => {
    const answers = everyCell().flatMap(({ title, actor, file }) =>
      shownAndNot.map(({ name, attachment }) => {
        const goesWith = file.versions.filter(
          ({ kind }) => kind !== 'final' || attachment.kind === 'national-act',
        )
        const isTheirs =
          can(actor, 'see-draft', file).ok ||
          (attachment.isShared &&
            goesWith.some((version) => can(actor, 'see-version', { file, version }).ok))
        const reads = can(actor, 'read-attachment', { file, attachment })
        return { what: `${title}: ${name}`, reads, isTheirs }
      }),
    )
    expect(answers.filter(({ reads, isTheirs }) => reads.ok !== isTheirs)).toEqual([])
    expect(answers.filter(({ reads }) => !reads.ok && reads.reason !== 'not-found')).toEqual([])
  })

  it('has content purged by those who release alone, and never by an administrator', () => {
    const subjects = (file: FileSubject, audience: Audience) =>
      (['NL', 'DE'] as const).flatMap((of) => [
        { file, of, audience: null },
        { file, of, audience },
      ])
    const purging = everyCell().filter(({ actor, file, audience }) =>
      subjects(file, audience).some((subject) => can(actor, 'purge', subject).ok),
    )
    const roles = new Set(purging.flatMap(({ actor }) => actor?.roles ?? []))
    expect([...roles].toSorted()).toEqual(['deputy', 'representative'])
    expect(purging.filter(({ actor }) => !['NL', 'DE'].includes(actor?.delegation ?? ''))).toEqual(
      [],
    )
    const inside = everyCell().filter(
      ({ actor, file }) =>
        actor?.delegation !== 'DE' &&
        can(actor, 'see-withheld', { file, of: 'DE', audience: null }).ok,
    )
    expect(inside).toEqual([])
  })

  it('never makes comments public with the measure', () => {
    const file = files['gazetted']?.({ kind: 'all' })
    if (!file) throw new Error('no such file')
    expect(can(null, 'see-file', file).ok).toBe(true)
    expect(can(null, 'see-comment', comment(file, 'released', { kind: 'all' })).ok).toBe(false)
  })

  it('tells those outside the audience the same as about a file that does not exist', () => {
    const hidden = everyCell().filter(({ actor, file }) => !can(actor, 'see-file', file).ok)
    const told = hidden.flatMap(({ title, actor, file }) => [
      ...onFile.map((action) => ({
        what: `${title}: ${action}`,
        answer: can(actor, action, file),
      })),
      ...transitions
        .map(({ command }) => ({
          what: `${title}: ${command}`,
          answer: can(actor, 'act', { file, command }),
        }))
        // The Commission's desk and Article 10 reach a file through its record, not its page.
        .filter(({ answer }) => !answer.ok),
    ])
    expect(told.filter(({ answer }) => answer.ok || answer.reason !== 'not-found')).toEqual([])
  })
})
