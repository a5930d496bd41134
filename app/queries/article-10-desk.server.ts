import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import {
  type BasisFacts,
  basisOn,
  isPublished,
  lackOf,
  warningsFor,
} from '#app/measures/article-10.ts'
import type { Day } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findCompilationsOf } from '#db/compilations.server.ts'
import {
  findBasisFacts,
  findEntriesById,
  findEntry,
  type RegisteredEntry,
} from '#db/entries.server.ts'
import { findMeasure } from '#db/measures.server.ts'
import {
  findRefusals,
  findRequirement,
  findRequirementsFor,
  type Requirement,
} from '#db/reliance.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/** What one's own state requires under Article 10, what others told of theirs, and all refusals. */
export async function findArticle10Desk({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'use-article-10-desk', null)
  return permission.ok ? { ok: true as const, ...(await findReliance(db, actor)) } : permission
}

/** The same for the Commission, which relies on nothing and is told. */
export async function findArticle10Reports({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'use-commission-desk', null)
  return permission.ok ? { ok: true as const, ...(await findReliance(db, actor)) } : permission
}

async function findReliance(db: Database, actor: Actor) {
  const [{ today }, all, refused] = await Promise.all([
    databaseTime(db),
    findRequirementsFor(db, actor.delegation),
    findRefusals(db),
  ])
  const seen = all.filter((requirement) => can(actor, 'see-requirement', requirement).ok)
  const ids = [...seen, ...refused].map(({ entryId }) => entryId)
  const entries = await findShownEntries(db, actor, [...new Set(ids)])
  const basis = await findBasisFacts(db, [...entries.values()])
  return {
    requirements: seen.flatMap((requirement) => {
      const entry = entries.get(requirement.entryId)
      const facts = basis.get(requirement.entryId)
      return entry && facts ? [asLine(actor, requirement, entry, facts, today)] : []
    }),
    refusals: refused.flatMap((refusal) => {
      const entry = entries.get(refusal.entryId)
      if (!entry) return []
      const { id, delegation, duesReference, refusedOn } = refusal
      return [{ id, delegation, duesReference, refusedOn, entry: asEntry(entry) }]
    }),
  }
}

export type Article10Desk = Extract<Awaited<ReturnType<typeof findArticle10Desk>>, { ok: true }>

async function findShownEntries(db: Database, actor: Actor, ids: readonly string[]) {
  const found = await withVisibleEnds(db, actor, await findEntriesById(db, ids))
  return new Map(found.map((entry) => [entry.id, entry]))
}

function asEntry({ id, issuer, code, key, edition, heading }: RegisteredEntry) {
  return { id, issuer, code, key, edition, heading }
}

function asLine(
  actor: Actor,
  requirement: Requirement,
  entry: RegisteredEntry,
  facts: BasisFacts,
  today: Day,
) {
  const { recordedAt, ...rest } = requirement
  const basis = basisOn(facts, today)
  return {
    ...rest,
    recordedAt: recordedAt.toISOString(),
    entry: asEntry(entry),
    basis,
    isOurs: requirement.relying === actor.delegation,
    /** Of one that still stands: why it has no basis today. */
    lack: requirement.endedOn === null ? lackOf(basis) : null,
    mayEnd: requirement.endedOn === null && can(actor, 'end-requirement', requirement).ok,
  }
}

/** A published entry, to record a requirement or a refusal by reference to it. */
export async function findEntryToRely({ db }: Deps, actor: Actor, entryId: string) {
  const permission = can(actor, 'use-article-10-desk', null)
  if (!permission.ok) return permission
  const found = await findEntry(db, entryId)
  const measure = found && (await findMeasure(db, found.measureId))
  if (!measure || !can(actor, 'see-file', fileSubject(measure)).ok) return refuse('not-found')
  const [{ today }, [entry = found], compilations] = await Promise.all([
    databaseTime(db),
    withVisibleEnds(db, actor, [found]),
    findCompilationsOf(db, entryId),
  ])
  const facts = (await findBasisFacts(db, [entry])).get(entry.id)
  if (!facts) return refuse('not-found')
  const last = facts.inCompilation.at(-1)
  const compilation = compilations.find(({ publishedOn }) => publishedOn === last?.from)
  return {
    ok: true as const,
    today,
    entry: { ...asEntry(entry), content: entry.content, isPublic: entry.isPublic },
    basis: basisOn(facts, today),
    doubts: warningsFor(facts, { exporterInformedOn: today, customsInformedOn: null }),
    isPublished: isPublished(facts),
    compilation: compilation
      ? {
          id: compilation.id,
          ojReference: compilation.ojReference,
          publishedOn: compilation.publishedOn,
        }
      : null,
    may: {
      record: can(actor, 'act', { file: fileSubject(measure), command: 'record-requirement' }).ok,
      isIssuer: actor.delegation === entry.issuer,
    },
  }
}

export type EntryToRely = Extract<Awaited<ReturnType<typeof findEntryToRely>>, { ok: true }>

/** One requirement, for those whom its state has told. */
export async function findRequirementPage({ db }: Deps, actor: Actor, id: string) {
  const requirement = await findRequirement(db, id)
  if (!requirement) return refuse('not-found')
  const permission = can(actor, 'see-requirement', requirement)
  if (!permission.ok) return permission
  const [{ today }, found] = await Promise.all([
    databaseTime(db),
    findShownEntries(db, actor, [requirement.entryId]),
  ])
  const entry = found.get(requirement.entryId)
  const facts = entry && (await findBasisFacts(db, [entry])).get(entry.id)
  if (!entry || !facts) return refuse('not-found')
  return { ok: true as const, requirement: asLine(actor, requirement, entry, facts, today) }
}

export type RequirementPage = Extract<Awaited<ReturnType<typeof findRequirementPage>>, { ok: true }>
