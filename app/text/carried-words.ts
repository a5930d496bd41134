import type { UnitRun } from './text-units.ts'

/** So many characters alike, where something was deleted and inserted at once, are the same words. */
const leastPart = 4

/** A part of what came that is a part of what went. */
export interface CarriedPart {
  readonly at: number
  readonly length: number
  readonly source: UnitRun
  readonly sourceAt: number
}

interface Place {
  readonly source: number
  readonly at: number
}

/** What went with an update, to be found again in what came with it. Each character is found once. */
export class CarriedWords {
  private readonly taken: Uint8Array[]
  private readonly index = new Map<string, Place[]>()

  constructor(private readonly gone: readonly UnitRun[]) {
    this.taken = gone.map(({ words }) => new Uint8Array(words.length))
    for (const [source, { words }] of gone.entries()) {
      for (let at = 0; at + leastPart <= words.length; at++) {
        const key = words.slice(at, at + leastPart)
        const places = this.index.get(key)
        if (places) places.push({ source, at })
        else this.index.set(key, [{ source, at }])
      }
    }
  }

  /** The parts of some words that are here, from the beginning on, each as long as it goes. */
  takeFor(words: string): CarriedPart[] {
    const whole = this.gone.findIndex(
      (one, source) => one.words === words && !this.taken[source]?.includes(1),
    )
    if (whole !== -1)
      return [this.take({ at: 0, length: words.length, place: { source: whole, at: 0 } })]
    const parts: CarriedPart[] = []
    for (let at = 0; at + leastPart <= words.length;) {
      const found = this.longest(words, at)
      if (found) parts.push(this.take(found))
      at += found?.length ?? 1
    }
    return parts.length === 0 && words.length < 2 ? [] : [...parts, ...this.between(words, parts)]
  }

  /** What is left between the parts, where all of it is here too, however short. */
  private between(words: string, parts: readonly CarriedPart[]): CarriedPart[] {
    const gaps: { at: number; length: number }[] = []
    let end = 0
    for (const { at, length } of [...parts, { at: words.length, length: 0 }]) {
      if (at > end) gaps.push({ at: end, length: at - end })
      end = at + length
    }
    return gaps.flatMap(({ at, length }) => {
      const place = this.placeOf(words.slice(at, at + length))
      return place ? [this.take({ at, length, place })] : []
    })
  }

  private placeOf(words: string): Place | null {
    for (const [source, { words: old }] of this.gone.entries()) {
      for (let at = old.indexOf(words); at !== -1; at = old.indexOf(words, at + 1)) {
        if (!this.taken[source]?.subarray(at, at + words.length).includes(1)) return { source, at }
      }
    }
    return null
  }

  private longest(words: string, at: number) {
    let found: { at: number; length: number; place: Place } | null = null
    for (const place of (this.index.get(words.slice(at, at + leastPart)) ?? []).slice(0, 200)) {
      const length = this.lengthAt(words, at, place)
      if (length >= leastPart && length > (found?.length ?? 0)) found = { at, length, place }
    }
    return found
  }

  private lengthAt(words: string, at: number, { source, at: from }: Place): number {
    const old = this.gone[source]?.words ?? ''
    const isFree = (length: number) => this.taken[source]?.[from + length] === 0
    let length = 0
    while (
      at + length < words.length &&
      words[at + length] === old[from + length] &&
      isFree(length)
    )
      length++
    return length
  }

  private take({ at, length, place }: { at: number; length: number; place: Place }): CarriedPart {
    const source = this.gone[place.source]
    if (!source) throw new Error('words were found in nothing')
    this.taken[place.source]?.fill(1, place.at, place.at + length)
    return { at, length, source, sourceAt: place.at }
  }
}
