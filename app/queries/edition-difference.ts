import { entryDocument } from '#app/text/entry-document.ts'
import type { ContentNode } from '#app/text/content.ts'
import { redline, type RedlineElement } from '#app/text/redline.ts'
import { writeParameter } from '#app/text/parameters.ts'

/** What changed in one provision from one edition to the next. */
export interface ProvisionDifference {
  id: string
  provision: string
  status: 'changed' | 'added' | 'removed' | 'moved'
  runs: { kind: 'same' | 'added' | 'removed'; text: string }[]
  /** Control parameters that are read otherwise, `≤ 21 nm` → `≤ 15 nm`, or the words of what is not read. */
  parameters: { before: string | null; after: string | null }[]
}

/** The difference between two editions of an entry, in words and in control parameters. */
export function editionDifference(
  before: ContentNode,
  after: ContentNode,
  language: string,
): ProvisionDifference[] {
  return redline(entryDocument(before), entryDocument(after), language).flatMap(
    (element, index) => {
      const { runs, parameters } = element
      const status = shownStatus(element.status)
      if (status === null || runs.length === 0) return []
      return [
        {
          id: `${index}`,
          provision: (element.after ?? element.before)?.provision ?? '',
          status,
          runs: runs.map(({ kind, text }) => ({ kind, text })),
          parameters: parameters.map(({ before, after, change, wording }) => ({
            before: before ? writeParameter(before) : wordsOf(change, wording?.before),
            after: after ? writeParameter(after) : wordsOf(change, wording?.after),
          })),
        },
      ]
    },
  )
}

/** What is not understood is shown in its words. */
function wordsOf(
  change: RedlineElement['parameters'][number]['change'],
  words: string | undefined,
): string | null {
  return change === 'not-understood' ? words || null : null
}

/** What was split, joined or lettered otherwise is a change here. */
function shownStatus(status: RedlineElement['status']): ProvisionDifference['status'] | null {
  if (status === 'same') return null
  return status === 'split' || status === 'joined' || status === 'renumbered' ? 'changed' : status
}
