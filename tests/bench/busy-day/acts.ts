import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { referenceInAddress } from '../../../app/measures/measure.ts'
import { now } from '../clock.ts'
import { seededRandom } from '../../realtime/seeded-random.ts'
import type { Player } from './cast.ts'
import { type BusyFile, entryIn, placeIn, type Seat } from './scene.ts'
import { roomRoute } from './screen.ts'

type Form = Record<string, string | string[]>

/** Comments that can be released, and those that can be answered. */
interface Said {
  id: string
  delegation: string
}

/**
 * What people do: each act is a form over HTTP, followed by what the page then asks for. Acts begin
 * in their beat, however long the ones before take.
 */
export class Acts {
  readonly failures: string[] = []
  /** Milliseconds from sending a form to its answer. */
  readonly took: number[] = []
  private readonly below: (most: number) => number
  private readonly inner: Said[] = []
  private readonly released: Said[] = []

  constructor(
    private readonly origin: string,
    private readonly file: BusyFile,
    seed: number,
  ) {
    this.below = seededRandom(seed)
  }

  async play(perSecond: number, seconds: number): Promise<void> {
    const begin = now()
    const acts: Promise<void>[] = []
    for (let index = 0; index < perSecond * seconds; index++) {
      await wait(Math.max(begin + (index * 1000) / perSecond - now(), 0))
      acts.push(this.act(index).catch((error: unknown) => void this.failures.push(String(error))))
    }
    await Promise.all(acts)
  }

  /**
   * A last comment that everybody sees. Who may not know of an act that took another's place learns
   * only with the next that they may know of that the other was superseded.
   */
  async close(): Promise<void> {
    const seat = this.one(isOwnersReleaser)
    const key = randomUUID()
    await this.inRoom(seat, { act: 'write', key, commentType: 'scope', body: 'The last.' })
    await this.inRoom(seat, { act: 'release', comments: [`${key}:1`], audience: 'version' })
  }

  private act(index: number): Promise<void> {
    const chance = this.below(100)
    if (chance < 20) return this.statePosition(index)
    if (chance < 50 && this.inner.length > 0) return this.release()
    if (chance < 55 && this.released.length > 0) return this.reply()
    return this.write(index)
  }

  private async write(index: number) {
    const seat = this.one(({ role }) =>
      ['expert', 'drafter', 'representative', 'officer'].includes(role),
    )
    const key = randomUUID()
    const { delegation } = seat.actor
    const beside = this.released[this.below(this.released.length + 4)]
    const place: Form = beside
      ? { thread: beside.id }
      : this.below(3) === 0
        ? { place: 'whole' }
        : { place: 'element', ...placeIn(index) }
    const body = `Comment ${index}: the scope seems wider than the risk that the assessment names.`
    await this.inRoom(seat, { act: 'write', key, commentType: 'scope', body, ...place })
    // Only what opened a thread is answered in it, so that its id is the thread's.
    if (!beside) this.inner.push({ id: key, delegation })
  }

  private async release() {
    const [said] = this.inner.splice(this.below(this.inner.length), 1)
    if (!said) return
    const seat = this.one(
      ({ role, delegation }) =>
        delegation === said.delegation && ['representative', 'officer'].includes(role),
    )
    const reach = this.oneOf<Form>([
      { audience: 'version' },
      { audience: 'version' },
      { audience: 'owner' },
      { audience: 'owner-commission' },
      { audience: 'named', delegations: ['DE', 'FR', 'FI'] },
    ])
    await this.inRoom(seat, { act: 'release', comments: [`${said.id}:1`], ...reach })
    if (reach.audience === 'version') this.released.push(said)
  }

  private async reply() {
    const others = this.released.filter(({ delegation }) => delegation !== 'NL')
    const comment = others[this.below(others.length)]
    if (!comment) return
    const seat = this.one(isOwnersReleaser)
    const reason = 'The value is that of the risk assessment.'
    const key = randomUUID()
    await this.inRoom(seat, { act: 'reply', key, comment: comment.id, outcome: 'partly', reason })
  }

  private async statePosition(index: number) {
    const seat = this.one(
      ({ role, delegation }) => delegation !== 'NL' && ['representative', 'officer'].includes(role),
    )
    const { reference } = this.file
    const path = `/files/${referenceInAddress(reference)}/positions`
    const positions = 'routes/files.$reference.positions'
    await this.send(seat, `${path}?_data=${encodeURIComponent(positions)}`, {
      version: '1',
      key: randomUUID(),
      entry: index % 3 === 0 ? '' : entryIn(index),
      stance: this.oneOf(['supports', 'comments', 'question']),
      reasons: `Because of ${index}.`,
      audience: this.oneOf(['version', 'version', 'owner-commission']),
    })
    // The page that the form leads to.
    await this.get(seat, `${path}?version=1&_data=${encodeURIComponent(positions)}`)
    await this.get(seat, `${path}?version=1&_data=root`)
  }

  private async inRoom(seat: Seat, form: Form) {
    const { path } = this.file
    await this.send(seat, `${path}?index&_data=${encodeURIComponent(roomRoute)}`, form)
    await this.get(seat, `${path}?_data=root`)
  }

  private async send({ cookie }: Seat, address: string, form: Form) {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form))
      for (const each of Array.isArray(value) ? value : [value]) body.append(name, each)
    const headers = { cookie, origin: this.origin }
    const began = now()
    const answer = await fetch(this.origin + address, { method: 'POST', body, headers })
    const said = await answer.text()
    this.took.push(now() - began)
    if (!answer.ok) throw new Error(`${String(form.act)} was answered ${answer.status} ${said}`)
  }

  private async get({ cookie }: Seat, address: string) {
    await (await fetch(this.origin + address, { headers: { cookie } })).arrayBuffer()
  }

  private one(fits: (player: Player) => boolean): Seat {
    return this.oneOf(
      this.file.seats.filter(({ actor: { roles, delegation } }) =>
        roles.some((role) => fits({ role, delegation })),
      ),
    )
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nobody can do this')
    return item
  }
}

function isOwnersReleaser({ role, delegation }: Player): boolean {
  return delegation === 'NL' && role === 'representative'
}
