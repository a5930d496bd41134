import { can } from '#app/access/policy.ts'
import { fileSubject, type EventSubject } from '#app/access/subjects.ts'
import type { EventType } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findLastEventId, readEvents, type EventHeader } from '#db/event-headers.server.ts'
import { forgetKept } from '#db/kept.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import type { LiveServer, LiveSocket, Messages, Report } from './live-socket.server.ts'
import { payloads, type Payload } from './payloads.ts'
import type { Change, Following } from './protocol.ts'
import type { Vigil } from './vigil.server.ts'

/** Events read at once. */
const batch = 500
/** What is kept by the hash of a text is another text then. */
const changesTexts: ReadonlySet<EventType> = new Set(['content-withheld', 'withheld-restored'])
/** More than so many missed events are not told one by one. */
const mostMissed = 300

/**
 * Tells each screen what was recorded and may be known there, in order, at least once, and never
 * what it says. Ids of events commit in their order, so what comes after the cursor is all there is
 * to tell; a notification only makes it look at once.
 */
export class Relay {
  private cursor = 0
  private reading: Promise<void> | null = null
  private isAskedAgain = false

  constructor(
    private readonly io: LiveServer,
    private readonly db: Database,
    private readonly report: Report,
    private readonly vigil: Vigil,
    /** A file changed; not what about it. */
    private readonly onFileChanged: (measure: Measure) => void,
    /** Acts were recorded, here or by another node; not what they say. */
    private readonly onRecorded: (types: readonly EventType[]) => void,
    private readonly onWithheld: () => void,
  ) {}

  /** The last event that was told of. */
  get head(): number {
    return this.cursor
  }

  async start(): Promise<void> {
    this.cursor = await findLastEventId(this.db)
  }

  serve(messages: Messages): void {
    messages.answer('follow', payloads.follow, (socket, follow) => this.follow(socket, follow))
  }

  /** Reads what is new; one read at a time, and one more when asked meanwhile. */
  look(): Promise<void> {
    this.isAskedAgain = true
    this.reading ??= this.read().finally(() => {
      this.reading = null
      if (this.isAskedAgain) void this.look()
    })
    return this.reading
  }

  private async read() {
    while (this.isAskedAgain) {
      this.isAskedAgain = false
      try {
        const events = await readEvents(this.db, this.cursor, batch)
        await this.deliver(events)
        if (events.length === batch) this.isAskedAgain = true
      } catch (error) {
        this.report('the record was not read', {}, error)
      }
    }
  }

  private async deliver(events: readonly EventHeader[]) {
    const measures = await this.measuresOf(events)
    await this.vigil.sure()
    if (events.some(({ type }) => changesTexts.has(type))) {
      forgetKept()
      this.onWithheld()
    }
    for (const event of events) {
      const measure = measures.get(event.measureId ?? '') ?? null
      const subject = subjectOf(event, measure)
      const change = changeOf(event, measure)
      const told = [...this.io.of('/').sockets.values()].filter(
        ({ rooms, data }) => rooms.has(followers) && can(data.actor, 'see-event', subject).ok,
      )
      // To all in one go: the message is framed once, however many they are.
      if (told.length > 0) this.io.to(told.map(({ id }) => id)).emit('change', change)
      if (measure) this.onFileChanged(measure)
      this.cursor = event.id
    }
    this.onRecorded(events.map(({ type }) => type))
  }

  private async follow(socket: LiveSocket, { after }: Payload<'follow'>): Promise<Following> {
    const eventId = this.cursor
    await socket.join(followers)
    if (after === null) return { ok: true, eventId, missed: [] }
    const events = await readEvents(this.db, after, mostMissed + 1)
    if (events.length > mostMissed) return { ok: true, eventId, missed: null }
    const measures = await this.measuresOf(events)
    const missed = events.flatMap((event) => {
      const measure = measures.get(event.measureId ?? '') ?? null
      const isSeen = can(socket.data.actor, 'see-event', subjectOf(event, measure)).ok
      return isSeen ? [changeOf(event, measure)] : []
    })
    return { ok: true, eventId, missed }
  }

  private async measuresOf(events: readonly EventHeader[]): Promise<Map<string, Measure>> {
    const ids = new Set(events.flatMap(({ measureId }) => measureId ?? []))
    const measures = await findMeasures(this.db, [...ids])
    return new Map(measures.map((measure) => [measure.id, measure]))
  }
}

const followers = 'followers'

function subjectOf(event: EventHeader, measure: Measure | null): EventSubject {
  const { type, lane, delegation, audience } = event
  return { type, lane, delegation, audience, file: measure && fileSubject(measure) }
}

function changeOf(event: EventHeader, measure: Measure | null): Change {
  return { eventId: event.id, reference: measure?.reference ?? null, kind: event.type }
}
