import type { DoubledWords } from '#app/text/doubled-words.ts'

/** Words whose line was removed while they were written. */
export interface LostWords {
  readonly key: string
  readonly words: string
  /** The name of who wrote them. */
  readonly by: string
  /** When they lost their place. */
  readonly at: string
  /** The element after which they can stand again; null: at the end of the text. */
  readonly after: string | null
}

/** What two people who wrote at the same moment did to each other's words. */
export interface Displaced {
  readonly lost: readonly LostWords[]
  /** The second copies of words that stand twice. */
  readonly doubled: readonly DoubledWords[]
}
