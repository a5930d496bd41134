/** Keeps what was asked for last, up to a weight in all. For what never changes under its key. */
export class Kept<Value> {
  private readonly values = new Map<string, { value: Value; weight: number }>()
  private weight = 0

  constructor(private readonly most: number) {}

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

  drop(key: string): void {
    this.weight -= this.values.get(key)?.weight ?? 0
    this.values.delete(key)
  }
}
