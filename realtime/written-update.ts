import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { schema } from '#app/text/schema.ts'

/** What was deleted, by the client ids under which it had been written. */
export type Deletions = Y.Transaction['deleteSet']

/** What clients sent, decoded and let in, by client id and in order. */
export type SentStructs = ReadonlyMap<number, readonly SentStruct[]>
export type SentStruct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/**
 * Writes what `doc` holds under each client id of `from`, from its clock on, and `deletions`, as one
 * update (encoding v1); null for nothing. Yjs itself writes only all that a transaction did, and the
 * log wants what each person did in it.
 *
 * What somebody wrote into a line that another had removed meanwhile is a gap without content in `doc`.
 * It is written as it was `sent`: in the log it is theirs, and can be read and put in again.
 */
export function writtenUpdate(
  { store }: Y.Doc,
  from: ReadonlyMap<number, number>,
  deletions: Deletions,
  sent: SentStructs = new Map(),
): Uint8Array | null {
  const grown = [...from].filter(([client, clock]) => Y.getState(store, client) > clock)
  if (grown.length === 0 && deletions.clients.size === 0) return null
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, grown.length)
  for (const [client, clock] of descending(grown)) {
    const structs = store.clients.get(client) ?? []
    const held = structs.slice(Y.findIndexSS(structs, clock))
    const hasGaps = held.some((struct) => struct instanceof Y.GC)
    const written = hasGaps ? asSent(structs, sent.get(client) ?? [], clock) : null
    writeStructs(encoder, client, clock, written ?? held)
  }
  writeDeletions(encoder, deletions)
  return encoder.toUint8Array()
}

/** Yjs puts larger client ids first. */
function descending<Value>(entries: readonly (readonly [number, Value])[]) {
  return entries.toSorted(([a], [b]) => b - a)
}

/**
 * From `clock` to the end of what is `held`, as it was sent; null where that does not reach so far. What
 * came twice is there once. In a gap words are kept, and the lines that they stand in.
 */
function asSent(
  held: (Y.Item | Y.GC)[],
  sent: readonly SentStruct[],
  clock: number,
): SentStruct[] | null {
  const written: SentStruct[] = []
  let next = clock
  for (const struct of sent) {
    const { client, clock: begin } = struct.id
    const end = begin + struct.length
    if (end <= next) continue
    if (begin > next) return null
    const isInGap = held[Y.findIndexSS(held, next)] instanceof Y.GC
    const isKept = !isInGap || (struct instanceof Y.Item && isReadable(struct))
    written.push(isKept ? struct : new Y.GC(Y.createID(client, begin), struct.length))
    next = end
  }
  const last = held.at(-1)
  return last && next === last.id.clock + last.length ? written : null
}

function isReadable({ content, parentSub }: Y.Item): boolean {
  if (content instanceof Y.ContentString) return true
  if (!(content instanceof Y.ContentType) || parentSub !== null) return false
  const { type }: { type: unknown } = content
  return type instanceof Y.XmlElement ? type.nodeName in schema.nodes : type instanceof Y.XmlText
}

/** The first struct may have begun before `clock`: only its end is written. */
function writeStructs(
  encoder: Y.UpdateEncoderV1,
  client: number,
  clock: number,
  written: readonly SentStruct[],
) {
  encoding.writeVarUint(encoder.restEncoder, written.length)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, clock)
  for (const [index, struct] of written.entries()) {
    struct.write(encoder, index === 0 ? clock - struct.id.clock : 0)
  }
}

function writeDeletions(encoder: Y.UpdateEncoderV1, { clients }: Deletions) {
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, ranges] of descending([...clients])) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
}
