import { describe, expect, it } from 'vitest'
import { can } from '#app/access/policy.ts'
import type { FileSubject } from '#app/access/subjects.ts'
import { isPossible, type TransitionCommand, transitions } from '#app/measures/transitions.ts'
import { cast, files } from '#tests/access/cast.ts'

/**
 * The twenty transitions of a measure, as the Regulation and the Recommendation have them, written down
 * once more and held against the policy and the table of transitions: who of the cast may take a
 * step, in which state of a file, and that nobody else may and in no other.
 */
interface Row {
  row: number
  what: string
  /** How the portal records it: an act on a file, or what is done beside its stages. */
  by: TransitionCommand | Beside
  who: readonly string[]
  when: readonly State[]
  /** The states in which it is asked; all of them unless told. */
  among?: readonly State[]
}

type Beside = 'comment' | 'state-position' | 'open-file'
type State =
  | 'considering'
  | 'notice given'
  | 'drafting'
  | 'shared'
  | 'shared and recalled'
  | 'withdrawn after sharing'
  | 'adopted'
  | 'notified to all'
  | 'notified to FR'
  | 'gazetted'

const everyState = Object.keys(files) as State[]
const considering: readonly State[] = ['considering', 'notice given']
const drafted: readonly State[] = ['drafting', 'shared', 'shared and recalled']
const law: readonly State[] = ['adopted', 'notified to all', 'notified to FR', 'gazetted']
/** In which the others have something before them that is not law yet. */
const consulted: readonly State[] = ['notice given', 'shared']
const unread: readonly State[] = ['considering', 'drafting', 'shared and recalled']

const signatories = ['NL representative', 'NL deputy']
const owners = ['NL drafter', 'NL drafter who may release', ...signatories]
const drafters = [
  ...owners,
  'DE drafter',
  'DE drafter who may release',
  'DE representative',
  'FR representative',
]
const reliers = ['DE representative', 'FR representative']
const officer = ['COM officer']

const step = (by: Row['by'], who: Row['who'], when: Row['when']) => ({ by, who, when })
const anyTime = { by: 'open-file', who: drafters, when: everyState } as const

const rows: readonly Row[] = [
  { row: 1, what: 'a risk is identified', ...anyTime },
  { row: 2, what: 'an intention is shared', ...step('give-notice', signatories, considering) },
  { row: 3, what: 'a draft is written', ...step('open-draft', owners, considering) },
  { row: 4, what: 'it is shared for consultation', ...step('share', signatories, drafted) },
  {
    row: 5,
    what: 'others and the Commission comment',
    by: 'comment',
    // The owner speaks there too, in the threads of its own file.
    who: [
      'NL expert',
      ...owners,
      'DE expert',
      'DE drafter',
      'DE drafter who may release',
      'DE representative',
      'FR representative',
      'COM officer',
    ],
    when: consulted,
    among: [...consulted, ...unread],
  },
  {
    row: 5,
    what: 'others and the Commission say where they stand',
    by: 'state-position',
    who: ['DE drafter who may release', 'DE representative', 'FR representative', 'COM officer'],
    when: consulted,
    among: [...consulted, ...unread],
  },
  {
    row: 6,
    what: 'a new version follows',
    ...step('share', signatories, ['shared', 'shared and recalled']),
    among: ['shared', 'shared and recalled', 'withdrawn after sharing', ...law],
  },
  {
    row: 7,
    what: 'it is withdrawn',
    ...step('withdraw', signatories, [...considering, ...drafted]),
  },
  // A text is what is adopted: from a mere intention a draft is opened first, shared or not.
  { row: 8, what: 'it is adopted', ...step('record-adoption', signatories, drafted) },
  { row: 9, what: 'it is gazetted', ...step('record-gazette', signatories, law) },
  { row: 9, what: 'it enters into force', ...step('record-entry-into-force', signatories, law) },
  { row: 9, what: 'entries apply', ...step('record-application', signatories, law) },
  { row: 10, what: 'a notification is prepared', ...step('prepare-notification', owners, law) },
  { row: 10, what: 'it is sent', ...step('record-sending', signatories, law) },
  { row: 10, what: 'it is acknowledged', ...step('acknowledge', officer, law) },
  { row: 10, what: 'content is missed', ...step('ask-missing-content', officer, law) },
  { row: 10, what: 'content is supplied', ...step('supply-missing-content', signatories, law) },
  { row: 11, what: 'the measure is published', ...step('record-publication', officer, law) },
  { row: 11, what: 'an information note names it', ...step('note', officer, law) },
  { row: 12, what: 'the list is compiled', ...step('compile', officer, law) },
  { row: 13, what: 'another state relies on it', ...step('record-requirement', reliers, law) },
  { row: 14, what: 'and says so to customs', ...step('record-requirement', reliers, law) },
  { row: 15, what: 'a licence is refused', ...step('record-refusal', reliers, law) },
  { row: 16, what: 'it is amended, by a file of its own', ...anyTime },
  { row: 17, what: 'the compilation is updated', ...step('compile', officer, law) },
  { row: 18, what: 'Annex I covers an entry', ...step('cover', officer, law) },
  { row: 19, what: 'it is repealed', ...step('repeal', signatories, law) },
  { row: 19, what: 'it expires', ...step('expire', signatories, law) },
  { row: 20, what: 'the next compilation leaves it out', ...step('compile', officer, law) },
]

function mayBeDone(by: Row['by'], file: FileSubject, actor: (typeof cast)[string]): boolean {
  if (by === 'open-file') return can(actor, by, null).ok
  if (by === 'comment' || by === 'state-position')
    return file.versions.some((version) => can(actor, by, { file, version }).ok)
  return isPossible(by, file.stage) && can(actor, 'act', { file, command: by }).ok
}

describe('the mechanism, row by row', () => {
  it.each(rows)('$row: $what ($by)', ({ by, who, when, among = everyState }) => {
    const allowed = among.flatMap((state) => {
      const file = files[state]?.({ kind: 'all' })
      if (!file) throw new Error(`the cast has no file that is ${state}`)
      return Object.keys(cast)
        .filter((name) => mayBeDone(by, file, cast[name] ?? null))
        .map((name) => `${name}: ${state}`)
    })
    const expected = when.flatMap((state) => who.map((name) => `${name}: ${state}`))
    expect(allowed.sort()).toEqual(expected.sort())
  })

  it('has all twenty, and each act of the portal is in one of them', () => {
    expect([...new Set(rows.map(({ row }) => row))]).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    const corrections = ['recall', 'correct-adoption', 'correct-sending', 'correct-acknowledgement']
    const named = rows.map(({ by }) => by as string)
    expect(
      transitions.map(({ command }) => command).filter((command) => !named.includes(command)),
    ).toEqual(corrections)
  })
})
