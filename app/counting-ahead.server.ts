import { deskTypes, type EventType, registerTypes } from '#app/measures/events.ts'

const changing: ReadonlySet<EventType> = new Set([...registerTypes, ...deskTypes])

/**
 * Counts what pages need of everything before somebody looks: when the node starts, and after acts that
 * change it. Who looks meanwhile waits for the same answer.
 */
export class CountingAhead {
  private isAsked = false
  private isStopped = false
  private counting: Promise<void> | null = null

  constructor(
    /** Counts all of it where it is looked at. */
    private readonly countAll: () => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Resolves when everything is counted, or it is reported why not. */
  count(): Promise<void> {
    this.isAsked = true
    this.counting ??= this.countWhileAsked().finally(() => (this.counting = null))
    return this.counting
  }

  /** Acts of these types were recorded. */
  recorded(types: readonly EventType[]): void {
    if (types.some((type) => changing.has(type))) void this.count()
  }

  /** Begins nothing more; what is being counted ends with the database. */
  stop(): void {
    this.isStopped = true
  }

  private async countWhileAsked() {
    while (this.isAsked && !this.isStopped) {
      this.isAsked = false
      try {
        await this.countAll()
      } catch (error) {
        if (!this.isStopped) this.report(error)
      }
    }
  }
}
