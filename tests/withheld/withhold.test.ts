import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { purge } from '#app/commands/purge.server.ts'
import { restoreWithheld } from '#app/commands/restore-withheld.server.ts'
import { withhold } from '#app/commands/withhold.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import type { WithheldTarget } from '#app/measures/withholding.ts'
import { verifySealedFile } from '#app/proof/sealed-record.ts'
import { findSealedAdoption } from '#app/queries/sealed-record.server.ts'
import { issueCheckpoint } from '#db/checkpoints.server.ts'
import { verifyChain } from '#db/chain.server.ts'
import { findActs } from '#db/events.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { replay } from '#db/replay.server.ts'
import { findWithholdings } from '#db/withholdings.server.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { cast, everythingOf, plantEverywhere, signer } from './planted-everywhere.ts'
import { searchDatabase } from './search-database.ts'

const word = 'zirkonnebel'
let database: FreshDatabase
let reference: string

beforeAll(async () => {
  database = await demonstrationDatabase()
  reference = await plantEverywhere(database.db, word)
}, 60_000)
afterAll(() => database.close())

const deps = () => ({ db: database.db })
const search = () => searchDatabase(database.sql, word)
const by = (actor: Actor, ...targets: WithheldTarget[]) =>
  withhold(deps(), actor, reference, { key: randomUUID(), targets })

async function file() {
  const measure = await findMeasureByReference(database.db, reference)
  if (!measure) throw new Error(`no file ${reference}`)
  return { measure, acts: await findActs(database.db, measure.id) }
}

async function standing() {
  const { measure } = await file()
  return (await findWithholdings(database.db, measure.id)).filter(({ ended }) => ended === null)
}

describe('words that must not be in the portal (row 46)', () => {
  it('were planted in every table that holds what people write', async () => {
    expect(await search()).toMatchInlineSnapshot(`
      [
        "public.adoptions.act_number",
        "public.adoptions.act_title",
        "public.attachments.bytes",
        "public.attachments.name",
        "public.attachments.other_channel",
        "public.comments.body",
        "public.comments.proposal",
        "public.comments.proposed_wording",
        "public.comments.recall_reason",
        "public.credits.after",
        "public.credits.before",
        "public.document_histories.state",
        "public.document_snapshots.state",
        "public.document_updates.update",
        "public.entries.code",
        "public.entries.content",
        "public.entries.heading",
        "public.entries.key",
        "public.entries.plain",
        "public.entries.register_order",
        "public.events.content",
        "public.inside_replies.body",
        "public.joint_comments.anchor",
        "public.measures.contact",
        "public.measures.notice",
        "public.measures.title",
        "public.national_steps.title",
        "public.notification_addressees.channel",
        "public.notification_addressees.reference",
        "public.notification_packs.content",
        "public.notification_questions.question",
        "public.notifications.description",
        "public.notifications.reasons",
        "public.placements.quote",
        "public.positions.reasons",
        "public.replies.answer_reason",
        "public.replies.reason",
        "public.sealed_parts.content",
        "public.threads.anchor",
        "public.version_texts.content",
        "public.versions.cover_note",
        "public.versions.details",
        "public.word_notes.anchor",
        "public.word_notes.author",
        "public.word_notes.text",
        "public.word_uploads.document",
        "public.word_uploads.name",
      ]
    `)
  })

  it('are withheld by nobody who may not, and of nothing that they do not see', async () => {
    const { measure } = await file()
    const [version] = measure.versions
    if (!version) throw new Error('no version')
    const target = { kind: 'version' as const, versionId: version.id, number: version.number }
    const draft = { kind: 'draft' as const, elements: null }
    for (const key of ['nl-administrator', 'nl-reader', 'nl-customs'])
      expect(await by(demoActor(key), target)).toMatchObject({ ok: false })
    expect(await by(cast.de, target)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await by(cast.de, draft)).toEqual({ ok: false, reason: 'not-found' })
    const inside = (await file()).acts.find(({ event }) => event.type === 'comments-merged')
    expect(await by(cast.nl, { kind: 'act', eventId: inside?.id ?? 0 })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await standing()).toEqual([])
  })
  it('are out of reach once they are withheld, except in what others wrote themselves', async () => {
    const before = await search()
    expect(await by(cast.nl, ...(await everythingOf(database.db, reference, 'NL')))).toEqual({
      ok: true,
    })
    const left = await search()
    expect(left.filter((column) => column !== 'public.set_aside.content')).toMatchInlineSnapshot(`
      [
        "public.comments.body",
        "public.comments.recall_reason",
        "public.document_updates.update",
        "public.events.content",
        "public.inside_replies.body",
        "public.notification_questions.question",
        "public.positions.reasons",
        "public.replies.answer_reason",
        "public.sealed_parts.content",
      ]
    `)
    expect(await verifyChain(database.db)).toMatchObject({ ok: true })
    expect(await replay(database.db)).toEqual([])

    const [withholding] = await standing()
    const restored = await restoreWithheld(deps(), cast.nl, reference, withholding?.id ?? '', {
      key: randomUUID(),
      reason: 'A mistake.',
    })
    expect(restored).toEqual({ ok: true })
    // What is about to be brought in and what is kept of a log are made anew, and not put back.
    const notPutBack = ['word_uploads', 'document_snapshots', 'document_histories']
    expect(await search()).toEqual(
      before.filter((column) => !notPutBack.some((table) => column.includes(table))),
    )
    expect(await verifyChain(database.db)).toMatchObject({ ok: true })
    expect(await replay(database.db)).toEqual([])
  })

  it('are withheld by each for what they wrote, and then are nowhere but aside', async () => {
    for (const actor of [cast.nl, cast.de, cast.fr, cast.officer]) {
      expect(
        await by(actor, ...(await everythingOf(database.db, reference, actor.delegation))),
      ).toEqual({ ok: true })
    }
    expect(await search()).toEqual(['public.set_aside.content'])
    expect(await verifyChain(database.db)).toMatchObject({ ok: true })
    expect(await replay(database.db)).toEqual([])
  })

  it('are purged by whoever releases, with a reason, and then are nowhere', async () => {
    const how = {
      reason: 'Classified.',
      orderedBy: 'The security officer',
      understood: 'on' as const,
    }
    for (const { id, delegation } of await standing()) {
      const form = () => ({ key: randomUUID(), ...how })
      const drafter =
        delegation === 'COM'
          ? demoActor('com-reader')
          : demoActor(`${delegation.toLowerCase()}-drafter`)
      expect(await purge(deps(), drafter, reference, id, form())).toMatchObject({ ok: false })
      const releaser = Object.values(cast).find(
        (actor) => actor.delegation === delegation && !actor.roles.includes('drafter'),
      )
      if (!releaser) throw new Error(`nobody releases for ${delegation}`)
      expect(await purge(deps(), releaser, reference, id, form())).toEqual({ ok: true })
      expect(await purge(deps(), releaser, reference, id, form())).toEqual({
        ok: false,
        reason: 'already-recorded',
      })
    }
    expect(await search()).toEqual([])
    expect(await verifyChain(database.db)).toMatchObject({ ok: true })
    expect(await replay(database.db)).toEqual([])
  })

  it('leave a sealed record that still verifies, with a commitment in their place', async () => {
    await issueCheckpoint(database.db, signer)
    const found = await findSealedAdoption(deps(), cast.nl, reference)
    if (!found.ok) throw new Error(found.reason)
    expect(verifySealedFile(found.file, [signer])).toMatchObject({ ok: true })
    expect(found.file).not.toContain(word)
    const { parts } = JSON.parse(found.file)
    expect(parts.map(({ name }: { name: string }) => name).toSorted()).toMatchInlineSnapshot(`
      [
        "dates",
        "name",
        "person",
        "version",
        "version",
        "version",
      ]
    `)
  })
})
