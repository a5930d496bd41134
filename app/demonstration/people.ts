import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { inProtocolOrder, memberStates } from '#app/measures/delegation-codes.ts'
import { delegationName } from '#app/measures/delegations.ts'
import type { Body, Role } from '#app/measures/roles.ts'

/**
 * The people of the demonstration. They are named by what they do: no invented person sits in a
 * real office.
 */
export interface DemoPerson {
  /** Such as `nl-drafter`; the subject of their sign-in. */
  readonly key: string
  readonly delegation: DelegationCode
  /** "Drafter, Netherlands". */
  readonly name: string
  /** "Drafter": the name without the delegation, for lists that are grouped by delegation. */
  readonly title: string
  readonly roles: readonly Role[]
  readonly body?: Body
  /** The key of their office (`officesOf`). */
  readonly office: string | null
}

/** Issued by nobody: no identity provider can vouch for this address. */
export const demoIssuer = 'urn:concert:demonstration'

interface Post {
  key: string
  title: string
  roles: readonly Role[]
  /** The part of the office's key after the delegation. */
  office?: string
  body?: Body
}

const drafter: Post = { key: 'drafter', title: 'Drafter', roles: ['drafter'], office: 'ministry' }
const representative: Post = {
  key: 'representative',
  title: 'Authorised representative',
  roles: ['representative'],
  office: 'ministry',
}
const licensing: Post = {
  key: 'licensing',
  title: 'Expert, licensing office',
  roles: ['expert'],
  office: 'licensing:licensing',
}
const customs: Post = {
  key: 'customs',
  title: 'Expert, customs',
  roles: ['expert'],
  office: 'customs',
}
const permanentRepresentation: Post = {
  key: 'permanent-representation',
  title: 'Expert, permanent representation',
  roles: ['expert'],
  office: 'permanent-representation',
}
const administrator: Post = {
  key: 'administrator',
  title: 'Administrator',
  roles: ['administrator'],
}

/** Every state has these. */
const everywhere = [drafter, representative]

/** States whose offices play a part in the demonstration. */
const more: Partial<Record<DelegationCode, readonly Post[]>> = {
  BE: [
    region('flanders', 'Flanders'),
    region('wallonia', 'Wallonia'),
    region('brussels', 'Brussels-Capital'),
    administrator,
  ],
  DK: [licensing, administrator],
  DE: [licensing, customs, administrator],
  IE: [
    {
      key: 'duwp-chair',
      title: 'Chair, Working Party on Dual-Use Goods',
      roles: ['chair'],
      body: 'DUWP',
      office: 'permanent-representation',
    },
  ],
  ES: [licensing, administrator],
  FR: [licensing, customs, administrator],
  IT: [licensing, administrator],
  NL: [
    { ...drafter, key: 'second-drafter', title: 'Second drafter' },
    { ...representative, key: 'deputy', title: 'Deputy of the representative', roles: ['deputy'] },
    licensing,
    customs,
    { key: 'services', title: 'Expert, services', roles: ['expert'], office: 'services' },
    permanentRepresentation,
    { key: 'reader', title: 'Reader', roles: ['reader'], office: 'ministry' },
    administrator,
    { ...administrator, key: 'second-administrator', title: 'Second administrator' },
  ],
}

const institutions: Partial<Record<DelegationCode, readonly Post[]>> = {
  COM: [
    { key: 'officer', title: 'Officer', roles: ['officer'], office: 'commission-service' },
    { key: 'reader', title: 'Reader', roles: ['reader'], office: 'commission-service' },
    {
      key: 'ducg-chair',
      title: 'Chair, Dual-Use Coordination Group',
      roles: ['chair'],
      body: 'DUCG',
      office: 'commission-service',
    },
    administrator,
  ],
  GSC: [
    { key: 'reader', title: 'Reader', roles: ['reader'], office: 'council-secretariat' },
    administrator,
  ],
}

/** In protocol order, and for each delegation the drafter first. */
export const demoPeople: readonly DemoPerson[] = inProtocolOrder([
  ...memberStates,
  'COM',
  'GSC',
]).flatMap((delegation) =>
  (institutions[delegation] ?? [...everywhere, ...(more[delegation] ?? [])]).map((post) =>
    personIn(delegation, post),
  ),
)

function personIn(
  delegation: DelegationCode,
  { key, title, roles, office, body }: Post,
): DemoPerson {
  return {
    key: `${delegation.toLowerCase()}-${key}`,
    delegation,
    name: `${title}, ${formalName(delegation)}`,
    title,
    roles,
    office: office ? `${delegation}:${office}` : null,
    ...(body && { body }),
  }
}

function formalName(delegation: DelegationCode): string {
  return delegation === 'COM' ? 'European Commission' : delegationName(delegation)
}

function region(key: string, name: string): Post {
  return {
    key,
    title: `Expert, ${name}`,
    roles: ['expert'],
    office: `licensing:${key}`,
  }
}
