import { canonicalJson } from './canonical.ts'
import type { ContentNode } from './content.ts'
import { withoutReferences } from './inline.ts'
import type { Slice } from './slice.ts'

/**
 * What nodes say, to be compared. What is not set is absent in some texts and null or false in others,
 * and says the same; so do words that were marked as a reference meanwhile.
 */
export function saying(slice: Slice): string {
  const bare = ({ attrs = {}, content, ...node }: ContentNode): ContentNode => {
    const set = Object.entries(attrs).filter(([, value]) => value !== null && value !== false)
    return {
      ...node,
      ...(set.length > 0 && { attrs: Object.fromEntries(set) }),
      ...(content && { content: content.map(bare) }),
    }
  }
  return canonicalJson(slice.map((node) => bare(withoutReferences(node))))
}
