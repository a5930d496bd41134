import type { Database } from '#db/client.server.ts'
import { findActorOfSession, findLiveSessions } from '#db/sessions.server.ts'
import type { LiveSocket, Report } from './live-socket.server.ts'

/** A timer cannot wait longer; a session's changes are looked at again then. */
const longestTimer = 2 ** 31 - 1
/** A timer may end a little early; a look too early is repeated. */
const marginMs = 200
/** Activity is noted no oftener than this; the session's own limit is two hours. */
const activityMs = 60_000

interface Entry {
  sockets: Set<LiveSocket>
  timer: NodeJS.Timeout | null
  activeAt: number
}

/** The sockets of each session: they act with the rights that the session has now, and end with it. */
export class SessionSockets {
  private readonly entries = new Map<string, Entry>()

  constructor(
    private readonly db: Database,
    private readonly report: Report,
    /** What a socket has joined is to be judged by its new rights. */
    private readonly onRightsChanged: (socket: LiveSocket) => void,
  ) {}

  add(socket: LiveSocket, changesInMs: number): void {
    const { sessionId } = socket.data
    const entry = this.entries.get(sessionId) ?? {
      sockets: new Set(),
      timer: null,
      activeAt: performance.now(),
    }
    entry.sockets.add(socket)
    this.entries.set(sessionId, entry)
    this.schedule(sessionId, entry, changesInMs)
  }

  remove(socket: LiveSocket): void {
    const { sessionId } = socket.data
    const entry = this.entries.get(sessionId)
    if (!entry?.sockets.delete(socket) || entry.sockets.size > 0) return
    if (entry.timer) clearTimeout(entry.timer)
    this.entries.delete(sessionId)
  }

  /** Who writes for hours without opening a page is active too. */
  noteActivity({ data: { sessionId } }: LiveSocket): void {
    const entry = this.entries.get(sessionId)
    if (!entry || performance.now() - entry.activeAt < activityMs) return
    entry.activeAt = performance.now()
    void this.look(sessionId, true)
  }

  /** Ends the sockets of a session that is no more, and renews the rights of one that is. */
  look(sessionId: string, isActive = false): Promise<void> {
    return this.judge(sessionId, isActive).catch((error: unknown) =>
      this.report('a session was not looked at', {}, error),
    )
  }

  /** The same for all; fails when it could not be asked. */
  async judgeAll(): Promise<void> {
    await Promise.all([...this.entries.keys()].map((sessionId) => this.judge(sessionId, false)))
  }

  private async judge(sessionId: string, isActive: boolean) {
    const entry = this.entries.get(sessionId)
    if (!entry) return
    const session = await findActorOfSession(this.db, sessionId, { isActive })
    if (!session) return this.end(sessionId)
    for (const socket of entry.sockets) {
      const isSame = JSON.stringify(socket.data.actor) === JSON.stringify(session.actor)
      socket.data.actor = session.actor
      if (!isSame) this.onRightsChanged(socket)
    }
    this.schedule(sessionId, entry, session.changesInMs)
  }

  /** The rights of people of a delegation changed. */
  lookAtPeopleOf(delegation: string): void {
    for (const [sessionId, { sockets }] of this.entries) {
      const [socket] = sockets
      if (socket?.data.actor.delegation === delegation) void this.look(sessionId)
    }
  }

  lookAtAll(): void {
    for (const sessionId of this.entries.keys()) void this.look(sessionId)
  }

  /** Finds ended sessions of which no notification came. */
  async sweep(): Promise<void> {
    const ids = [...this.entries.keys()]
    if (ids.length === 0) return
    const live = await findLiveSessions(this.db, ids)
    for (const id of ids) if (!live.has(id)) this.end(id)
  }

  private end(sessionId: string) {
    for (const socket of this.entries.get(sessionId)?.sockets ?? []) {
      socket.emit('goodbye', { reason: 'signed-out' })
      socket.disconnect(true)
    }
  }

  private schedule(sessionId: string, entry: Entry, changesInMs: number) {
    if (entry.timer) clearTimeout(entry.timer)
    const ms = Math.max(changesInMs, 0) + marginMs
    entry.timer = setTimeout(() => void this.look(sessionId), Math.min(ms, longestTimer))
    entry.timer.unref()
  }
}
