import type { DoubledWords } from '#app/text/doubled-words.ts'
import type { PlaceInLine } from '#app/text/lost-places.ts'
import type { Stranded } from '#app/text/stranded-words.ts'
import type { Struck } from '#app/text/struck-words.ts'
import type { Units } from '#app/text/text-units.ts'

/** Words whose line was removed or moved while they were written. */
export interface LostWords {
  readonly key: string
  readonly words: string
  /** The name of who wrote them. */
  readonly by: string
  /** When they lost their place. */
  readonly at: string
  /** The element after which they can stand again; null: at the end of the text. */
  readonly after: string | null
  /** Their place in the line that they were written in, where that was not removed but moved. */
  readonly moved: PlaceInLine | null
  /** What they are made of, by which they are named. */
  readonly units: readonly Units[]
}

/** Words that stand in a line while what they were written among was carried to another. */
export interface StrandedWords extends Pick<
  Stranded,
  'elementId' | 'from' | 'to' | 'words' | 'belongs'
> {
  readonly key: string
  /** The name of who wrote them. */
  readonly by: string
  /** What they wrote these for, where they belong: it still stands there. */
  readonly replaces: StruckWords | null
}

/** Words that another deleted while their line was written anew, and that stand again so. */
export interface StruckWords extends Omit<Struck, 'deletedBy'> {
  readonly key: string
  /** The name of who deleted them. */
  readonly by: string
}

/** What two people who wrote at the same moment did to each other's words. */
export interface Displaced {
  readonly lost: readonly LostWords[]
  /** The second copies of words that stand twice. */
  readonly doubled: readonly DoubledWords[]
  readonly stranded: readonly StrandedWords[]
  readonly struck: readonly StruckWords[]
}
