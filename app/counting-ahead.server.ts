import type { Deps } from '#app/commands/deps.ts'
import { deskTypes, type EventType, registerTypes } from '#app/measures/events.ts'
import { countDeskAhead } from '#app/queries/commission-desk.server.ts'
import { countRegisterAhead } from '#app/queries/register.server.ts'

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
    private readonly deps: Deps,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Resolves when everything is counted, or it is reported why not. */
  count(): Promise<void> {
    this.isAsked = true
    this.counting ??= this.countAll().finally(() => (this.counting = null))
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

  private async countAll() {
    while (this.isAsked && !this.isStopped) {
      this.isAsked = false
      try {
        await countRegisterAhead(this.deps)
        await countDeskAhead(this.deps)
      } catch (error) {
        if (!this.isStopped) this.report(error)
      }
    }
  }
}
