/**
 * Whether words are the same, or the same turned: of what is put in before or behind its likes, an
 * editor may say that it begins further on ("for y" behind "for x" may be read as "y for").
 */
export function isTurned(words: string, other: string): boolean {
  return words.length === other.length && (words + words).includes(other)
}
