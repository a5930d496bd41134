/**
 * What this page holds that was not sent: forms in which somebody typed, texts that are not saved.
 * One list for the page, because leaving it is one question. In the browser only.
 */
const holders = new Map<() => boolean, Element | null>()
const listeners = new Set<() => void>()

/**
 * `holdsWords` is asked when the page is about to be left. `place`: where on the page the words are.
 * Gives what takes it off the list.
 */
export function registerUnsent(holdsWords: () => boolean, place: Element | null = null) {
  holders.set(holdsWords, place)
  noteUnsent()
  return (): void => {
    holders.delete(holdsWords)
    noteUnsent()
  }
}

/** What one of them holds may be otherwise now. */
export function noteUnsent(): void {
  for (const listener of listeners) listener()
}

export function onUnsentChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function isAnythingUnsent(): boolean {
  return [...holders.keys()].some((holdsWords) => holdsWords())
}

/** Where on the page words stand that were not sent. */
export function unsentPlaces(): Element[] {
  return [...holders].flatMap(([holdsWords, place]) => (place && holdsWords() ? [place] : []))
}

/** What stood in a form that was taken off the screen. */
export interface LostWords {
  words: string
  /** They were sent, and no answer has come. */
  isUnderWay: boolean
}

let lost: LostWords[] = []
const finders = new Set<(words: string[]) => void>()

/** A form is taken off the screen with words in it. Who shows them has until the screen is drawn. */
export function letGo(words: LostWords): void {
  lost.push(words)
  queueMicrotask(tellFinders)
}

/** What the forms held that the screen which is being drawn takes the place of. */
export function takeLost(): LostWords[] {
  return lost.splice(0)
}

/**
 * Told of words that were not sent and lost their form on a screen that stays. What is under way is
 * left out: there, the form goes because what it asked was done.
 */
export function onLost(find: (words: string[]) => void): () => void {
  finders.add(find)
  return () => void finders.delete(find)
}

function tellFinders(): void {
  const words = lost.filter(({ isUnderWay }) => !isUnderWay).map(({ words }) => words)
  lost = []
  if (words.length > 0) for (const find of finders) find(words)
}
