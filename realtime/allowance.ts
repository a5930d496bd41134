/**
 * So much at once, and so much more each second. It answers at once, unlike a limiter that is
 * waited for, so messages keep their order.
 */
export class Allowance {
  private left: number
  private since = performance.now()

  constructor(
    private readonly most: number,
    private readonly perSecond: number,
  ) {
    this.left = most
  }

  /** Whether `amount` may be spent now; if so it is. */
  spend(amount: number): boolean {
    const now = performance.now()
    this.left = Math.min(this.most, this.left + ((now - this.since) / 1000) * this.perSecond)
    this.since = now
    if (amount > this.left) return false
    this.left -= amount
    return true
  }
}
