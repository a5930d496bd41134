import { z } from 'zod'
import type { ContentNode } from '#app/text/content.ts'
import type { ProposedChange } from '#app/text/proposal-now.ts'
import { remembered } from '#app/text/remembered.ts'

export const proposalKinds = ['words', 'replace', 'insert-after', 'delete'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/**
 * What a comment proposes, as it was made: the version that it was made on, the element, and the nodes
 * before and after as canonical JSON. It is a record beside the text and never an edit of it.
 */
export const proposalSchema = z.object({
  kind: z.enum(proposalKinds),
  versionId: z.uuid(),
  elementId: z.string(),
  /** Of the words in their line; both 0 where it is about the element. */
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
})
export type Proposal = z.infer<typeof proposalSchema>

/** The same with its nodes: they were checked by the schema when it was written. */
export const changeOf = remembered(
  ({ kind, elementId, from, to, before, after }: Proposal): ProposedChange => ({
    kind,
    elementId,
    from,
    to,
    before: nodesOf(before),
    after: nodesOf(after),
  }),
)

function nodesOf(json: string): ContentNode[] {
  const nodes: ContentNode[] = JSON.parse(json)
  return nodes
}

export function isSameProposal(one: Proposal | null, other: Proposal | null): boolean {
  if (!one || !other) return one === other
  return proposalFields.every((field) => one[field] === other[field])
}

const proposalFields = proposalSchema.keyof().options
