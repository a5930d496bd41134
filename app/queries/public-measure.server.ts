import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { measureOnly } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import { checkContent } from '#app/text/check.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { findEntriesOfMeasure } from '#db/entries.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { findSealState } from '#db/seals.server.ts'
import { findVersionText } from '#db/version-texts.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/**
 * A published measure as anybody may read it: the act, its dates, the legal text. What a draft says
 * besides (risk, effect on operators, feasibility) is no part of the measure and never sent.
 */
export async function findPublicMeasure({ db }: Deps, reference: string) {
  const measure = await findMeasureByReference(db, reference)
  if (!measure || !can(null, 'see-file', fileSubject(measure)).ok) return refuse('not-found')
  const adoption = await findAdoption(db, measure.id)
  if (!adoption || measure.stage !== 'adopted') return refuse('not-found')
  const [text, seal, changed, entries] = await Promise.all([
    findVersionText(db, measure.id, adoption.versionNumber),
    findSealState(db, 'adoption', adoption.versionId),
    adoption.changes ? findMeasureByReference(db, adoption.changes) : null,
    findEntriesOfMeasure(db, measure.id).then((found) => withVisibleEnds(db, null, found)),
  ])
  const checked = checkContent(text)
  if (!checked.ok) throw new Error(`the final text of ${reference} cannot be read`)
  return {
    ok: true as const,
    owner: measure.owner,
    reference: measure.reference,
    kind: measure.kind,
    title: adoption.title,
    language: adoption.language,
    /** The measure that this one changes, where anybody may know of it. */
    changes: changed && can(null, 'see-file', fileSubject(changed)).ok ? changed.reference : null,
    act: {
      title: adoption.actTitle,
      number: adoption.actNumber,
      adoptedOn: adoption.adoptedOn,
      gazette: adoption.gazette,
      gazetteReference: adoption.gazetteReference,
      gazetteUrl: adoption.gazetteUrl,
      gazettedOn: adoption.gazettedOn,
      inForceOn: adoption.inForceOn,
      publishedOn: adoption.publishedOn,
      publicationReference: adoption.publicationReference,
      inCompilationOn: measure.facts.inCompilationOn,
      repealedOn: adoption.repealedOn,
      repealedBy: adoption.repealedBy,
      expiredOn: adoption.expiredOn,
    },
    seal,
    content: measureOnly(checked.content),
    entries: entries.map(({ id, key, code, heading, edition, inForceFrom, endedOn }) => ({
      id,
      key,
      code,
      heading,
      edition,
      inForceFrom,
      endedOn,
    })),
  }
}

export type PublicMeasure = Extract<Awaited<ReturnType<typeof findPublicMeasure>>, { ok: true }>
