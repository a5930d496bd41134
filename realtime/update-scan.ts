import * as decoding from 'lib0/decoding'
import { fragmentName } from '#app/text/schema.ts'
import { markDeclarations, nodeDeclarations } from '#app/text/grammar.ts'
import { isPlainText } from '#app/text/attributes.ts'
import { hasTurnedDirection, withoutHidden } from '#app/text/hidden-characters.ts'
import { limits, type RefusalReason } from './protocol.ts'

/**
 * Reads a Yjs update (encoding v1) from end to end before Yjs does. Yjs allocates what an update
 * announces before it looks whether it is there, recurses as deep as it is told, and reads some
 * forms one way when it decodes and another when it applies. Here every announced count is held
 * against the bytes that are left, nothing is kept, and only the forms that our editor writes pass.
 */

type Decoder = ReturnType<typeof decoding.createDecoder>

class Refusal extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason)
  }
}

export function scanUpdate(update: Uint8Array): RefusalReason | null {
  const decoder = decoding.createDecoder(update)
  try {
    scanStructs(decoder)
    scanDeletions(decoder)
    return decoding.hasContent(decoder) ? 'not-an-update' : null
  } catch (error) {
    // lib0 throws plain errors at the end of the bytes and for numbers that are too large.
    return error instanceof Refusal ? error.reason : 'not-an-update'
  }
}

const formOf = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8, skip: 10 } as const
const typeOf = { element: 3, text: 6 } as const
const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentSub = 0x20
const formBits = 0x1f

const largestClientId = 0xff_ff_ff_ff
const longestName = 64
const longestMark = 4096

function scanStructs(decoder: Decoder) {
  const seen = new Set<number>()
  let structs = 0
  let clocks = 0
  for (let block = announced(decoder, 3); block > 0; block--) {
    const count = announced(decoder, 2)
    structs += count
    if (structs > limits.structs) throw new Refusal('too-many-structs')
    const client = decoding.readVarUint(decoder)
    // Yjs forgets the first of two blocks of one client when it applies, not when it decodes.
    if (count === 0 || client > largestClientId || seen.has(client)) throw malformed()
    seen.add(client)
    decoding.readVarUint(decoder)
    for (let struct = 0; struct < count; struct++) {
      clocks += scanStruct(decoder)
      if (clocks > limits.clocks) throw new Refusal('too-many-structs')
    }
  }
}

/** Returns how many clocks the struct uses up. */
function scanStruct(decoder: Decoder): number {
  const info = decoding.readUint8(decoder)
  const form = info & formBits
  if (form === formOf.gc) {
    if (info !== formOf.gc) throw malformed()
    return length(decoder)
  }
  if (form === formOf.skip) throw new Refusal('clock-gap')
  if (info & hasOrigin) scanId(decoder)
  if (info & hasRightOrigin) scanId(decoder)
  if ((info & (hasOrigin | hasRightOrigin)) === 0) scanParent(decoder, info)
  return scanContent(decoder, form)
}

function scanParent(decoder: Decoder, info: number) {
  const isRoot = decoding.readVarUint(decoder)
  if (isRoot > 1) throw malformed()
  if (isRoot === 1) {
    if (name(decoder) !== fragmentName) throw new Refusal('unknown-root')
  } else {
    scanId(decoder)
  }
  if (info & hasParentSub) name(decoder)
}

function scanContent(decoder: Decoder, form: number): number {
  switch (form) {
    case formOf.deleted:
      return length(decoder)
    case formOf.string: {
      const words = decoding.readVarString(decoder)
      if (words === '') throw malformed()
      if (!isPlainText(words)) throw new Refusal('unknown-content')
      // Not asked of a text that is there: it must stay readable, whatever it holds.
      if (hasTurnedDirection(words)) throw new Refusal('unknown-content')
      return words.length
    }
    case formOf.format:
      if (!Object.hasOwn(markDeclarations, name(decoder))) throw new Refusal('unknown-content')
      if (announced(peek(decoder), 1) > longestMark) throw new Refusal('unknown-content')
      JSON.parse(decoding.readVarString(decoder))
      return 1
    case formOf.type:
      scanType(decoder)
      return 1
    case formOf.any:
      // An attribute is set to one value at a time, and ours are words, flags, levels or nothing.
      if (length(decoder) !== 1) throw new Refusal('unknown-content')
      scanAttributeValue(decoder)
      return 1
    default:
      throw new Refusal('unknown-content')
  }
}

function scanType(decoder: Decoder) {
  const type = decoding.readVarUint(decoder)
  if (type === typeOf.text) return
  if (type !== typeOf.element || !Object.hasOwn(nodeDeclarations, name(decoder))) {
    throw new Refusal('unknown-content')
  }
}

const anyOf = { null: 126, integer: 125, true: 120, false: 121, string: 119 } as const

function scanAttributeValue(decoder: Decoder) {
  switch (decoding.readUint8(decoder)) {
    case anyOf.null:
    case anyOf.true:
    case anyOf.false:
      return
    case anyOf.integer:
      decoding.readVarInt(decoder)
      return
    case anyOf.string: {
      const value = decoding.readVarString(decoder)
      // Two codes that look the same would be two entries. Not asked of a text that is there, as above.
      if (withoutHidden(value) !== value) throw new Refusal('unknown-content')
      return
    }
    default:
      throw new Refusal('unknown-content')
  }
}

function scanDeletions(decoder: Decoder) {
  let ranges = 0
  for (let block = announced(decoder, 2); block > 0; block--) {
    decoding.readVarUint(decoder)
    const count = announced(decoder, 2)
    ranges += count
    if (ranges > limits.structs) throw new Refusal('too-many-structs')
    for (let range = 0; range < count; range++) {
      decoding.readVarUint(decoder)
      length(decoder)
    }
  }
}

function scanId(decoder: Decoder) {
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
}

/** A count of things that take `bytesEach` at least; more than can still come is not believed. */
function announced(decoder: Decoder, bytesEach: number): number {
  const count = decoding.readVarUint(decoder)
  const left = decoder.arr.length - decoder.pos
  if (count > left / bytesEach) throw malformed()
  return count
}

function length(decoder: Decoder): number {
  const value = decoding.readVarUint(decoder)
  if (value < 1) throw malformed()
  return value
}

function name(decoder: Decoder): string {
  if (announced(peek(decoder), 1) > longestName) throw new Refusal('unknown-content')
  return decoding.readVarString(decoder)
}

function peek(decoder: Decoder): Decoder {
  return decoding.clone(decoder)
}

function malformed(): Refusal {
  return new Refusal('not-an-update')
}
