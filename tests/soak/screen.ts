import { schemaVersion } from '#app/text/schema.ts'
import { connectLive } from '#realtime/client.ts'
import { openDocument } from '#realtime/client-document.ts'
import type { LiveConnection, LiveDocument } from '#realtime/client-types.ts'
import { editAtRandom, firstWords } from '#tests/realtime/edits.ts'
import { openLine, type Line } from '#tests/realtime/line.ts'
import { signIn, type SignedIn } from '#tests/realtime/portal.ts'
import type { World } from './world.ts'

/** Somebody's tab with both texts in it, over a line of their own. */
export class Screen {
  /** The marks that were typed here and not refused, in order. */
  private typed: number[] = []
  /** Of those, so many have been called saved. */
  private saved = 0
  private refusals = 0
  readonly marks: LiveDocument
  readonly wild: LiveDocument

  private constructor(
    readonly who: SignedIn,
    readonly key: string,
    private readonly connection: LiveConnection,
    readonly line: Line,
    { marks, wild }: World,
  ) {
    this.marks = openDocument(connection, marks, schemaVersion)
    this.wild = openDocument(connection, wild, schemaVersion)
    this.marks.subscribe(() => this.look())
  }

  static async open(world: World, key: string, ports: number[]): Promise<Screen> {
    const who = await signIn(world.database, key)
    const line = await openLine(...ports)
    const headers = { ...who.headers(world.origin), host: new URL(world.origin).host }
    const connection = connectLive({ url: line.url, headers })
    return new Screen(who, key, connection, line, world)
  }

  get documents(): readonly LiveDocument[] {
    return [this.marks, this.wild]
  }

  /** Marks that the screen has called saved. */
  get acknowledged(): readonly number[] {
    return this.typed.slice(0, this.saved)
  }

  get countOfRefusals(): number {
    return this.refusals
  }

  type(mark: number, random: (below: number) => number): void {
    if (!this.marks.canWrite || this.marks.text.length === 0) return
    const words = firstWords(this.marks)
    this.typed.push(mark)
    words.insert(random(2) === 0 ? 0 : words.length, `<${mark}>`)
  }

  scribble(random: (below: number) => number): void {
    if (this.wild.canWrite) editAtRandom(this.wild, random)
  }

  /** Refused words are looked at and let go. */
  dismiss(): void {
    for (const live of this.documents) {
      const { saveState } = live
      if (saveState.kind !== 'not-saved' || saveState.words === undefined) continue
      this.refusals += 1
      live.dismissWords()
    }
  }

  close(): void {
    this.connection.close()
    this.line.close()
  }

  /** What was typed after the last time that all was saved is lost with a refused copy. */
  private look() {
    const { saveState } = this.marks
    if (saveState.kind === 'saved') this.saved = this.typed.length
    const isRefused = saveState.kind === 'not-saved' && saveState.words !== undefined
    if (isRefused) this.typed.length = this.saved
  }
}
