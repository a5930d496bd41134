/**
 * Asks again whenever it is needed, with never more than one question under way and a pause after
 * each: what comes meanwhile is gathered into the next one.
 */
export class Paced {
  private isNeeded = false
  private phase: 'idle' | 'asking' | 'pausing' = 'idle'
  private askedAt = 0

  constructor(
    /** Asks; false where it cannot be asked now, and will be needed again later. */
    private readonly ask: () => boolean,
    /** How many milliseconds to pause after a question that took so many. */
    private readonly pauseAfter: (tookMs: number) => number,
  ) {}

  need(): void {
    this.isNeeded = true
    this.go()
  }

  /** The question under way was answered, or will not be. */
  answered(): void {
    if (this.phase !== 'asking') return
    const pauseMs = this.pauseAfter(Date.now() - this.askedAt)
    this.phase = 'pausing'
    setTimeout(
      () => {
        this.phase = 'idle'
        this.go()
      },
      Math.max(pauseMs, 0),
    )
  }

  private go() {
    if (!this.isNeeded || this.phase !== 'idle') return
    this.askedAt = Date.now()
    this.phase = 'asking'
    if (this.ask()) this.isNeeded = false
    else this.phase = 'idle'
  }
}
