/** All that there are on this node; they come and go with what uses them. */
const all = new Set<WeakRef<Kept<unknown>>>()

/** Nothing is kept any more: what it was made of may have been withheld (security, row 46). */
export function forgetKept(): void {
  for (const one of all) {
    const kept = one.deref()
    if (kept) kept.dropAll()
    else all.delete(one)
  }
}

/** Keeps what was asked for last, up to a weight in all. For what never changes under its key. */
export class Kept<Value> {
  private readonly values = new Map<string, { value: Value; weight: number }>()
  private weight = 0

  constructor(private readonly most: number) {
    all.add(new WeakRef<Kept<unknown>>(this))
  }

  get(key: string): Value | undefined {
    const found = this.values.get(key)
    if (!found) return undefined
    // A map remembers the order in which its keys came: the one asked for last stands last.
    this.values.delete(key)
    this.values.set(key, found)
    return found.value
  }

  keep(key: string, value: Value, weight: number): void {
    this.drop(key)
    this.values.set(key, { value, weight })
    this.weight += weight
    for (const oldest of this.values.keys()) {
      if (this.weight <= this.most) return
      this.drop(oldest)
    }
  }

  dropAll(): void {
    this.values.clear()
    this.weight = 0
  }

  drop(key: string): void {
    this.weight -= this.values.get(key)?.weight ?? 0
    this.values.delete(key)
  }
}
