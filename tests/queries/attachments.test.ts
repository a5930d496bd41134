import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { addAttachment } from '#app/commands/add-attachment.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { removeAttachment } from '#app/commands/remove-attachment.server.ts'
import { findAttachmentToRead } from '#app/queries/attachment.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import type { attachmentKinds } from '#app/measures/attachment.ts'
import { attachments } from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'

let scene: RecordScene
let readers: Record<string, Actor>
let reference: string

beforeAll(async () => {
  scene = await openRecordScene()
  readers = {
    NL: await scene.person('NL', 'reader'),
    DE: scene.de,
    FR: scene.fr,
    COM: scene.officer,
    GSC: await scene.person('GSC', 'reader'),
  }
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.draft()
})

const pdf = new TextEncoder().encode('%PDF-1.7\nsemiconductors\n%%EOF')

async function attach(
  kind: (typeof attachmentKinds)[number] = 'attachment',
  { isShared = true, name = `${kind}.pdf` } = {},
) {
  const { revision } = await scene.measure(reference)
  const input = { key: randomUUID(), revision, kind, language: null, name: '', otherChannel: '' }
  scene.must(
    await addAttachment(
      scene.deps,
      scene.nlDrafter,
      reference,
      { ...input, isShared },
      { name, bytes: pdf },
    ),
  )
  return input.key
}

const to = (...delegations: ('DE' | 'FR')[]) =>
  scene.share(scene.nl, reference, { kind: 'named', delegations })

async function recalled(number: number) {
  const { revision } = await scene.measure(reference)
  scene.must(await recall(scene.deps, scene.nl, reference, { number, revision, reason: 'Wrong.' }))
}

/** Who is given it, asked three ways that must agree: the download, the list and the history. */
async function readersOf(id: string): Promise<string[]> {
  const answers = await Promise.all(
    Object.entries(readers).map(async ([code, actor]) => {
      const [download, page] = await Promise.all([
        findAttachmentToRead(scene.deps, actor, reference, id),
        findFilePage(scene.deps, actor, reference),
      ])
      const isListed = page.ok && page.file.attachments.some((attachment) => attachment.id === id)
      expect([code, isListed]).toEqual([code, download.ok])
      return download.ok ? [code] : []
    }),
  )
  return answers.flat()
}

/** Who has a line in the history that names it. */
async function toldOf(name: string): Promise<string[]> {
  const told = await Promise.all(
    Object.entries(readers).map(async ([code, actor]) => {
      const page = await findFilePage(scene.deps, actor, reference)
      return page.ok && page.file.history.some(({ values }) => values.name === name) ? [code] : []
    }),
  )
  return told.flat()
}

describe('an attachment that is marked as shown', () => {
  it('goes along with a version to those who have it, and with the next to those who have that', async () => {
    const id = await attach()
    expect(await readersOf(id)).toEqual(['NL'])
    await to('DE')
    expect(await readersOf(id)).toEqual(['NL', 'DE'])
    await to('FR')
    expect(await readersOf(id)).toEqual(['NL', 'DE', 'FR'])
  })

  it('stays with those who had it for comments when the measure is gazetted and notified', async () => {
    const id = await attach()
    const translation = await attach('courtesy-translation')
    await to('DE')
    await scene.adoptAs(reference)
    await scene.gazette(reference)
    await scene.notified(reference)
    expect(await readersOf(id)).toEqual(['NL', 'DE'])
    expect(await readersOf(translation)).toEqual(['NL', 'DE'])
  })

  it('is read with the final text, by whoever reads that, where it is the national act', async () => {
    const id = await attach('national-act')
    await to('DE')
    await scene.adoptAs(reference)
    expect(await readersOf(id)).toEqual(['NL', 'DE'])
    await scene.gazette(reference)
    expect(await readersOf(id)).toEqual(['NL', 'DE', 'FR', 'COM', 'GSC'])
  })

  it('is no longer read by those who had recalled versions only', async () => {
    const id = await attach()
    await to('DE', 'FR')
    await to('FR')
    await recalled(1)
    expect(await readersOf(id)).toEqual(['NL', 'FR'])
    await recalled(2)
    expect(await readersOf(id)).toEqual(['NL'])
  })

  it('reaches those who have a version at once, who see in the history that it was added', async () => {
    await to('DE')
    const id = await attach('attachment', { name: 'annex.pdf' })
    expect(await readersOf(id)).toEqual(['NL', 'DE'])
    expect(await toldOf('annex.pdf')).toEqual(['NL', 'DE'])
    await recalled(1)
    expect(await toldOf('annex.pdf')).toEqual(['NL'])
  })

  it('does not say in the history when it was prepared inside', async () => {
    await attach('attachment', { name: 'annex.pdf' })
    await to('DE')
    expect(await toldOf('annex.pdf')).toEqual(['NL'])
  })

  it('can be removed until it has gone out, and not any more after a recall', async () => {
    const early = await attach()
    const late = await attach()
    const offered = async () => {
      const page = scene.must(await findFilePage(scene.deps, scene.nlDrafter, reference))
      return page.file.attachments.flatMap(({ id, mayRemove }) => (mayRemove ? [id] : []))
    }
    expect(await offered()).toEqual([early, late])
    scene.must(await removeAttachment(scene.deps, scene.nlDrafter, reference, early))
    await to('DE')
    await recalled(1)
    expect(await offered()).toEqual([])
    expect(await removeAttachment(scene.deps, scene.nlDrafter, reference, late)).toEqual({
      ok: false,
      reason: 'already-released',
    })
  })
})

describe('an attachment that is not', () => {
  it('stays inside, whatever is released and whatever kind it is', async () => {
    const ids = [
      await attach('attachment', { isShared: false }),
      await attach('national-act', { isShared: false }),
    ]
    await to('DE')
    await scene.adoptAs(reference)
    await scene.gazette(reference)
    expect(await Promise.all(ids.map(readersOf))).toEqual([['NL'], ['NL']])
  })
})

describe('adding an attachment', () => {
  it('is refused as stale where it would reach others than its page said', async () => {
    const { revision } = await scene.measure(reference)
    const add = (isShared: boolean) =>
      addAttachment(
        scene.deps,
        scene.nlDrafter,
        reference,
        {
          key: randomUUID(),
          revision,
          kind: 'attachment',
          language: null,
          name: '',
          otherChannel: '',
          isShared,
        },
        { name: 'annex.pdf', bytes: pdf },
      )
    await to('DE')
    expect(await add(true)).toEqual({ ok: false, reason: 'stale-form' })
    expect(await add(false)).toEqual({ ok: true })
  })

  it('keeps one name in the record and in the table, also where it had to be cut', async () => {
    const id = await attach('attachment', { name: `${'a'.repeat(119)}🛡.pdf` })
    const [row] = await scene.db.select().from(attachments).where(eq(attachments.id, id))
    const added = await scene.db
      .select({ content: events.content })
      .from(events)
      .where(eq(events.type, 'attachment-added'))
    const names = added.map(({ content }) => JSON.parse(content ?? '{}'))
    expect(names.find(({ attachmentId }) => attachmentId === id)?.name).toBe(row?.name)
    expect(row?.name).toBe(`${'a'.repeat(119)}.pdf`)
  })
})
