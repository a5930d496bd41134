import { useMemo } from 'react'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { ProposalsPage, ProposalView } from '#app/queries/proposals.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'

export interface ProposalName {
  /** What it is about: "3B801.f.5", with a number where the same state proposes more for it. */
  readonly place: string
  /** "EL, 3B801.f.5" */
  readonly name: string
}

export type NameProposal = (proposal: ProposalView) => ProposalName

/** How the proposals of a page are called, no two alike. */
export function useProposalNames({
  proposals,
  version,
}: Pick<ProposalsPage, 'proposals' | 'version'>): NameProposal {
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames(version.kind)
  return useMemo(() => {
    const numbers = numbersOf(
      proposals.map(({ comment: { id, delegation }, thread }) => ({
        id,
        delegation,
        place: threadPlace(thread),
      })),
    )
    return ({ comment: { id, delegation }, thread }) => {
      const alone = threadPlace(thread)
      const number = numbers.get(id)
      const place = number ? t('proposals.numbered', { place: alone, number }) : alone
      return { place, name: `${delegation}, ${place}` }
    }
  }, [proposals, threadPlace, t])
}

interface Called {
  readonly id: string
  readonly delegation: DelegationCode
  readonly place: string
}

/** Which of those of one state at one place each is, in their order, by its id; none of what is alone. */
export function numbersOf(called: readonly Called[]): Map<string, number> {
  const groups = new Map<string, string[]>()
  for (const { id, delegation, place } of called) {
    const name = `${delegation}, ${place}`
    groups.set(name, [...(groups.get(name) ?? []), id])
  }
  const alike = [...groups.values()].filter(({ length }) => length > 1)
  return new Map(alike.flatMap((ids) => ids.map((id, index) => [id, index + 1])))
}
