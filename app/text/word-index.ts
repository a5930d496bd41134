/** Finds which of many lists of words share words with another one. */
export class WordIndex {
  readonly #places = new Map<string, number[]>()

  constructor(lists: readonly (readonly string[])[]) {
    for (const [place, words] of lists.entries()) {
      for (const word of new Set(words)) {
        if (word.trim() === '') continue
        const places = this.#places.get(word)
        if (places) places.push(place)
        else this.#places.set(word, [place])
      }
    }
  }

  /**
   * By the place of a list, how many of the words stand in it; a word that repeats counts each time.
   * Words that stand in more than `most` lists tell little and are passed over.
   */
  sharing(words: readonly string[], most = Infinity): Map<number, number> {
    const shared = new Map<number, number>()
    for (const word of words) {
      const places = this.#places.get(word) ?? []
      if (places.length > most) continue
      for (const place of places) {
        shared.set(place, (shared.get(place) ?? 0) + 1)
      }
    }
    return shared
  }
}
