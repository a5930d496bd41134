import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { endRequirement } from '#app/commands/end-requirement.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { holdLanguage } from '#app/commands/hold-language.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recordApplication } from '#app/commands/record-application.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordExpiry } from '#app/commands/record-expiry.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { recordRefusal } from '#app/commands/record-refusal.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { findCompilations } from '#db/compilations.server.ts'
import { findInformationNotes } from '#db/information-notes.server.ts'
import { findPublicationCorrections } from '#db/publication-corrections.server.ts'
import type { RecordScene } from '#tests/commands/record-scene.ts'
import { said } from '#tests/commands/scene.ts'
import { item, list } from './adopted-list.ts'

/** Everything that can be done next, whether or not it is legal now. */
export function possibleActs(
  scene: RecordScene,
  below: (limit: number) => number,
  { hasRecalls = true } = {},
) {
  const { deps, nl, de, fr, officer } = scene
  const pick = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)]
    if (one === undefined) throw new Error('there is nothing to choose from')
    return one
  }
  const files: string[] = []
  const spoken: { reference: string; id: string; by: Actor }[] = []
  const notifications: { reference: string; id: string }[] = []
  const requirements: { id: string; by: Actor }[] = []
  const day = (year: number) =>
    `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  const text = () =>
    list(
      item('e1', '3B801', `overlay ≤ ${1 + below(3)}.50 nm`),
      ...(below(2) === 0
        ? [item('e2', pick(['3B802', '3B803']), `defects ≤ ${below(30)} nm`)]
        : []),
    )
  const audience = (): Audience =>
    pick<Audience>([
      { kind: 'all' },
      { kind: 'named', delegations: ['DE', 'FR'] },
      { kind: 'owner' },
    ])
  const place = async () => {
    const reference = pick(files)
    const { versions } = await scene.measure(reference)
    return { reference, number: 1 + below(Math.max(1, versions.length)) }
  }
  const dated = async (reference: string) => ({
    revision: (await scene.measure(reference)).revision,
    correction: below(4) === 0 ? 'Read wrongly.' : null,
  })
  const entry = async () => pick([...(await scene.entryIds(pick(files))), randomUUID()])
  const noted = async (references: readonly string[]) => {
    const named = await Promise.all(references.map(scene.measure))
    const publishedOn = day(2025)
    return recordInformationNote(deps, officer, {
      key: randomUUID(),
      ojReference: `C/2025/${1 + below(9_000)}`,
      publishedOn,
      title: 'Information note',
      url: '',
      note: '',
      measureIds: [...new Set(named.map(({ id }) => id))],
    })
  }
  const kinds = [
    async () => void files.push(await scene.draft({ content: text() })),
    async () =>
      void files.push(
        await scene.draft({ kind: 'amendment', changes: pick(files), content: text() }),
      ),
    async () => {
      const reference = pick(files)
      const { stage } = await scene.measure(reference)
      // The scene shares what it is told to; only a draft can be.
      if (stage === 'drafting' || stage === 'shared')
        await scene.share(nl, reference, audience(), text())
    },
    async () => {
      const by = pick([de, fr, officer])
      const at = await place()
      const written = await writeComment(deps, by, at, said({ isQuestion: below(2) === 0 }))
      if (!written.ok) return
      spoken.push({ reference: at.reference, id: written.commentId, by })
    },
    async () => {
      const { reference, id, by } = pick(spoken)
      const comments = [{ id, revision: 1 }]
      await releaseComments(deps, by, reference, { comments, audience: audience() })
    },
    async () => {
      const { reference, id } = pick(spoken)
      const reply = { outcome: pick(['partly', 'not'] as const), reason: 'The risk is another.' }
      await giveReply(deps, nl, reference, { key: randomUUID(), comment: id, ...reply })
    },
    async () => {
      const { reference, id, by } = pick(spoken)
      if (below(2) === 0) await discardComment(deps, by, reference, id)
      else if (hasRecalls)
        await recallComment(deps, by, reference, { comment: id, reason: 'Too early.' })
    },
    async () =>
      statePosition(deps, pick([de, fr]), await place(), {
        key: randomUUID(),
        entryCode: null,
        stance: pick(['supports', 'no-comments'] as const),
        intentions: [],
        reasons: '',
        audience: audience(),
      }),
    async () => {
      const { reference, number } = await place()
      const { revision } = await scene.measure(reference)
      if (hasRecalls) await recall(deps, nl, reference, { number, reason: 'By mistake.', revision })
    },
    async () => {
      const reference = pick(files)
      const { revision } = await scene.measure(reference)
      if (below(4) === 0) await withdraw(deps, nl, reference, { reason: 'Given up.', revision })
    },
    async () => scene.adoptAs(pick(files)),
    async () => scene.gazette(pick(files), day(2023)),
    async () => scene.inForce(pick(files), day(2023)),
    async () => {
      const reference = pick(files)
      notifications.push({ reference, id: await scene.notified(reference) })
    },
    async () => {
      const { reference, id } = pick(notifications)
      const answer = { acknowledgedOn: day(2024), reference: 'Ares' }
      await acknowledge(deps, officer, reference, id, answer)
    },
    async () => {
      const { reference, id } = pick(notifications)
      await askMissingContent(deps, officer, reference, id, {
        key: randomUUID(),
        question: 'Which destinations?',
      })
    },
    async () => {
      const ids = (await Promise.all(files.map(scene.entryIds))).flat()
      await scene.compiled(ids, { publishedOn: day(2024) })
    },
    async () => noted([pick(files), pick(files)]),
    async () => {
      const of = pick(['compilation', 'information-note'] as const)
      const { id, note, ...stands } = pick(
        await (of === 'compilation' ? findCompilations(deps.db) : findInformationNotes(deps.db)),
      )
      // Half of them correct the number alone, the others the day too, which moves more.
      const publishedOn = pick([stands.publishedOn, day(of === 'compilation' ? 2024 : 2025)])
      await correctPublication(
        deps,
        officer,
        { of, id },
        {
          revision: (await findPublicationCorrections(deps.db, id)).length + 1,
          ojReference: `C/${publishedOn.slice(0, 4)}/${1 + below(9_000)}`,
          publishedOn,
          title: stands.title,
          url: '',
          note,
          correction: 'Read wrongly.',
        },
      )
    },
    async () => {
      const holder = pick([`person:${officer.personId}`, 'nobody'])
      await holdLanguage(deps, officer, pick(['de', 'bg'] as const), {
        holder,
        entryIds: [await entry()],
      })
    },
    async () => {
      const by = pick([de, fr])
      const input = scene.requirementInput()
      const recorded = await recordRequirement(deps, by, await entry(), input)
      if (recorded.ok) requirements.push({ id: input.key, by })
    },
    async () => {
      const { id, by } = pick(requirements)
      await endRequirement(deps, by, id, { endedOn: day(2025), reason: 'Covered by Annex I.' })
    },
    async () =>
      recordRefusal(deps, pick([de, fr]), await entry(), {
        key: randomUUID(),
        duesReference: `DE/2024/${below(1000)}`,
        refusedOn: day(2024),
      }),
    async () =>
      recordCoverage(deps, officer, {
        entryId: await entry(),
        point: null,
        annexICode: '3B501.f.1.b',
        annexIWords: `overlay ≤ ${1 + below(3)}.50 nm`,
        language: 'en',
        ...pick([
          { extent: 'wholly', since: '2025-11-15' },
          { extent: 'partly', since: '2025-11-15' },
          { extent: 'not', since: '2026-11-15' },
        ] as const),
      }),
    async () => {
      const reference = pick(files)
      const { revision } = await dated(reference)
      const entryIds = (await scene.entryIds(reference)).slice(0, 1)
      await recordApplication(deps, nl, reference, {
        revision,
        entryIds,
        applicableFrom: day(2024),
      })
    },
    async () => {
      const reference = pick(files)
      const repeal = { repealedOn: day(2025), repealedBy: 'Stcrt. 2025, 1' }
      if (below(3) === 0)
        await recordRepeal(deps, nl, reference, { ...(await dated(reference)), ...repeal })
    },
    async () => {
      const reference = pick(files)
      if (below(3) === 0)
        await recordExpiry(deps, nl, reference, {
          ...(await dated(reference)),
          expiredOn: day(2025),
        })
    },
  ]
  return {
    /** Four files, of which one is law, notified and published: enough for most acts to find something to be done to. */
    async begin() {
      for (let count = 0; count < 4; count++) files.push(await scene.draft({ content: text() }))
      const law = pick(files)
      await scene.adoptAs(law)
      notifications.push({ reference: law, id: await scene.notified(law) })
      await scene.compiled(await scene.entryIds(law), { publishedOn: day(2024) })
      await noted([law])
    },
    any: () => pick(kinds)(),
    files,
  }
}

/** Helpers of the scene throw what a command refused; so does a choice among nothing. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && /^\{"ok":false|^there is nothing to choose from$/.test(error.message)
  )
}
