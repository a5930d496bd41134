interface Span {
  readonly start: number
  readonly end: number
  readonly seq: number
}

/** By which update of a log each clock of each Yjs client came, or went; each does so once. */
export class UpdateSpans {
  private readonly spans = new Map<number, Span[]>()
  private isSorted = true

  add(client: number, start: number, end: number, seq: number): void {
    const spans = this.spans.get(client) ?? []
    spans.push({ start, end, seq })
    this.spans.set(client, spans)
    this.isSorted = false
  }

  at(client: number, clock: number): number | null {
    this.sort()
    const spans = this.spans.get(client) ?? []
    let [low, high] = [0, spans.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const span = spans[middle]
      if (!span) break
      if (clock < span.start) high = middle - 1
      else if (clock >= span.end) low = middle + 1
      else return span.seq
    }
    return null
  }

  /** Four numbers for each span, to be kept. */
  toNumbers(): number[] {
    return [...this.spans].flatMap(([client, spans]) =>
      spans.flatMap(({ start, end, seq }) => [client, start, end, seq]),
    )
  }

  static fromNumbers(numbers: readonly number[]): UpdateSpans {
    const spans = new UpdateSpans()
    for (let at = 0; at + 3 < numbers.length; at += 4) {
      const [client = 0, start = 0, end = 0, seq = 0] = numbers.slice(at, at + 4)
      spans.add(client, start, end, seq)
    }
    return spans
  }

  private sort() {
    if (this.isSorted) return
    for (const spans of this.spans.values()) spans.sort((a, b) => a.start - b.start)
    this.isSorted = true
  }
}
