import type { Actor } from '#app/access/actor.ts'
import { measureOnly, readsMeasureOnly } from '#app/access/readable-text.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Content } from '#app/text/content.ts'
import { type ComparedMoment, type Drift, driftOf } from '#app/text/drift.ts'
import { redline } from '#app/text/redline.ts'
import type { Database } from '#db/client.server.ts'
import { Kept } from '#db/kept.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import { readableVersions } from './file-rooms.server.ts'

/** A version of one of two parallel drafts, as one reader may read it. */
export interface ParallelVersion {
  reference: string
  number: number
  kind: Version['kind']
  releasedAt: string
  content: Content
  language: string
  /** Two with the same key say the same. */
  key: string
}

/**
 * The controlled items of every version that this person reads, oldest first. Notices have none, and what was
 * recalled no longer counts.
 */
export function readParallelVersions(
  db: Database,
  actor: Actor,
  measure: Measure,
): Promise<ParallelVersion[]> {
  const versions = readableVersions(actor, measure).filter(
    ({ kind, isRecalled }) => kind !== 'notice' && !isRecalled,
  )
  return Promise.all(
    versions.map(async (version) => {
      const { content, language, sha256, releasedAt } = await getVersionText(db, version)
      const isPart = readsMeasureOnly(actor, fileSubject(measure), version)
      return {
        reference: measure.reference,
        number: version.number,
        kind: version.kind,
        releasedAt: releasedAt.toISOString(),
        content: itemsOf(isPart ? measureOnly(content) : content),
        language,
        key: `${sha256} ${language}`,
      }
    }),
  )
}

/** States give other grounds for the same control; what is set side by side is the control. */
export function itemsOf(content: Content): Content {
  const sections = content.content ?? []
  return { ...content, content: sections.filter(({ attrs }) => attrs?.key === 'items') }
}

/** By the keys of both texts, which never change. */
const compared = new Kept<ComparedMoment>(400)

export function compareParallel(ours: ParallelVersion, theirs: ParallelVersion): ComparedMoment {
  const key = `${ours.key} ${theirs.key}`
  const known = compared.get(key)
  if (known) return known
  const moment = {
    elements: redline(ours.content, theirs.content, theirs.language, ours.language),
    languages: { before: ours.language, after: theirs.language },
  }
  compared.keep(key, moment, 1)
  return moment
}

/** What drifted apart, and the version with which it did. */
export interface DatedDrift extends Drift {
  by: { reference: string; number: number; releasedAt: string } | null
}

/**
 * What two parallel drafts had in common and have no longer, as far as one person may read both: at
 * each release the newest versions of both are set against each other.
 */
export function driftsBetween(
  ours: readonly ParallelVersion[],
  theirs: readonly ParallelVersion[],
): DatedDrift[] {
  const released = [...ours, ...theirs].toSorted((a, b) => (a.releasedAt < b.releasedAt ? -1 : 1))
  const moments: (ComparedMoment & { by: ParallelVersion })[] = []
  let [left, right]: (ParallelVersion | null)[] = [null, null]
  for (const version of released) {
    if (ours.includes(version)) left = version
    else right = version
    if (left && right) moments.push({ ...compareParallel(left, right), by: version })
  }
  return driftOf(moments).map((drift) => {
    const by = moments[drift.since]?.by
    return {
      ...drift,
      by: by ? { reference: by.reference, number: by.number, releasedAt: by.releasedAt } : null,
    }
  })
}
