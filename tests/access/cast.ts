import type { Actor, Visitor } from '#app/access/actor.ts'
import type { FileSubject } from '#app/access/subjects.ts'
import type { Audience } from '#app/measures/audience.ts'
import { type DelegationCode, delegationCodes } from '#app/measures/delegation-codes.ts'
import { notificationAddressees } from '#app/measures/measure.ts'
import type { Role } from '#app/measures/roles.ts'

/** One person of each kind: the owner is NL, DE and FR are other states. */
export const cast: Record<string, Visitor> = {
  stranger: null,
  'NL reader': person('NL', ['reader']),
  'NL expert': person('NL', ['expert']),
  'NL drafter': person('NL', ['drafter']),
  'NL drafter who may release': person('NL', ['drafter'], { draftersMayRelease: true }),
  'NL representative': person('NL', ['representative']),
  'NL deputy': person('NL', ['deputy']),
  'NL administrator': person('NL', ['administrator']),
  'DE reader': person('DE', ['reader']),
  'DE expert': person('DE', ['expert']),
  'DE drafter': person('DE', ['drafter']),
  'DE drafter who may release': person('DE', ['drafter'], { draftersMayRelease: true }),
  'DE representative': person('DE', ['representative']),
  'DE administrator': person('DE', ['administrator']),
  'FR representative': person('FR', ['representative']),
  'FR chair of the DUWP': person('FR', ['chair'], { chairOf: ['DUWP'] }),
  'COM reader': person('COM', ['reader']),
  'COM officer': person('COM', ['officer']),
  'GSC reader': person('GSC', ['reader']),
  'nobody any more (NL, roles ended)': person('NL', []),
}

export const audiences: Record<string, Audience> = {
  'owner and Commission': { kind: 'owner-commission' },
  'named: DE': { kind: 'named', delegations: ['DE'] },
  all: { kind: 'all' },
}

/** The states a file can be in, as the policy tells them apart. */
export const files: Record<string, (audience: Audience) => FileSubject> = {
  considering: () => file({ stage: 'considering' }),
  'notice given': (audience) => file({ stage: 'considering', versions: [notice(audience)] }),
  drafting: () => file({ stage: 'drafting' }),
  shared: (audience) => file({ stage: 'shared', versions: [draft(audience)] }),
  'shared and recalled': (audience) =>
    file({ stage: 'shared', versions: [{ ...draft(audience), isRecalled: true }] }),
  'withdrawn after sharing': (audience) =>
    file({ stage: 'withdrawn', versions: [draft(audience)] }),
  adopted: (audience) => file({ stage: 'adopted', versions: [draft(audience), final] }),
  'notified to all': (audience) =>
    file({ stage: 'adopted', versions: [draft(audience), final], notifiedTo: allAddressees }),
  'notified to FR': (audience) =>
    file({ stage: 'adopted', versions: [draft(audience), final], notifiedTo: ['FR'] }),
  gazetted: (audience) =>
    file({
      stage: 'adopted',
      versions: [draft(audience), final],
      notifiedTo: allAddressees,
      isPublic: true,
    }),
}

const allAddressees = notificationAddressees('NL', delegationCodes)

const final = {
  number: 2,
  kind: 'final' as const,
  audience: { kind: 'owner' as const },
  isRecalled: false,
}

function notice(audience: Audience) {
  return { number: 1, kind: 'notice' as const, audience, isRecalled: false }
}

function draft(audience: Audience) {
  return { number: 1, kind: 'draft' as const, audience, isRecalled: false }
}

function file(facts: Partial<FileSubject> & Pick<FileSubject, 'stage'>): FileSubject {
  return { owner: 'NL', versions: [], notifiedTo: [], isPublic: false, ...facts }
}

export function person(
  delegation: DelegationCode,
  roles: Role[],
  more: Partial<Pick<Actor, 'draftersMayRelease' | 'chairOf'>> = {},
): Actor {
  return {
    personId: '00000000-0000-4000-8000-000000000000',
    name: roles.join(', '),
    delegation,
    officeId: null,
    roles,
    chairOf: [],
    draftersMayRelease: false,
    ...more,
  }
}
