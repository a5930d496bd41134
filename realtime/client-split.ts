import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * Parts of an update of one's own that each fit into `bytes` as far as its structs allow, to be sent
 * one after the other: undoing the deletion of a long text is one update that fits into no frame.
 * Each part depends on those before it only; what was deleted goes with the last.
 */
export function splitUpdate(update: Uint8Array, bytes: number): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const [first] = structs
  const isOwn = structs.every(({ id }) => id.client === first?.id.client)
  if (!first || !isOwn || update.byteLength <= bytes) return [update]
  const parts: Uint8Array[] = []
  let part = new Part(first.id)
  for (const struct of structs) {
    if (part.count > 0 && part.byteLength > bytes) {
      parts.push(part.toUpdate(new Map()))
      part = new Part(struct.id)
    }
    part.add(struct)
  }
  parts.push(part.toUpdate(ds.clients))
  return parts
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']['clients']

class Part {
  count = 0
  private readonly structs = new Y.UpdateEncoderV1()

  constructor(private readonly start: Y.ID) {}

  get byteLength(): number {
    return encoding.length(this.structs.restEncoder)
  }

  add(struct: Struct): void {
    struct.write(this.structs, 0)
    this.count += 1
  }

  toUpdate(deletions: Deletions): Uint8Array {
    return encoding.encode((encoder) => {
      for (const value of [1, this.count, this.start.client, this.start.clock]) {
        encoding.writeVarUint(encoder, value)
      }
      encoding.writeUint8Array(encoder, this.structs.toUint8Array())
      encoding.writeVarUint(encoder, deletions.size)
      for (const [client, ranges] of deletions) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, ranges.length)
        for (const { clock, len } of ranges) {
          encoding.writeVarUint(encoder, clock)
          encoding.writeVarUint(encoder, len)
        }
      }
    })
  }
}
