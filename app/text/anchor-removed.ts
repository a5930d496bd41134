import { nowhere, type Placement } from './anchor-placement.ts'

/**
 * What is said of words in a version after one from which they had been removed. Unless they came back
 * as they were, they stay removed, and are not looked for among words that only resemble them: what one
 * version was sure of is not in doubt because of what was written elsewhere since. `elementId`: where
 * they were, if that is still there.
 */
export function afterRemoval(found: Placement, elementId: string | null): Placement {
  const isBack = found.condition === 'exact' || found.condition === 'moved'
  const isSaid = isBack || found.condition === 'text-removed'
  return isSaid ? found : { ...nowhere, elementId }
}
