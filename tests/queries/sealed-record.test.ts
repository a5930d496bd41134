import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Visitor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import {
  commitmentOf,
  type SealedFile,
  sealOf,
  verifySealedFile,
  writeSealedFile,
} from '#app/proof/sealed-record.ts'
import { newSigner } from '#app/proof/signed-note.ts'
import {
  findSealedAdoption,
  findSealedCompilation,
  findSealedNotification,
  type SealedRecord,
} from '#app/queries/sealed-record.server.ts'
import { verifyChain } from '#db/chain.server.ts'
import { issueCheckpoint } from '#db/checkpoints.server.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { said } from '#tests/commands/scene.ts'

const signer = newSigner('concert.example/record')
const all: Audience = { kind: 'all' }
let scene: RecordScene
let reference: string
let toOwner: string

beforeAll(async () => {
  scene = await openRecordScene()
  await introduceRecordKey(scene.deps, signer)
  reference = await scene.draft()
  await scene.share(scene.nl, reference)
  toOwner = await comment(scene.de, 'only the owner reads this', { kind: 'owner' })
  await comment(scene.fr, 'everybody reads this', all)
  await comment(scene.fr, 'nobody else reads this', null)
  await state(scene.de, 'in confidence', { kind: 'owner' })
  await state(scene.fr, 'in the open', all)
  const reply = { key: randomUUID(), comment: toOwner, outcome: 'partly' as const }
  scene.must(await giveReply(scene.deps, scene.nl, reference, { ...reply, reason: 'as answered' }))
  const input = await scene.adoptionInput(reference)
  scene.must(await recordAdoption(scene.deps, scene.nl, reference, input))
})
afterAll(() => scene.close())

async function comment(actor: Actor, body: string, audience: Audience | null): Promise<string> {
  const place = { reference, number: 1 }
  const { commentId } = scene.must(await writeComment(scene.deps, actor, place, said({ body })))
  if (audience) {
    const comments = [{ id: commentId, revision: 1 }]
    scene.must(await releaseComments(scene.deps, actor, reference, { comments, audience }))
  }
  return commentId
}

async function state(actor: Actor, reasons: string, audience: Audience) {
  const place = { reference, number: 1 }
  const position = { entryCode: null, stance: 'concern' as const, intentions: [], reasons }
  scene.must(
    await statePosition(scene.deps, actor, place, { key: randomUUID(), audience, ...position }),
  )
}

async function read(found: Promise<SealedRecord>): Promise<{ text: string; file: SealedFile }> {
  const { file: text } = scene.must(await found)
  const verdict = verifySealedFile(text, [signer])
  if (!verdict.ok) throw new Error(`${verdict.fault} ${verdict.at}`)
  return { text, file: verdict.file }
}

const adoptionFor = (visitor: Visitor) => read(findSealedAdoption(scene.deps, visitor, reference))
const namesIn = ({ parts }: SealedFile) => [...new Set(parts.map(({ name }) => name))].toSorted()
const saidIn = ({ text }: { text: string }) =>
  [
    'only the owner reads this',
    'everybody reads this',
    'nobody else reads this',
    'in confidence',
    'in the open',
    'as answered',
  ].filter((words) => text.includes(words))

describe('the sealed record of an adoption', () => {
  it('can be taken away once a checkpoint covers it, by those who may read the final text', async () => {
    const early = await findSealedAdoption(scene.deps, scene.nl, reference)
    expect(early).toEqual({ ok: false, reason: 'not-yet-sealed' })
    expect(await issueCheckpoint(scene.db, signer)).not.toBeNull()
    expect(await findSealedAdoption(scene.deps, scene.nl, reference)).toMatchObject({ ok: true })
    for (const other of [scene.fr, scene.officer, null])
      expect(await findSealedAdoption(scene.deps, other, reference)).toMatchObject({ ok: false })
  })

  it('shows its own house everything that was released, and nothing from inside another', async () => {
    const own = await adoptionFor(scene.nl)
    expect(namesIn(own.file)).toEqual([
      'act',
      'comment',
      'dates',
      'details',
      'measure',
      'name',
      'person',
      'position',
      'quote',
      'reply',
      'text',
      'version',
      'whole-text',
    ])
    expect(saidIn(own)).toEqual([
      'only the owner reads this',
      'everybody reads this',
      'in confidence',
      'in the open',
      'as answered',
    ])
  })

  it('is one record for all, of which each sees what is theirs', async () => {
    await scene.notified(reference)
    await scene.gazette(reference)
    const files = new Map(
      await Promise.all(
        [scene.nl, scene.de, scene.fr, scene.officer, null].map(
          async (visitor) => [visitor?.delegation ?? 'public', await adoptionFor(visitor)] as const,
        ),
      ),
    )
    const said = Object.fromEntries([...files].map(([who, file]) => [who, saidIn(file)]))
    expect(said).toEqual({
      NL: said.NL,
      DE: [
        'only the owner reads this',
        'everybody reads this',
        'in confidence',
        'in the open',
        'as answered',
      ],
      FR: ['everybody reads this', 'in the open'],
      COM: ['everybody reads this', 'in the open'],
      public: [],
    })
    const outside = files.get('public')
    expect(outside && namesIn(outside.file)).toEqual(['act', 'dates', 'measure', 'person', 'text'])
    expect(outside?.text).not.toContain(scene.nl.name)

    const commitments = [...files.values()].map(({ file }) =>
      [...file.parts.map(commitmentOf), ...file.withheld].toSorted(),
    )
    expect(new Set(commitments.map((each) => each.join())).size).toBe(1)
    expect(Math.log2(commitments[0]?.length ?? 0) % 1).toBe(0)
  })

  it('withholds what was recalled since, and stays the same record', async () => {
    const before = await adoptionFor(scene.nl)
    const recall = { comment: toOwner, reason: 'sent to the wrong file' }
    scene.must(await recallComment(scene.deps, scene.de, reference, recall))
    const after = await adoptionFor(scene.nl)
    expect(saidIn(after)).not.toContain('only the owner reads this')
    expect(after.file.content.seal).toBe(before.file.content.seal)
    expect(saidIn(await adoptionFor(scene.de))).toContain('only the owner reads this')
  })
})

describe('the sealed records of what follows', () => {
  it('hold a notification as it has gone out so far', async () => {
    const own = await scene.adopted()
    const id = await scene.notified(own)
    await issueCheckpoint(scene.db, signer)
    const { file } = await read(findSealedNotification(scene.deps, scene.fr, own, id))
    expect(namesIn(file)).toEqual(['notification', 'pack', 'person', 'sending'])
    expect(file.parts.filter(({ name }) => name === 'sending')).toHaveLength(27)
  })

  it('hold a compilation, for everybody', async () => {
    const own = await scene.adopted({}, { inForceOn: '2023-09-01' })
    await scene.notified(own)
    const id = await scene.compiled(await scene.entryIds(own))
    await issueCheckpoint(scene.db, signer)
    const { file } = await read(findSealedCompilation(scene.deps, id))
    expect(namesIn(file)).toEqual(['compilation', 'entry', 'person'])
    expect(await findSealedCompilation(scene.deps, randomUUID())).toMatchObject({ ok: false })
  })

  it('stand in a record whose chain holds', async () => {
    expect(await verifyChain(scene.db)).toMatchObject({ ok: true })
    const cut = scene.db.execute(sql`DELETE FROM sealed_parts`)
    await expect(cut).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'the record is append-only' }),
    })
  })
})

describe('whoever changes a sealed record (row 39)', () => {
  /** What every kind of record says to each who may take it away. */
  async function everyFile(): Promise<Map<string, string>> {
    const visitors = [scene.nl, scene.de, scene.fr, scene.officer, null]
    const own = await scene.adopted({}, { inForceOn: '2023-09-01' })
    const notification = await scene.notified(own)
    const compilation = await scene.compiled(await scene.entryIds(own))
    await issueCheckpoint(scene.db, signer)
    const files = new Map<string, string>()
    for (const visitor of visitors) {
      const { text } = await adoptionFor(visitor)
      files.set(`adoption, ${visitor?.delegation ?? 'public'}`, text)
      if (!visitor) continue
      const sent = await read(findSealedNotification(scene.deps, visitor, own, notification))
      files.set(`notification, ${visitor.delegation}`, sent.text)
    }
    const { text } = await read(findSealedCompilation(scene.deps, compilation))
    return files.set('compilation', text)
  }

  it('is found out at every byte of it, of every kind and for every audience', async () => {
    const files = await everyFile()
    expect([...files.keys()]).toHaveLength(10)
    // Those who see the same have the same file.
    const different = new Map([...files].map(([name, text]) => [text, name]))
    expect(different.size).toBeGreaterThan(5)
    for (const [text, name] of different) {
      const bytes = Buffer.from(text)
      const unnoticed: number[] = []
      for (const [place, byte] of bytes.entries()) {
        bytes[place] = byte ^ (1 << (place % 8))
        const changed = bytes.toString()
        bytes[place] = byte
        if (verifySealedFile(changed, [signer]).ok) unnoticed.push(place)
        // Also by whoever noted no key.
        if (name.endsWith('public') && verifySealedFile(changed).ok) unnoticed.push(place)
      }
      expect(bytes.length).toBeGreaterThan(1_000)
      expect({ name, unnoticed }).toEqual({ name, unnoticed: [] })
    }
  }, 60_000)

  it('is told what does not hold', async () => {
    const { file } = await adoptionFor(scene.fr)
    const [part] = file.parts
    const faultOf = (changed: object, trusted = [signer]) => {
      const verdict = verifySealedFile(writeSealedFile({ ...file, ...changed }), trusted)
      return verdict.ok ? null : verdict.fault
    }
    expect(faultOf({})).toBeNull()
    expect(faultOf({ parts: file.parts.slice(1) })).toBe('parts-changed')
    expect(faultOf({ parts: [{ ...part, content: 'another' }, ...file.parts.slice(1)] })).toMatch(
      /parts-changed|written-otherwise/,
    )
    expect(faultOf({ withheld: file.withheld.slice(1) })).toBe('parts-changed')
    expect(faultOf({ more: 1 })).toBe('not-a-sealed-record')
    const seal = sealOf([])
    const emptied = { parts: [], withheld: [], content: { ...file.content, seal } }
    expect(faultOf(emptied)).toBe('content-changed')
    expect(faultOf({ event: { ...file.event, at: new Date().toISOString() } })).toBe(
      'not-in-the-record',
    )
    expect(faultOf({ path: file.path.slice(1) })).toBe('not-in-the-record')
    expect(faultOf({ checkpoint: 'hello' })).toBe('not-a-checkpoint')
    expect(faultOf({}, [newSigner(signer.name)])).toBe('unsigned')
  })
})
