import { logicOf, plainText, type ContentNode } from './content.ts'
import type { Logic } from './grammar.ts'
import { leadsIn } from './lead-in.ts'

/**
 * "any of the following" stands after the words that lead in to the points, unless these do so
 * themselves: before which of the children it is to be put, or null where nothing is to be said.
 * `above`: what stands above the content, such as the heading of an entry.
 */
export function logicWords(
  parent: ContentNode,
  language: string,
  above = '',
): { logic: Logic; before: number } | null {
  const logic = logicOf(parent)
  const content = parent.content ?? []
  const before = content.findIndex((node) => node.type === 'point')
  const lines = content.slice(0, Math.max(0, before)).filter(({ type }) => type !== 'note')
  const lead = [above, ...lines.map(plainText)].join('\n').trim().split('\n').at(-1) ?? ''
  return !logic || before === -1 || leadsIn(lead, language) ? null : { logic, before }
}
