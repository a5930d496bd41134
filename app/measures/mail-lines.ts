import type { DelegationCode } from './delegation-codes.ts'
import type { MailedAct } from './mail.ts'

/** Acts of one kind, of one delegation, in one place: they are told in one line. */
export interface MailLine {
  sender: DelegationCode
  reference: string
  act: MailedAct
  path: string
  /** When the last of them was done. */
  actedAt: Date
  count: number
}

/** One file after the other, each in the order in which things happened. */
export function byReference(
  lines: readonly MailLine[],
): { reference: string; lines: MailLine[] }[] {
  const files = new Map<string, MailLine[]>()
  for (const line of [...lines].sort((a, b) => Number(a.actedAt) - Number(b.actedAt)))
    files.set(line.reference, [...(files.get(line.reference) ?? []), line])
  return [...files].map(([reference, lines]) => ({ reference, lines }))
}
