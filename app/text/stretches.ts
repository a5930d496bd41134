import type { DelegationCode } from '#app/measures/delegation-codes.ts'

/**
 * Who wrote at a text, and when, as stretches: so many are there as minutes in which somebody wrote, and
 * not as updates in the log.
 */

/** Who made an update of the log, and when; nobody made those of the server. */
export interface SignedUpdate {
  readonly seq: number
  readonly personId: string | null
  readonly delegation: DelegationCode | null
  readonly at: Date
}

/** Updates of one person that stand behind each other in the log, all of them in one minute. */
export interface Stretch {
  /** Numbers of its first and last update. */
  readonly from: number
  readonly to: number
  readonly personId: string
  readonly delegation: DelegationCode
  /** When the first and the last were made: milliseconds since 1970. */
  readonly began: number
  readonly ended: number
}

const minute = 60_000

export class Stretches {
  private readonly all: Stretch[] = []
  private last = 0

  static from(all: readonly Stretch[], seq: number): Stretches {
    const stretches = new Stretches()
    stretches.all.push(...all)
    stretches.last = seq
    return stretches
  }

  /** Takes what follows in the log; what it has already is passed over. */
  take(log: readonly SignedUpdate[]): void {
    for (const { seq, personId, delegation, at } of log) {
      if (seq <= this.last) continue
      this.last = seq
      if (personId === null || delegation === null) continue
      this.add({ personId, delegation }, seq, at.getTime())
    }
  }

  /** Those up to an update of the log. */
  upTo(seq: number): Stretch[] {
    return this.all
      .filter(({ from }) => from <= seq)
      .map((one) => (one.to > seq ? { ...one, to: seq } : one))
  }

  /** Null for an update that nobody made. */
  at(seq: number): Stretch | null {
    let [low, high] = [0, this.all.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const stretch = this.all[middle]
      if (!stretch) break
      if (seq < stretch.from) high = middle - 1
      else if (seq > stretch.to) low = middle + 1
      else return stretch
    }
    return null
  }

  private add(by: Pick<Stretch, 'personId' | 'delegation'>, seq: number, at: number) {
    const last = this.all.at(-1)
    const goesOn =
      last?.to === seq - 1 &&
      last.personId === by.personId &&
      last.delegation === by.delegation &&
      Math.floor(last.began / minute) === Math.floor(at / minute)
    if (goesOn) this.all.splice(-1, 1, { ...last, to: seq, ended: at })
    else this.all.push({ from: seq, to: seq, ...by, began: at, ended: at })
  }
}
