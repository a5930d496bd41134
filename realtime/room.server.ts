import { setImmediate as turn } from 'node:timers/promises'
import type { PreparingDatabase } from '#db/client.server.ts'
import {
  findDocument,
  readUpdates,
  type Appended,
  type DocumentRecord,
  type LoggedUpdate,
  type Round,
} from '#db/document-log.server.ts'
import { replay } from '#db/document-text.server.ts'
import { judgeRound } from './judge-round.server.ts'
import type { LiveCopy } from './live-copy.server.ts'
import { merged } from './merged.ts'
import type { Presence } from './presence.server.ts'
import type { RefusalReason, ServerMessages } from './protocol.ts'
import { onlySocketOf, type Accepted, type Member, type Submission } from './round.ts'
import { type Doors, type Entry, RoomMembers } from './room-members.server.ts'
import { RoomRepairs } from './room-repairs.server.ts'
import { RoomSnapshots } from './room-snapshots.server.ts'
import { RoundQueue } from './round-queue.ts'
import { within } from './within.server.ts'

/**
 * The one live copy of a text on this node. It goes in turns: what arrives while a round is being
 * committed is gathered, goes through the gate together, and is the next round. A round is
 * committed, then sent to the others, then acknowledged. Between turns the copy is equal to the log;
 * during one it is ahead, and nobody reads it. Whenever what a round was judged on no longer holds,
 * or the log does not answer, the room closes: everybody joins again, is judged again, and sends
 * again what was not acknowledged. What a merge leaves that only a server can put right, two nodes with
 * one id, it answers with a round of its own.
 */

/** How a room reaches the sockets of its members, and the rest of the node. */
export interface Outlet extends Doors {
  /** To all members, or all but one. */
  sendUpdate(message: ServerMessages['update'], exceptSocketId?: string): void
  /** Tells all members to join again, and why. */
  sendAway(reason: RefusalReason): void
  /** When the next round may begin. */
  turn(): Promise<void>
  /** Commits a round, with those of other rooms that come at the same moment. */
  commit(round: Round): Promise<Appended>
  /** The log has come to `head`; other nodes may want to know. */
  committed(head: number): void
  /** The room is no more; another may be opened. */
  closed(): void
  /** For the operator; never words of a text. */
  report(what: string, ids: Record<string, string>, error?: unknown): void
}

const limits = {
  /** How long the log may take before a round counts as not stored. */
  commitMs: 5_000,
} as const

export class Room {
  isClosed = false
  private readonly members: RoomMembers
  private readonly queue = new RoundQueue()
  private isBehind = false
  private isWritingExpected = false
  private isStopping = false
  private running: Promise<void> | null = null
  private readonly snapshots: RoomSnapshots
  private readonly repairs: RoomRepairs

  /** `copy` is the text at the document's head; it is the room's from here on. */
  constructor(
    private readonly db: PreparingDatabase,
    readonly document: DocumentRecord,
    private readonly copy: LiveCopy,
    snapshotSeq: number,
    private readonly outlet: Outlet,
  ) {
    const report = (what: string, error: unknown) => this.report(what, error)
    this.snapshots = new RoomSnapshots(db, document.id, snapshotSeq, report)
    this.repairs = new RoomRepairs(db, document, copy)
    this.members = new RoomMembers(document.id, outlet)
  }

  get presence(): Presence {
    return this.members.presence
  }

  get seq(): number {
    return this.copy.seq
  }

  /** Updates that are in no snapshot. */
  get tail(): number {
    return this.snapshots.tailAt(this.seq)
  }

  get isIdle(): boolean {
    return !this.running && this.members.isEmpty
  }

  /** Lets somebody in between two rounds; null: they are to be judged again, perhaps in another room. */
  async enter(
    member: Member,
    { accessEpoch, head }: Pick<DocumentRecord, 'accessEpoch' | 'head'>,
    stateVector: Uint8Array,
  ): Promise<Entry> {
    if (this.isClosed || this.isStopping) return null
    if (head > this.seq) this.isBehind = true
    const entering = this.members.wish(member, accessEpoch, stateVector)
    this.run()
    return entering
  }

  leave(socketId: string): void {
    this.members.leave(socketId)
  }

  submit(member: Member, updates: readonly Uint8Array[], answer: Submission['answer']): void {
    const reason = this.members.reasonAgainst(member)
    const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
    if (reason) return answer({ ok: false, reason })
    const isTaken = !this.isStopping && this.queue.add({ member, updates, bytes, answer })
    if (!isTaken) return answer({ ok: false, reason: 'busy' })
    this.run()
  }

  /** Somebody put their caret into the text: it is read before their first word comes. */
  expectWriting({ mode }: Member): void {
    if (this.copy.isOpen || mode !== 'write') return
    this.isWritingExpected = true
    this.run()
  }

  /** The document may have changed in the database: by a command, or by another node. */
  lookAgain(): void {
    this.isBehind = true
    this.run()
  }

  /** Finishes what was accepted, takes nothing more, and closes. */
  async stop(): Promise<void> {
    this.isStopping = true
    await this.running
    this.close('busy')
  }

  /** Ends the room. What waits is answered with `reason`; members are told to join again. */
  close(reason: RefusalReason): void {
    if (this.isClosed) return
    this.isClosed = true
    for (const { answer } of this.queue.takeAll()) answer({ ok: false, reason })
    this.outlet.sendAway(reason)
    this.members.close()
    this.outlet.closed()
    if (!this.running) this.copy.destroy()
  }

  private run(): void {
    if (this.running || this.isClosed) return
    this.running = this.takeTurns()
      .catch((error: unknown) => {
        this.report('a turn failed', error)
        this.close('not-stored')
      })
      .finally(() => {
        this.running = null
        if (this.isClosed) this.copy.destroy()
        // Something may have come between the last look and here.
        else if (this.hasWork) this.run()
      })
  }

  private get hasWork(): boolean {
    const { queue, members, isBehind, needsReading } = this
    return !queue.isEmpty || members.areAwaited || isBehind || needsReading
  }

  /** Whether the copy has to be read into memory for what is to be done next. */
  private get needsReading(): boolean {
    if (this.copy.isOpen) return false
    if (this.isWritingExpected || !this.queue.isEmpty) return true
    return this.members.needText
  }

  private async takeTurns(): Promise<void> {
    while (!this.isClosed && this.hasWork) {
      // What has arrived with what woke us is read first: it goes with this round, and not alone with
      // the next.
      await (this.queue.isEmpty ? turn() : this.outlet.turn())
      if (this.isBehind) await this.catchUp()
      if (!this.isClosed && this.needsReading && !this.copy.open()) await this.renew()
      this.members.letIn(this.copy, this.isClosed ? null : this.document.accessEpoch)
      if (!this.isClosed && !this.queue.isEmpty) await this.round()
      if (!this.isClosed && this.repairs.isNeeded) await this.repair()
    }
  }

  /** Reads what others have appended; closes when rights, status or the log itself changed. */
  private async catchUp() {
    this.isBehind = false
    const { id, accessEpoch, epoch, status } = this.document
    const now = await within(limits.commitMs, findDocument(this.db, id))
    const isSame = now?.accessEpoch === accessEpoch && now.epoch === epoch && now.status === status
    if (!now || !isSame || now.head < this.seq) return this.close('not-joined')
    if (now.head === this.seq) return
    const missed = await within(limits.commitMs, readUpdates(this.db, id, this.seq, now.head))
    if (!this.isClosed) this.publish(missed, null, now.head)
  }

  private async round() {
    const { accepted, shares, whole } = await this.judge(this.queue.takeRound())
    if (!whole) {
      this.copy.settle()
      for (const { answer } of accepted) answer({ ok: true, seq: this.seq })
      return
    }
    const { id: documentId, accessEpoch } = this.document
    const clientIds = new Set(accepted.map(({ member }) => member.clientId))
    const round = { documentId, accessEpoch, after: this.seq, clientIds, shares }
    const appended = await this.append(round, accepted)
    if (appended) this.conclude(appended, whole, accepted)
  }

  /** Writes what only a server can: see `RoomRepairs`. */
  private async repair() {
    const made = await within(limits.commitMs, this.repairs.make())
    if (this.isClosed) return
    if (!made) {
      this.report('ids were not repaired', undefined)
      return this.renew()
    }
    const appended = await within(limits.commitMs, this.outlet.commit(made.round))
    if (appended.ok) return this.conclude(appended, made.whole, [])
    if (appended.reason !== 'overlap') return this.close('not-joined')
    await this.renew()
    this.isBehind = true
  }

  /** What was committed is told to everybody, and then called saved. */
  private conclude(
    { head, missed }: Pick<Extract<Appended, { ok: true }>, 'head' | 'missed'>,
    whole: Uint8Array,
    accepted: readonly Accepted[],
  ) {
    this.copy.settle()
    if (!this.isClosed) this.publish(missed, whole, head, onlySocketOf(accepted))
    for (const { answer } of accepted) answer({ ok: true, seq: head })
    this.outlet.committed(head)
    this.snapshots.consider(head)
  }

  /** Sends what is committed on: `missed` is new to this copy too, `own` came through it. */
  private publish(
    missed: readonly LoggedUpdate[],
    own: Uint8Array | null,
    head: number,
    author?: string,
  ) {
    const news = missed.map(({ update }) => update)
    this.copy.take(missed)
    const update = Buffer.from(merged(own ? [...news, own] : news) ?? []).toString('base64')
    const message = { documentId: this.document.id, after: this.seq, seq: head, update }
    this.copy.seq = head
    this.outlet.sendUpdate(message, news.length === 0 ? author : undefined)
  }

  private async judge(batch: readonly Submission[]) {
    const admitted = batch.filter(({ member, answer }) => {
      const reason = this.members.reasonAgainst(member)
      if (reason) answer({ ok: false, reason })
      return !reason
    })
    const { outcomes, shares, whole } = await judgeRound(this.copy, admitted, () => {
      this.report('a text was read anew', undefined)
      return this.renew()
    })
    this.queue.putBack(admitted.slice(outcomes.length))
    const accepted = outcomes.flatMap(({ isNew, refusal }, index): Accepted[] => {
      const submission = admitted[index]
      if (!submission) return []
      const { member, answer } = submission
      if (!refusal) return [{ member, isNew, answer }]
      const { socketId, personId } = member
      this.report(`an update was refused: ${refusal}`, undefined, { personId })
      // Whoever was refused must join anew, under a new client id.
      this.members.expel(socketId)
      return [{ member, isNew, answer: () => answer({ ok: false, reason: refusal }) }]
    })
    return { accepted, shares, whole }
  }

  /** Reads the copy anew from the log. */
  private async renew() {
    const { id } = this.document
    const { live, corrupt } = await within(limits.commitMs, replay(this.db, id, this.seq))
    for (const seq of corrupt) this.report('a snapshot was corrupt', undefined, { seq: `${seq}` })
    this.copy.replace(live)
  }

  private async append(
    round: Round,
    accepted: readonly Accepted[],
  ): Promise<{ head: number; missed: LoggedUpdate[] } | null> {
    const fail = (reason: RefusalReason) => {
      for (const { answer } of accepted) answer({ ok: false, reason })
      this.close(reason)
      return null
    }
    try {
      const appended = await within(limits.commitMs, this.outlet.commit(round))
      return appended.ok ? appended : fail('not-joined')
    } catch (error) {
      this.report('a round was not stored', error)
      return fail('not-stored')
    }
  }

  private report(what: string, error: unknown, ids: Record<string, string> = {}) {
    this.outlet.report(what, { documentId: this.document.id, ...ids }, error)
  }
}
