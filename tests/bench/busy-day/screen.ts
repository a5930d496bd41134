import { createHash } from 'node:crypto'
import type { RoomAnswer } from '../../../app/http/room-answer.server.ts'
import type { CommentsRoom } from '../../../app/queries/comments-room.server.ts'
import { withChanges } from '../../../app/queries/discussion-changes.ts'
import { connectLive } from '../../../realtime/client.ts'
import { actsSeen } from './seen.ts'

export interface ScreenTask {
  origin: string
  path: string
  cookie: string
}

export interface ScreenReport {
  /** When the outcome of each act was first among the screen's data, in milliseconds since 1970. */
  seenAt: [act: string, at: number][]
  /** Comments that the screen holds twice. */
  doubled: number
  questions: number
}

/** The comments room of one person as far as data goes: the page, the socket, the same client code. */
export class Screen {
  private readonly seenAt = new Map<string, number>()
  private room: CommentsRoom | null = null
  private questions = 0

  constructor(private readonly task: ScreenTask) {}

  async enter(): Promise<void> {
    const { origin, cookie } = this.task
    const room = await this.load()
    this.note(room)
    const connection = connectLive({ url: origin, headers: { origin, cookie } })
    const { reference, version } = room
    connection.followDiscussion({
      reference,
      version: version.number,
      after: () => this.room?.eventId ?? 0,
      onChanges: (changes) => {
        this.questions += 1
        if (changes === null || changes.isWhole) return void this.loadAgain()
        this.noteActs(actsSeen(changes))
        if (this.room) this.room = withChanges(this.room, changes)
      },
    })
    connection.watchVersion(reference, version.number, () => {})
  }

  report(): ScreenReport {
    const ids = (this.room?.threads ?? []).flatMap(({ comments }) => comments.map(({ id }) => id))
    return {
      seenAt: [...this.seenAt],
      doubled: ids.length - new Set(ids).size,
      questions: this.questions,
    }
  }

  /** What it holds, to be compared. */
  roomHash(): string {
    return this.room ? hashOfRoom(this.room) : ''
  }

  private async load(): Promise<CommentsRoom> {
    const { origin, path, cookie } = this.task
    const address = `${origin}${path}?index&_data=${encodeURIComponent(roomRoute)}`
    const answer = await fetch(address, { headers: { cookie } })
    if (!answer.ok) throw new Error(`the room was answered ${answer.status}`)
    const { room } = (await answer.json()) as RoomAnswer<CommentsRoom>
    if (!room) throw new Error('the room shows no version')
    return room
  }

  private async loadAgain() {
    this.note(await this.load())
  }

  private note(room: CommentsRoom) {
    this.room = room
    const threads = room.threads.map((thread) => ({ id: thread.id, thread }))
    this.noteActs(actsSeen({ threads, standings: room.standings }))
  }

  private noteActs(acts: readonly string[]) {
    const at = Date.now()
    for (const act of acts) if (!this.seenAt.has(act)) this.seenAt.set(act, at)
  }
}

/** Of the discussion, without the keys of forms, which are drawn anew for each answer. */
export function hashOfRoom({ threads, standings }: Pick<CommentsRoom, 'threads' | 'standings'>) {
  const text = JSON.stringify({ threads, standings }, (name, value: unknown) =>
    ['replyKey', 'insideKey'].includes(name) ? value !== '' : value,
  )
  return createHash('sha256').update(text).digest('hex')
}

export const roomRoute = 'routes/files.$reference.versions.$number._index'
