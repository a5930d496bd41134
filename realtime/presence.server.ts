import type { PresentPerson } from './protocol.ts'
import type { Member } from './round.ts'

/** The fewest milliseconds between two messages to one room: carets move smoothly enough. */
const pauseMs = 60

/**
 * Who is in a room and where. Names, states and colours are those of the sign-in; a client only ever
 * says where its caret is. Changes are told together, however many there are.
 */
export class Presence {
  private readonly people = new Map<number, PresentPerson>()
  private readonly changed = new Set<number>()
  private readonly gone = new Set<number>()
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly tell: (news: { present: PresentPerson[]; gone: number[] }) => void,
  ) {}

  get all(): PresentPerson[] {
    return [...this.people.values()]
  }

  enter({ clientId, personId, name, delegation }: Member): void {
    const colour = colourOf(personId)
    this.people.set(clientId, { clientId, name, delegation, colour, anchor: null, head: null })
    this.gone.delete(clientId)
    this.note(clientId)
  }

  move(clientId: number, anchor: string | null, head: string | null): void {
    const person = this.people.get(clientId)
    if (!person) return
    this.people.set(clientId, { ...person, anchor, head })
    this.note(clientId)
  }

  leave(clientId: number): void {
    if (!this.people.delete(clientId)) return
    this.gone.add(clientId)
    this.note(clientId)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.people.clear()
    this.changed.clear()
    this.gone.clear()
  }

  private note(clientId: number) {
    this.changed.add(clientId)
    if (!this.timer) this.flush()
  }

  /** At once after a quiet while, then once a pause. */
  private flush() {
    this.timer = null
    if (this.changed.size === 0) return
    const present = [...this.changed].flatMap((clientId) => this.people.get(clientId) ?? [])
    const gone = [...this.gone]
    this.changed.clear()
    this.gone.clear()
    this.timer = setTimeout(() => this.flush(), pauseMs)
    this.tell({ present, gone })
  }
}

/** Dark enough to read white names on; each is at least 4.5 : 1 against white. */
const colours = [
  '#004494', '#7b1e7a', '#0b6e4f', '#a03b00', '#8a1538', '#37474f', '#5d4037', '#00607a',
  '#5b3cc4', '#3d6b00', '#ad1457', '#6b5900',
] as const // prettier-ignore

/** The same colour for a person in every room and on every node. */
export function colourOf(personId: string): string {
  let hash = 0
  for (const character of personId) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0
  return colours[hash % colours.length] ?? colours[0]
}
