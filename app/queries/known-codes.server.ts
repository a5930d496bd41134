import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { codeKey } from '#app/measures/entry-identity.ts'
import { isMemberState, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import { refuse } from '#app/measures/refusals.ts'
import { enclosingCodes, isOfAnnexI, type Reference } from '#app/text/references.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { entries } from '#db/schema/register.ts'
import { findFile } from './file-page.server.ts'

/**
 * What the codes mean that stand in the draft of a file, as far as that is known to everybody: an entry
 * of the register, or one of Annex I. The same code may be in the lists of several states: that of the
 * file's own state goes first, and where it has none and several others do, nobody is meant.
 */
export async function findKnownCodes(
  { db }: Deps,
  actor: Actor,
  reference: string,
  codes: readonly string[],
) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const permission = can(actor, 'see-draft', found.file)
  if (!permission.ok) return permission
  const { owner } = found.measure
  if (!isMemberState(owner)) return refuse('not-found')
  return { ok: true as const, known: await findMeanings(db, actor, owner, codes) }
}

/** The same for who may see the draft of a file of that state. */
export async function findMeanings(
  db: Database | Tx,
  actor: Actor,
  owner: MemberStateCode,
  codes: readonly string[],
): Promise<(Reference & { written: string })[]> {
  const issuers = await findIssuers(db, actor, [...new Set(codes.flatMap(enclosingCodes))])
  return codes.flatMap((code) => {
    const meant = meantBy(code, owner, issuers)
    return meant ? [{ ...meant, target: null, written: code }] : []
  })
}

function meantBy(
  code: string,
  owner: MemberStateCode,
  issuersOf: ReadonlyMap<string, ReadonlySet<MemberStateCode>>,
): Pick<Reference, 'issuer' | 'code'> | null {
  for (const name of enclosingCodes(code)) {
    const issuers = [...(issuersOf.get(codeKey(name) ?? '') ?? [])]
    if (issuers.includes(owner)) return { issuer: owner, code: name }
    if (issuers.length > 1) return null
    const [only] = issuers
    if (only) return { issuer: only, code: name }
  }
  return isOfAnnexI(code) ? { issuer: 'EU', code } : null
}

/** Whose lists have public entries under the codes; the policy is asked for each file that brought one. */
async function findIssuers(db: Database | Tx, actor: Actor, codes: readonly string[]) {
  const keys = [...new Set(codes.map((code) => codeKey(code) ?? ''))]
  const rows = await db
    .selectDistinct({ issuer: entries.issuer, key: entries.key, measureId: entries.measureId })
    .from(entries)
    .where(and(eq(entries.isPublic, true), inArray(entries.key, keys)))
  const files = await findMeasures(db, [...new Set(rows.map(({ measureId }) => measureId))])
  const open = new Set(
    files.filter((file) => can(actor, 'see-file', fileSubject(file)).ok).map(({ id }) => id),
  )
  const issuers = new Map<string, Set<MemberStateCode>>()
  for (const { issuer, key, measureId } of rows) {
    if (!open.has(measureId) || !isMemberState(issuer)) continue
    issuers.set(key, (issuers.get(key) ?? new Set()).add(issuer))
  }
  return issuers
}
