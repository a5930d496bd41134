import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What was deleted, by the client ids under which it had been written. */
export type Deletions = Y.Transaction['deleteSet']

/**
 * Writes what `doc` holds under each client id of `from`, from its clock on, and `deletions`, as one
 * update (encoding v1); null for nothing. Yjs itself writes only all that a transaction did, and the
 * log wants what each person did in it.
 */
export function writtenUpdate(
  { store }: Y.Doc,
  from: ReadonlyMap<number, number>,
  deletions: Deletions,
): Uint8Array | null {
  const grown = [...from].filter(([client, clock]) => Y.getState(store, client) > clock)
  if (grown.length === 0 && deletions.clients.size === 0) return null
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, grown.length)
  for (const [client, clock] of descending(grown)) {
    writeStructs(encoder, store.clients.get(client) ?? [], client, clock)
  }
  writeDeletions(encoder, deletions)
  return encoder.toUint8Array()
}

/** Yjs puts larger client ids first. */
function descending<Value>(entries: readonly (readonly [number, Value])[]) {
  return entries.toSorted(([a], [b]) => b - a)
}

/** The first struct may have begun before `clock`: only its end is written. */
function writeStructs(
  encoder: Y.UpdateEncoderV1,
  structs: (Y.Item | Y.GC)[],
  client: number,
  clock: number,
) {
  const first = Y.findIndexSS(structs, clock)
  encoding.writeVarUint(encoder.restEncoder, structs.length - first)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, clock)
  for (const [index, struct] of structs.slice(first).entries()) {
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
