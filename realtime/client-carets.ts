import type * as Y from 'yjs'
import { decodePosition, encodePosition } from './client-bytes.ts'
import type { Presence } from './client-types.ts'
import type { Payload } from './payloads.ts'
import type { PresentPerson, ServerMessages } from './protocol.ts'

const pauseMs = 50

/** Where the others are in a text, and where oneself is: told to the server at most every 50 ms. */
export class Carets {
  present: readonly Presence[] = []
  private readonly others = new Map<number, Presence>()
  private own: Pick<Payload<'position'>, 'anchor' | 'head'> | null = null
  private timer: ReturnType<typeof setTimeout> | null = null

  /** `tell` is called with one's own position when it is to be sent. */
  constructor(private readonly tell: (own: Pick<Payload<'position'>, 'anchor' | 'head'>) => void) {}

  /** Everybody who is there, instead of whom was known. */
  meet(people: readonly PresentPerson[]): void {
    this.others.clear()
    for (const person of people) this.others.set(person.clientId, presenceOf(person))
    this.present = [...this.others.values()]
  }

  /** Who came, moved or went. `ownId`: the client id that is oneself. */
  change(
    { present, gone }: Pick<ServerMessages['presence'], 'present' | 'gone'>,
    ownId: number | null,
  ): void {
    for (const clientId of gone) this.others.delete(clientId)
    for (const person of present) this.others.set(person.clientId, presenceOf(person))
    if (ownId !== null) this.others.delete(ownId)
    this.present = [...this.others.values()]
  }

  put(anchor: Y.RelativePosition | null, head: Y.RelativePosition | null): void {
    this.own = { anchor: encodePosition(anchor), head: encodePosition(head) }
    this.timer ??= setTimeout(() => this.tellAgain(), pauseMs)
  }

  /** Who joined anew is nowhere until this was told. */
  tellAgain(): void {
    this.timer = null
    if (this.own) this.tell(this.own)
  }

  /** The text that the position was in is given up. */
  lose(): void {
    this.own = null
    this.meet([])
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
  }
}

function presenceOf(person: PresentPerson): Presence {
  const { anchor, head, ...identity } = person
  return { ...identity, anchor: decodePosition(anchor), head: decodePosition(head) }
}
