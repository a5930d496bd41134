import type { AuthoredPassage, Hand } from '#app/queries/draft-authors.server.ts'

/** Those who wrote or deleted something of a text, numbered in the order in which it is read. */
export interface Authors {
  people: readonly Hand[]
  /** From 1, by `authorKey`. */
  numbers: ReadonlyMap<string, number>
}

export function authorsIn(passages: readonly AuthoredPassage[]): Authors {
  const people: Hand[] = []
  const numbers = new Map<string, number>()
  for (const { writtenBy, deletedBy } of passages.flatMap(({ runs }) => runs)) {
    for (const hand of [writtenBy, deletedBy]) {
      if (!hand || numbers.has(authorKey(hand))) continue
      people.push(hand)
      numbers.set(authorKey(hand), people.length)
    }
  }
  return { people, numbers }
}

export function authorKey({ name, office, delegation }: Hand): string {
  return `${delegation} ${office ?? ''} ${name}`
}
