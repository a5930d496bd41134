import { createContext } from 'react'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { ProposalKind } from '#app/measures/proposal.ts'
import type { ProposedLine } from '#app/text/proposed-lines.ts'

/** A proposal as it is shown in a text, with its author; it is beside the words and not of them. */
export interface ProposalInText {
  readonly id: string
  readonly delegation: DelegationCode
  readonly kind: ProposalKind
  /** What is to stand there, where words take the place of words. */
  readonly words: string
  readonly lines: readonly ProposedLine[]
}

export interface ProposedSpan {
  readonly from: number
  readonly to: number
  readonly proposal: ProposalInText
}

/** Where proposals stand in a text: on words, by offset, or on an element. */
export interface ProposalsInText {
  readonly onWords: readonly ProposedSpan[]
  readonly ofElement: ReadonlyMap<string, readonly ProposalInText[]>
}

export const noProposals: ProposalsInText = { onWords: [], ofElement: new Map() }

export const ProposalsContext = createContext<ProposalsInText>(noProposals)
