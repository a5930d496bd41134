import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { inProtocolOrder, type DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { refused, type LiveServer, type LiveSocket, type Messages } from './live-socket.server.ts'
import { payloads, type Payload } from './payloads.ts'
import type { Refused, Watcher, Watching } from './protocol.ts'
import type { Vigil } from './vigil.server.ts'

/** The fewest milliseconds between two messages about one version. */
const pauseMs = 250
const mostOfSocket = 16

interface Audience {
  reference: string
  version: number
  sockets: Set<LiveSocket>
  timer: NodeJS.Timeout | null
}

/** Who is looking at a version, by state: told to those who are looking at it too. */
export class Versions {
  private readonly audiences = new Map<string, Audience>()

  constructor(
    private readonly io: LiveServer,
    private readonly db: Database,
    private readonly vigil: Vigil,
  ) {}

  serve(messages: Messages): void {
    messages.answer('watch', payloads.watch, (socket, place) => this.watch(socket, place))
    messages.answer('unwatch', payloads.unwatch, (socket, place) => {
      this.leave(socket, nameOf(place))
      return { ok: true }
    })
    messages.whenLeft((socket) => {
      for (const name of this.namesOf(socket)) this.leave(socket, name)
    })
  }

  /** A file changed: whoever may not see a version any more is told nothing more of it. */
  judgeAgain(measure: Measure): void {
    for (const [name, { reference, version, sockets }] of this.audiences) {
      if (reference !== measure.reference) continue
      for (const socket of sockets) {
        if (!maySee(socket, measure, version)) this.leave(socket, name)
      }
    }
  }

  /** The same for one whose rights changed. */
  async judgeSocketAgain(socket: LiveSocket): Promise<void> {
    for (const name of this.namesOf(socket)) {
      const audience = this.audiences.get(name)
      const measure = audience && (await findMeasureByReference(this.db, audience.reference))
      if (!measure || !maySee(socket, measure, audience.version)) this.leave(socket, name)
    }
  }

  private async watch(socket: LiveSocket, place: Payload<'watch'>): Promise<Watching | Refused> {
    const measure = await findMeasureByReference(this.db, place.reference)
    if (!measure || !maySee(socket, measure, place.version)) return refused('not-found')
    if (this.namesOf(socket).length >= mostOfSocket) return refused('too-many-documents')
    const name = nameOf(place)
    const audience = this.audiences.get(name) ?? { ...place, sockets: new Set(), timer: null }
    this.audiences.set(name, audience)
    if (socket.connected) {
      audience.sockets.add(socket)
      await socket.join(name)
    }
    this.announce(name, audience)
    return { ok: true, watchers: watchersOf(audience) }
  }

  private leave(socket: LiveSocket, name: string) {
    const audience = this.audiences.get(name)
    if (!audience?.sockets.delete(socket)) return
    void socket.leave(name)
    this.announce(name, audience)
  }

  private namesOf(socket: LiveSocket): string[] {
    return [...this.audiences].flatMap(([name, { sockets }]) => (sockets.has(socket) ? [name] : []))
  }

  private announce(name: string, audience: Audience) {
    audience.timer ??= setTimeout(() => {
      audience.timer = null
      if (audience.sockets.size === 0) this.audiences.delete(name)
      const { reference, version } = audience
      this.vigil.whenSure(() =>
        this.io.to(name).emit('watchers', { reference, version, watchers: watchersOf(audience) }),
      )
    }, pauseMs).unref()
  }
}

function maySee(socket: LiveSocket, measure: Measure, number: number): boolean {
  const version = measure.versions.find((candidate) => candidate.number === number)
  if (!version) return false
  return can(socket.data.actor, 'see-version', { file: fileSubject(measure), version }).ok
}

function watchersOf({ sockets }: Audience): Watcher[] {
  const people = new Map<DelegationCode, Set<string>>()
  for (const { data } of sockets) {
    const { delegation, personId } = data.actor
    people.set(delegation, (people.get(delegation) ?? new Set()).add(personId))
  }
  return inProtocolOrder(people.keys()).map((delegation) => ({
    delegation,
    people: people.get(delegation)?.size ?? 0,
  }))
}

function nameOf({ reference, version }: { reference: string; version: number }): string {
  return `version:${reference}:${version}`
}
