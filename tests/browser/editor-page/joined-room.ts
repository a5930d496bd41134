import * as Y from 'yjs'
import { appendContent, newLiveText } from '#app/text/live-text.ts'
import type { Content } from '#app/text/content.ts'
import type { LiveDocument, Presence, SaveState } from '#realtime/client-types.ts'

/**
 * Live documents of several people joined in one page: what one writes is at the others at once.
 * The network and the server are tested where they are; here it is the editor.
 */
export class JoinedRooms {
  private readonly rooms: JoinedRoom[] = []
  private readonly start = newLiveText()
  /** What was said while the rooms are apart; null: nothing waits. */
  private waiting: (() => void)[] | null = null

  constructor(content: Content) {
    this.start.doc.clientID = 1
    appendContent(this.start.text, content)
  }

  open(person: Pick<Presence, 'name' | 'delegation' | 'colour'>): JoinedRoom {
    const room = new JoinedRoom(this, { ...person, clientId: 10 + this.rooms.length })
    Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(this.rooms[0]?.doc ?? this.start.doc), this)
    room.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.tell(room, (other) => Y.applyUpdate(other.doc, update, this))
    })
    this.rooms.push(room)
    return room
  }

  tell(from: JoinedRoom, what: (other: JoinedRoom) => void) {
    for (const other of this.rooms) {
      if (other === from) continue
      if (this.waiting) this.waiting.push(() => what(other))
      else what(other)
    }
  }

  /** From now on nobody hears of the others before `exchange`, as when all write at the same moment. */
  part() {
    this.waiting = []
  }

  /** Everybody hears what was said until now; what they say to that waits. Gives whether there was any. */
  exchange(): boolean {
    const said = this.waiting ?? []
    this.waiting = []
    for (const say of said) say()
    return said.length > 0
  }

  close(room: JoinedRoom) {
    const place = this.rooms.indexOf(room)
    if (place !== -1) this.rooms.splice(place, 1)
  }
}

export class JoinedRoom implements LiveDocument {
  readonly doc: Y.Doc
  readonly text: Y.XmlFragment
  canWrite = true
  readonly isUnsaved = false
  saveState: SaveState = { kind: 'saved' }
  presence: readonly Presence[] = []
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly all: JoinedRooms,
    private readonly self: Omit<Presence, 'anchor' | 'head'>,
  ) {
    const { doc, text } = newLiveText()
    doc.clientID = self.clientId
    this.doc = doc
    this.text = text
  }

  setPosition(anchor: Y.RelativePosition | null, head: Y.RelativePosition | null) {
    const here = { ...this.self, anchor, head }
    this.all.tell(this, (other) => {
      const others = other.presence.filter(({ clientId }) => clientId !== here.clientId)
      other.change({ presence: [...others, here] })
    })
  }

  /** What the server would tell: a right withdrawn, a refusal, a lost connection. */
  change(facts: Partial<Pick<JoinedRoom, 'canWrite' | 'saveState' | 'presence'>>) {
    Object.assign(this, facts)
    for (const listener of this.listeners) listener()
  }

  /** Words at the start of the text, or of the first line with others, past the editor. */
  write(words: string, before = '') {
    this.firstLine(before).insert(0, words)
  }

  /** Somebody comes whose caret is at the start of the text. */
  meetSomebody() {
    const newcomer = { name: 'Deputy, Netherlands', delegation: 'NL', colour: '#0b7a34' }
    const start = Y.createRelativePositionFromTypeIndex(this.firstLine(), 0)
    const here = { clientId: 99, anchor: start, head: start }
    this.change({ presence: [...this.presence, { ...newcomer, ...here }] })
  }

  private firstLine(words = ''): Y.XmlText {
    const [line] = this.text.createTreeWalker(
      (part) => part instanceof Y.XmlText && part.toString().includes(words),
    )
    if (!(line instanceof Y.XmlText)) throw new Error('no line in the text')
    return line
  }

  dismissWords() {
    this.change({ saveState: { kind: 'saved' } })
  }

  retry() {
    this.change({ saveState: { kind: 'saved' } })
  }

  subscribe(listener: () => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  destroy() {
    this.all.close(this)
    this.doc.destroy()
  }
}
