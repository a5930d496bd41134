import type { AuthoredPassage, Hand } from '#app/queries/draft-authors.server.ts'

/** Those whose words are shown of a text, numbered in the order in which it is read. */
export interface Authors {
  people: readonly Hand[]
  /** From 1, by `authorKey`. */
  numbers: ReadonlyMap<string, number>
}

export function authorsIn(passages: readonly AuthoredPassage[]): Authors {
  const people: Hand[] = []
  const numbers = new Map<string, number>()
  for (const { writtenBy } of passages.flatMap(({ runs }) => runs)) {
    if (!writtenBy || numbers.has(authorKey(writtenBy))) continue
    people.push(writtenBy)
    numbers.set(authorKey(writtenBy), people.length)
  }
  return { people, numbers }
}

/** Passages as they are shown: with what was deleted from them or without. */
export function shownPassages(
  passages: readonly AuthoredPassage[],
  hasDeleted: boolean,
): AuthoredPassage[] {
  return passages
    .map(({ runs, ...passage }) => ({
      ...passage,
      runs: runs.filter(({ deletedBy }) => hasDeleted || deletedBy === null),
    }))
    .filter(({ runs }) => runs.length > 0)
}

export function authorKey({ name, office, delegation }: Hand): string {
  return `${delegation} ${office ?? ''} ${name}`
}
