import { isNothing, type LiveCopy, type State } from './live-copy.server.ts'
import { Presence } from './presence.server.ts'
import type { RefusalReason, ServerMessages } from './protocol.ts'
import type { Member } from './round.ts'

/** How members are reached: part of a room's `Outlet`. */
export interface Doors {
  sendPresence(message: ServerMessages['presence']): void
  /** From here on everything told reaches this socket too. */
  admit(socketId: string): void
  /** Takes a socket, or all, out of the room: nothing more is told to it. */
  release(socketId?: string): void
}

/**
 * What somebody is let in with. `ahead`: they know of something that is not in the log, which then is
 * not the log that it was. Null: the rights they were judged under are not those that hold here.
 */
export type Entry = State | 'ahead' | null

interface Wish {
  member: Member
  accessEpoch: number
  stateVector: Uint8Array
  enter(entry: Entry): void
}

/** Who is in a room, who wishes to be, and where their carets are. Somebody enters between two rounds. */
export class RoomMembers {
  readonly presence: Presence
  private readonly members = new Map<string, Member>()
  private wishes: Wish[] = []

  constructor(
    documentId: string,
    private readonly doors: Doors,
  ) {
    this.presence = new Presence((changes) => doors.sendPresence({ documentId, ...changes }))
  }

  get isEmpty(): boolean {
    return this.members.size === 0 && this.wishes.length === 0
  }

  get areAwaited(): boolean {
    return this.wishes.length > 0
  }

  /** Whether the text has to be read to let them in: they have a part of it already. */
  get needText(): boolean {
    return this.wishes.some(({ stateVector }) => !isNothing(stateVector))
  }

  wish(member: Member, accessEpoch: number, stateVector: Uint8Array): Promise<Entry> {
    return new Promise((enter) => this.wishes.push({ member, accessEpoch, stateVector, enter }))
  }

  /** Lets in who was judged under these rights; null: nobody. The copy must be equal to the log. */
  letIn(copy: LiveCopy, rights: number | null): void {
    for (const { member, accessEpoch, stateVector, enter } of this.wishes.splice(0)) {
      if (accessEpoch !== rights) enter(null)
      else if (!copy.holds(stateVector)) enter('ahead')
      else {
        this.admit(member)
        enter(copy.stateSince(stateVector))
      }
    }
  }

  /** Why they may not write, if they may not. */
  reasonAgainst(member: Member): RefusalReason | null {
    if (this.members.get(member.socketId) !== member) return 'not-joined'
    return member.mode === 'write' ? null : 'read-only'
  }

  leave(socketId: string): void {
    const member = this.members.get(socketId)
    if (member) this.presence.leave(member.clientId)
    this.members.delete(socketId)
  }

  /** Takes them out: they must join anew, under a new client id. */
  expel(socketId: string): void {
    this.leave(socketId)
    this.doors.release(socketId)
  }

  /** Nobody is in any more, and nobody comes. */
  close(): void {
    for (const { enter } of this.wishes.splice(0)) enter(null)
    this.doors.release()
    this.members.clear()
    this.presence.stop()
  }

  /** Somebody may come back under their client id before the line that broke has been noticed. */
  private admit(member: Member) {
    this.leave(member.socketId)
    for (const { clientId, socketId } of this.members.values())
      if (clientId === member.clientId) this.expel(socketId)
    this.members.set(member.socketId, member)
    this.doors.admit(member.socketId)
    this.presence.enter(member)
  }
}
