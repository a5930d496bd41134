import { setTimeout as wait } from 'node:timers/promises'
import { checkContent } from '#app/text/check.ts'
import { contentOf } from '#app/text/live-text.ts'
import { schemaVersion } from '#app/text/schema.ts'
import type { PreparingDatabase } from '#db/client.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { checkSnapshot, readText, renewSnapshot, replay } from '#db/document-text.server.ts'
import { findDocumentStates, setSchemaVersion } from '#db/document-states.server.ts'
import { documentsChannel } from '#db/documents.server.ts'
import { Committer } from './committer.server.ts'
import { LiveCopy } from './live-copy.server.ts'
import type { RefusalReason } from './protocol.ts'
import { Room, type Outlet } from './room.server.ts'
import { within } from './within.server.ts'

/** How long rights may not be known before nothing more is sent on them. */
const sweepPatienceMs = 5_000
/** How long a text may take to be read. */
const loadMs = 15_000
/** The fewest milliseconds between two messages to the other nodes: nobody sees a difference. */
const tellingPauseMs = 30
/** Updates in no snapshot that make one worth its while when the room is left. */
const tailWhenLeft = 50

/** What a room needs of the sockets' side. */
export type Members = Omit<Outlet, 'turn' | 'commit' | 'committed' | 'closed' | 'report'>

interface RoomsOptions {
  db: PreparingDatabase
  /** Where rounds are committed: see `RealtimeOptions`. */
  commits?: PreparingDatabase
  /** How the room of a document reaches its members. */
  outletOf(documentId: string): Members
  report: Outlet['report']
  /** The room of a text is no more. */
  closed?(documentId: string): void
  /** How long a room that nobody is in stays open for who comes back; 10 s unless told. */
  lingerMs?: number
}

/** The rooms of this node: each text at most once, loaded once however many come together. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room>>()
  private readonly opened = new Map<string, Room>()
  private readonly lingering = new Map<string, NodeJS.Timeout>()
  /** Heads that the other nodes have not been told of yet. */
  private readonly news = new Map<string, number>()
  private isTelling = false
  private isStopping = false

  private readonly committer: Committer

  constructor(private readonly options: RoomsOptions) {
    this.committer = new Committer(options.db, options.commits)
  }

  /** The room of a text. Refuses a text that this schema cannot show. */
  async find(documentId: string): Promise<Room | RefusalReason> {
    if (this.isStopping) return 'busy'
    const opening = this.rooms.get(documentId) ?? this.open(documentId)
    this.rooms.set(documentId, opening)
    try {
      return await opening
    } catch (error) {
      if (this.rooms.get(documentId) === opening) this.rooms.delete(documentId)
      if (error instanceof NotOpened) return error.reason
      this.options.report('a text was not loaded', { documentId }, error)
      return 'not-stored'
    }
  }

  /** Closes a room that nobody is in, after a while. */
  left(documentId: string): void {
    clearTimeout(this.lingering.get(documentId))
    const timer = setTimeout(() => this.unload(documentId), this.options.lingerMs ?? 10_000)
    timer.unref()
    this.lingering.set(documentId, timer)
  }

  /** A notification, `<document>` or `<document> <head>`: the room reads what it does not know. */
  heard(payload: string): void {
    const [documentId = '', head] = payload.split(' ')
    const room = this.opened.get(documentId)
    if (room && (head === undefined || Number(head) > room.seq)) room.lookAgain()
  }

  /** Finds what notifications may have failed to say, and closes where rights are not what they were. */
  async sweep(): Promise<void> {
    if (this.opened.size === 0) return
    const ids = [...this.opened.keys()]
    const states = await within(sweepPatienceMs, findDocumentStates(this.options.db, ids))
    for (const state of states) {
      const room = this.opened.get(state.id)
      if (!room) continue
      const { accessEpoch, epoch, status } = room.document
      const isSame =
        state.accessEpoch === accessEpoch && state.epoch === epoch && state.status === status
      if (!isSame) room.close('not-joined')
      else if (state.head > room.seq) room.lookAgain()
    }
  }

  /** Nobody can be asked whose rights still hold: all are to join again, and then be judged. */
  closeAll(): void {
    for (const room of this.opened.values()) room.close('not-stored')
  }

  /** Everything accepted is committed when this is done. */
  async stop(): Promise<void> {
    this.isStopping = true
    for (const timer of this.lingering.values()) clearTimeout(timer)
    await Promise.allSettled(this.rooms.values())
    await Promise.all([...this.opened.values()].map((room) => room.stop()))
  }

  private async open(documentId: string): Promise<Room> {
    const { db, report, outletOf } = this.options
    const document = await within(loadMs, findDocument(db, documentId))
    if (!document) throw new NotOpened('not-found')
    const { corrupt, ...stored } = await within(loadMs, readText(db, documentId, document.head))
    for (const seq of corrupt) report('a snapshot was corrupt', { documentId, seq: `${seq}` })
    if (document.schemaVersion !== schemaVersion) {
      const { live } = await within(loadMs, replay(db, documentId, document.head))
      if (!checkContent(contentOf(live.text)).ok) {
        report('a text does not fit this schema', { documentId })
        throw new NotOpened('schema-changed')
      }
      await setSchemaVersion(db, documentId, schemaVersion)
    }
    const copy = new LiveCopy(stored, document.head)
    const room: Room = new Room(db, document, copy, stored.snapshotSeq, {
      ...outletOf(documentId),
      report,
      turn: () => this.committer.turn(),
      commit: (round) => this.committer.commit(round),
      committed: (head) => this.tellPeers(documentId, head),
      closed: () => {
        this.rooms.delete(documentId)
        this.opened.delete(documentId)
        this.options.closed?.(documentId)
      },
    })
    this.opened.set(documentId, room)
    this.left(documentId)
    return room
  }

  private unload(documentId: string) {
    this.lingering.delete(documentId)
    const room = this.opened.get(documentId)
    if (!room) return
    if (!room.isIdle) return
    const { seq, tail } = room
    room.close('not-joined')
    if (tail < tailWhenLeft) return
    this.renewSnapshot(documentId, seq).catch((error: unknown) =>
      this.options.report('a snapshot was not made', { documentId }, error),
    )
  }

  /** When nobody is there any more, there is time to compare it with the whole log. */
  private async renewSnapshot(documentId: string, seq: number) {
    const { db, report } = this.options
    await renewSnapshot(db, documentId, seq)
    const wrong = await checkSnapshot(db, documentId)
    if (wrong !== null)
      report('a snapshot was not what the log says', { documentId, seq: `${wrong}` })
  }

  /** At once after a quiet while, then once a pause: each telling costs the database and every node. */
  private tellPeers(documentId: string, head: number) {
    this.news.set(documentId, head)
    if (!this.isTelling) void this.tell()
  }

  private async tell() {
    this.isTelling = true
    const payloads = [...this.news].map(([documentId, head]) => `${documentId} ${head}`)
    this.news.clear()
    try {
      const { $client: driver } = this.options.db
      await driver`
        SELECT pg_notify(${documentsChannel}, payload) FROM unnest(${payloads}::text[]) AS payload`
    } catch (error) {
      // The other nodes look by themselves every second.
      this.options.report('other nodes were not told', {}, error)
    }
    await wait(tellingPauseMs, null, { ref: false })
    this.isTelling = false
    if (this.news.size > 0 && !this.isStopping) void this.tell()
  }
}

class NotOpened extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason)
  }
}
