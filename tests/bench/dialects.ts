import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { protocolVersion, socketPath } from '../../realtime/protocol.ts'
import { schemaVersion } from '../../app/text/schema.ts'

/**
 * The least that a client must say and understand to each server. All sit on the same bare WebSocket
 * and keep frames to be read after the run, so that the client side costs alike for all of them.
 */
export type DialectName = 'concert' | 'hocuspocus' | 'y-websocket' | 'ws-relay' | 'socket-io-relay'

export type Frame = string | Uint8Array

/** What a frame from the server is about. */
export type Heard =
  /** The client is in: from now on it is told everything. `clientId`: under which to write, if it is told. */
  | { kind: 'entered'; update: Uint8Array; clientId?: number }
  | { kind: 'update'; update: Uint8Array }
  /** What was sent first of what is not acknowledged yet is. */
  | { kind: 'acknowledged' }
  | { kind: 'refused'; reason: string }
  /** To be answered at once. */
  | { kind: 'answer'; frames: Frame[] }
  | { kind: 'nothing' }

export interface Dialect {
  /** Whether it is an update of others, told by a byte or two: these are kept as they are. */
  isUpdate(frame: Uint8Array): boolean
  /** The address of a document. */
  address(origin: string, documentId: string): string
  /** What is said as soon as the line is open; `entered` comes then, or is so at once when null. */
  greeting(documentId: string): Frame[] | null
  understand(frame: Uint8Array, documentId: string): Heard
  write(documentId: string, update: Uint8Array): Frame
  /** One message at a time, the next after the answer to the last. */
  takesTurns: boolean
}

const nothing: Heard = { kind: 'nothing' }
const emptyUpdate = new Uint8Array([0, 0])
const socketAddress = (origin: string) => origin.replace(/^http/, 'ws')

/** A message of y-protocols, behind the document's name where the server asks for it. */
function syncMessage(name: string | null, step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    if (name !== null) encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

function readSync(decoder: decoding.Decoder, name: string | null): Heard {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === 0) return { kind: 'answer', frames: [syncMessage(name, 1, emptyUpdate)] }
  return step === 1 ? { kind: 'entered', update: bytes } : { kind: 'update', update: bytes }
}

const yWebsocket: Dialect = {
  isUpdate: (frame) => frame[0] === 0 && frame[1] === 2,
  takesTurns: false,
  address: (origin, documentId) => `${socketAddress(origin)}/${documentId}`,
  greeting: () => [syncMessage(null, 0, new Uint8Array([0]))],
  understand(frame) {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === 0 ? readSync(decoder, null) : nothing
  },
  write: (_, update) => syncMessage(null, 2, update),
}

const hocuspocusMessage = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const

const hocuspocus: Dialect = {
  isUpdate(frame) {
    const behindName = 1 + (frame[0] ?? 0)
    return frame[behindName] === hocuspocusMessage.sync && frame[behindName + 1] === 2
  },
  takesTurns: false,
  address: (origin) => socketAddress(origin),
  greeting: (documentId) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, documentId)
      encoding.writeVarUint(encoder, hocuspocusMessage.auth)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'bench')
    }),
    syncMessage(documentId, 0, new Uint8Array([0])),
  ],
  understand(frame, documentId) {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === hocuspocusMessage.sync || type === hocuspocusMessage.syncReply) {
      return readSync(decoder, documentId)
    }
    return type === hocuspocusMessage.syncStatus ? { kind: 'acknowledged' } : nothing
  },
  write: (documentId, update) => syncMessage(documentId, 2, update),
}

const wsRelay: Dialect = {
  isUpdate: () => true,
  takesTurns: false,
  address: (origin, documentId) => `${socketAddress(origin)}/${documentId}`,
  greeting: () => null,
  understand: (frame) => ({ kind: 'update', update: frame }),
  write: (_, update) => update,
}

/** Frames of Engine.IO 4 and Socket.IO 5: `42["event",payload]`, `421[…]` with an answer to come. */
const frames = {
  open: '0',
  ping: '2',
  pong: '3',
  connect: '40',
  refused: '44',
  event: '42',
} as const
const answer = '43'

const textOf = (frame: Uint8Array) =>
  Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString()

/** `42["u…`: of the events that are sent to us only `update` begins so. */
function isUpdateEvent(frame: Uint8Array): boolean {
  return frame[1] === 0x32 && frame[4] === 0x75
}

const socketIoRelay: Dialect = {
  isUpdate: isUpdateEvent,
  takesTurns: false,
  address: (origin, documentId) =>
    `${socketAddress(origin)}/socket.io/?EIO=4&transport=websocket&document=${documentId}`,
  greeting: () => [frames.connect],
  understand(frame) {
    const text = textOf(frame)
    if (text === frames.ping) return { kind: 'answer', frames: [frames.pong] }
    if (text.startsWith(frames.connect)) return { kind: 'entered', update: emptyUpdate }
    if (!text.startsWith(frames.event)) return nothing
    const [, update]: [string, string] = JSON.parse(text.slice(frames.event.length))
    return { kind: 'update', update: Buffer.from(update, 'base64') }
  },
  write: (_, update) => `${frames.event}["update","${Buffer.from(update).toString('base64')}"]`,
}

const joinId = 1
const updateId = 2

const concert: Dialect = {
  isUpdate: isUpdateEvent,
  takesTurns: true,
  address: (origin) => `${socketAddress(origin)}${socketPath}/?EIO=4&transport=websocket`,
  greeting: () => [`${frames.connect}${JSON.stringify({ protocol: protocolVersion })}`],
  understand(frame, documentId) {
    const text = textOf(frame)
    if (text === frames.ping) return { kind: 'answer', frames: [frames.pong] }
    if (text.startsWith(frames.refused)) return { kind: 'refused', reason: text }
    if (text.startsWith(frames.connect)) {
      const wish = { documentId, schemaVersion, epoch: null, clientId: null, stateVector: 'AA==' }
      return { kind: 'answer', frames: [`42${joinId}${JSON.stringify(['join', wish])}`] }
    }
    if (text.startsWith(answer)) return answered(text.slice(answer.length))
    if (!text.startsWith(frames.event)) return nothing
    const [event, message]: [string, { update: string; reason?: string }] = JSON.parse(
      text.slice(frames.event.length),
    )
    if (event === 'rejoin' || event === 'goodbye') return { kind: 'refused', reason: event }
    if (event !== 'update') return nothing
    return { kind: 'update', update: Buffer.from(message.update, 'base64') }
  },
  write: (documentId, update) =>
    `42${updateId}${JSON.stringify([
      'update',
      { documentId, updates: [Buffer.from(update).toString('base64')] },
    ])}`,
}

function answered(text: string): Heard {
  const begin = text.indexOf('[')
  const [reply]: [{ ok: boolean; reason: string; update: string; clientId: number }] = JSON.parse(
    text.slice(begin),
  )
  if (!reply.ok) return { kind: 'refused', reason: reply.reason }
  if (Number(text.slice(0, begin)) === updateId) return { kind: 'acknowledged' }
  const { clientId } = reply
  return { kind: 'entered', update: Buffer.from(reply.update, 'base64'), clientId }
}

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  concert,
  hocuspocus,
  'y-websocket': yWebsocket,
  'ws-relay': wsRelay,
  'socket-io-relay': socketIoRelay,
}
