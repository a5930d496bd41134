import * as z from 'zod/mini'
import { limits } from './protocol.ts'

const documentId = z.uuid()
const count = z.int().check(z.nonnegative())
const bytes = (limit: number) => z.base64().check(z.maxLength(Math.ceil(limit / 3) * 4))
const place = z.strictObject({
  reference: z.string().check(z.regex(/^\d{4}\/[A-Z]{2,3}\/\d{4,12}$/)),
  version: z.int().check(z.positive()),
})

/** What a client may send. Whatever does not fit is refused with `invalid-message`. */
export const payloads = {
  join: z.strictObject({
    documentId,
    schemaVersion: z.string().check(z.maxLength(64)),
    /** The epoch of what the client already holds; null when it holds nothing. */
    epoch: z.nullable(count),
    /** A client id that this person was given for this document before; null asks for one. */
    clientId: z.nullable(count),
    /** Yjs state vector of what the client holds of what was committed. */
    stateVector: bytes(limits.frame / 2),
  }),
  leave: z.strictObject({ documentId }),
  update: z.strictObject({
    documentId,
    /** Yjs updates (encoding v1) in the order in which they were made, nothing left out. */
    updates: z
      .array(bytes(limits.update))
      .check(z.minLength(1), z.maxLength(limits.updatesInMessage)),
  }),
  position: z.strictObject({
    documentId,
    anchor: z.nullable(bytes(limits.position)),
    head: z.nullable(bytes(limits.position)),
  }),
  follow: z.strictObject({
    /** The last event that the client has heard of; null asks for new ones only. */
    after: z.nullable(count),
  }),
  discussion: z.extend(place, {
    /** The event up to which the client knows what was said. */
    after: count,
  }),
  watch: place,
  unwatch: place,
} as const

export type ClientEvent = keyof typeof payloads
export type Payload<Event extends ClientEvent> = z.infer<(typeof payloads)[Event]>
