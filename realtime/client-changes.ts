import { FollowedDiscussion } from './client-discussion.ts'
import type { Line } from './client-line.ts'
import type { FollowDiscussion } from './client-types.ts'
import type { Change, ServerMessages, Watcher } from './protocol.ts'

interface Watch {
  reference: string
  version: number
  listener: (watchers: readonly Watcher[]) => void
}

/** What happens in the portal while this tab is open, and what happened while it was cut off. */
export class Changes {
  private readonly listeners = new Set<(change: Change | null) => void>()
  private readonly watches = new Set<Watch>()
  private readonly discussions = new Set<FollowedDiscussion>()
  private heardAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly line: Line,
    /** The last event heard of; null while none is known. */
    private last: number | null,
  ) {}

  onChange(listener: (change: Change | null) => void): () => void {
    this.listeners.add(listener)
    if (this.listeners.size === 1 && this.line.isConnected) this.follow()
    return () => void this.listeners.delete(listener)
  }

  followDiscussion(follow: FollowDiscussion): () => void {
    const discussion = new FollowedDiscussion(this.line, follow)
    this.discussions.add(discussion)
    const stop = this.onChange((change) => discussion.onChange(change))
    return () => {
      stop()
      discussion.stop()
      this.discussions.delete(discussion)
    }
  }

  watch(reference: string, version: number, listener: Watch['listener']): () => void {
    const watch = { reference, version, listener }
    this.watches.add(watch)
    if (this.line.isConnected) this.ask(watch)
    return () => {
      this.watches.delete(watch)
      const isWatched = [...this.watches].some((other) => isSame(other, watch))
      if (!isWatched && this.line.isConnected) {
        this.line.send('unwatch', { reference, version }, () => {})
      }
    }
  }

  onConnected(): void {
    if (this.listeners.size > 0) this.follow()
    for (const discussion of this.discussions) discussion.onConnected()
    for (const watch of this.watches) this.ask(watch)
  }

  onEvent(change: Change): void {
    this.last = Math.max(this.last ?? 0, change.eventId)
    this.tell(change)
  }

  /** Nothing was recorded on a file, and yet its pages may answer otherwise. */
  onRights(): void {
    for (const discussion of this.discussions) discussion.onRights()
    this.tell(null)
  }

  heardSince(moment: number): boolean {
    return this.heardAt > moment
  }

  private tell(change: Change | null) {
    this.heardAt = performance.now()
    for (const listener of this.listeners) listener(change)
  }

  onWatchers({ reference, version, watchers }: ServerMessages['watchers']): void {
    for (const watch of this.watches) {
      if (isSame(watch, { reference, version })) watch.listener(watchers)
    }
  }

  private follow() {
    this.line.send('follow', { after: this.last }, (answer) => {
      if (!answer.ok) return
      for (const change of answer.missed ?? [null]) this.tell(change)
      this.last = Math.max(this.last ?? 0, answer.eventId)
    })
  }

  private ask(watch: Watch) {
    const { reference, version } = watch
    this.line.send('watch', { reference, version }, (answer) => {
      if (answer.ok && this.watches.has(watch)) watch.listener(answer.watchers)
    })
  }
}

function isSame(a: Pick<Watch, 'reference' | 'version'>, b: Pick<Watch, 'reference' | 'version'>) {
  return a.reference === b.reference && a.version === b.version
}
