import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { RefusalReason } from './protocol.ts'
import { merged } from './merged.ts'

/** Somebody who has joined a text with one socket. */
export interface Member {
  socketId: string
  personId: string
  name: string
  delegation: DelegationCode
  clientId: number
  mode: 'write' | 'read'
}

export type Answer = { ok: true; seq: number } | { ok: false; reason: RefusalReason }

/** What a member sent, waiting for its round. */
export interface Submission {
  member: Member
  updates: readonly Uint8Array[]
  bytes: number
  answer(answer: Answer): void
}

/** What became of it at the gate. `isNew`: whether it adds something. */
export interface Accepted {
  member: Member
  isNew: boolean
  answer(answer: Answer): void
}

/**
 * One row for what a person did until another one did something: what one person deleted is never mixed
 * with what another did, and no row needs a later one.
 */
export function sharesOf(
  written: readonly { author: Member; update: Uint8Array }[],
): { personId: string; delegation: DelegationCode; update: Uint8Array }[] {
  const shares: { author: Member; updates: Uint8Array[] }[] = []
  for (const { author, update } of written) {
    const last = shares.at(-1)
    if (last?.author.personId === author.personId) last.updates.push(update)
    else shares.push({ author, updates: [update] })
  }
  return shares.flatMap(({ author: { personId, delegation }, updates }) => {
    const update = merged(updates)
    return update ? [{ personId, delegation, update }] : []
  })
}

/** The socket that a round is all of, which has its own words already. */
export function onlySocketOf(accepted: readonly Accepted[]): string | undefined {
  const sockets = new Set(
    accepted.filter(({ isNew }) => isNew).map(({ member }) => member.socketId),
  )
  return sockets.size === 1 ? [...sockets][0] : undefined
}
