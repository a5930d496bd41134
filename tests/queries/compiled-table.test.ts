import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { compiledRows } from '#app/components/comments/compiled-rows.ts'
import {
  fittingLines,
  type TableFilter,
  tableFilterFrom,
} from '#app/components/comments/table-filter.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledLines } from '#app/queries/compiled-lines.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { paragraph, point } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let reference: string
const representatives = new Map<DelegationCode, Actor>()

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  for (const code of ['SE', 'DE', 'BE'] as const)
    representatives.set(code, await scene.person(code, 'representative'))
  reference = await scene.file(nl)
  await scene.share(nl, reference)
  const onPoint = { place: 'element', element: 'f5b' } as const
  await say('SE', onPoint)
  await say('SE')
  const answered = await say('DE', { ...onPoint, proposedWording: '=HYPERLINK("x")' })
  await say('BE', {
    place: 'words',
    element: 'f5bp',
    from: 2,
    to: 25,
    body: 'One\r\ntwo',
    isQuestion: true,
  })
  await say('DE', { body: 'planted-word-inside' }, false)
  await giveReply(scene.deps, nl, reference, {
    key: randomUUID(),
    comment: answered,
    outcome: 'not',
    reason: 'The value is that of the risk assessment.',
  })
})
afterAll(() => scene.close())

function representative(code: DelegationCode): Actor {
  const actor = representatives.get(code)
  if (!actor) throw new Error(`nobody of ${code}`)
  return actor
}

async function say(code: DelegationCode, more: Partial<WriteComment> = {}, isReleased = true) {
  const actor = representative(code)
  const where = { reference, number: 1 }
  const written = await writeComment(scene.deps, actor, where, said(more))
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  if (isReleased)
    await releaseComments(scene.deps, actor, reference, { comments, audience: { kind: 'all' } })
  return written.commentId
}

async function table(actor: Actor) {
  const found = await findCompiledTable(scene.deps, actor, reference, 1)
  if (!found.ok) throw new Error(found.reason)
  return found.table
}

const filter = (query = ''): TableFilter => tableFilterFrom(new URLSearchParams(query))

async function rows(actor: Actor, query = '') {
  const found = await table(actor)
  return compiledRows(
    formatFor('en'),
    found,
    fittingLines(compiledLines(found.threads), filter(query)),
    filter(query),
  )
}

describe('the compiled table', () => {
  it('stands by provision in the order of the text, then in protocol order', async () => {
    expect((await rows(nl)).slice(1).map(([place, , state]) => [place, state])).toEqual([
      ['The text as a whole', 'Sweden'],
      ['3B801.f.5.b', 'Belgium'],
      ['3B801.f.5.b', 'Germany'],
      ['3B801.f.5.b', 'Sweden'],
    ])
  })

  it('holds nothing of the inside unless its delegation asks for it', async () => {
    expect(JSON.stringify(await table(nl))).not.toContain('planted-word-inside')
    expect(JSON.stringify(await rows(representative('DE')))).not.toContain('planted-word-inside')
    const asked = JSON.stringify(await rows(representative('DE'), 'status=inner'))
    expect(asked).toContain('planted-word-inside')
  })

  it('is filtered by state, type and status', async () => {
    expect(await rows(nl, 'state=SE')).toHaveLength(3)
    expect(await rows(nl, 'status=not')).toHaveLength(2)
    expect(await rows(nl, 'status=unanswered&state=DE')).toHaveLength(1)
    expect(await rows(nl, 'type=editorial')).toHaveLength(1)
  })

  it('is filtered by entry, by questions and by what changed', async () => {
    expect(await rows(nl, 'entry=3B801')).toHaveLength(4)
    expect(await rows(nl, 'entry=')).toHaveLength(2)
    expect(await rows(nl, 'entry=3B802')).toHaveLength(1)
    expect((await rows(nl, 'questions=only')).slice(1).map(([, , state]) => state)).toEqual([
      'Belgium',
    ])
    expect(await rows(nl, 'since=new')).toHaveLength(5)
    expect(await rows(nl, 'since=unsure&since=moved')).toHaveLength(1)
  })

  it('stands in the order that is asked', async () => {
    const states = async (query: string) =>
      (await rows(nl, query)).slice(1).map(([, , state]) => state)
    expect(await states('order=state')).toEqual(['Belgium', 'Germany', 'Sweden', 'Sweden'])
    expect(await states('order=waiting')).toEqual(['Sweden', 'Sweden', 'Belgium', 'Germany'])
    expect(await states('order=newest')).toEqual(['Belgium', 'Germany', 'Sweden', 'Sweden'])
  })

  it('does not show by its order whose a line is, where names are left out', () => {
    expect(filter('order=state&names=off').order).toBe('place')
  })

  it('leaves the names of states out where that is asked', async () => {
    expect(JSON.stringify(await rows(nl, 'names=off'))).not.toMatch(/Sweden|Germany|Belgium/)
  })

  it('says what is proposed of a part of the text, and what is to be taken out', async () => {
    const place = { reference: await scene.file(nl), number: 1 }
    await scene.share(nl, place.reference)
    const onPoint = { place: 'element', element: 'f5b' } as const
    const onWords = { place: 'words', element: 'f5bp', from: 2, to: 7 } as const
    const slice = JSON.stringify([point({ id: 'new' }, paragraph('newp', 'a new one'))])
    for (const more of [
      { ...onPoint, change: 'delete' },
      { ...onPoint, change: 'insert-after', slice },
      { ...onPoint, change: 'replace', slice },
      { ...onWords, change: 'delete' },
      { ...onWords, proposedWording: 'table' },
    ] as const) {
      const actor = representative('DE')
      const written = await writeComment(scene.deps, actor, place, said(more))
      if (!written.ok) throw new Error(written.reason)
    }
    const found = await findCompiledTable(scene.deps, representative('DE'), place.reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const lines = compiledLines(found.table.threads)
    const [, ...told] = compiledRows(formatFor('en'), found.table, lines, filter('status=inner'))
    expect(told.map((row) => row[5]).toSorted()).toEqual([
      'Proposed behind it\na new one',
      'Proposed to be taken out',
      'Proposed to be taken out',
      'Proposed wording of this part\na new one',
      'table',
    ])
  })

  it('says what the owner replied', async () => {
    const germany = (await rows(nl)).find(([, , state]) => state === 'Germany')
    expect(germany?.[6]).toContain('The value is that of the risk assessment.')
    expect(germany?.[7]).toBe('Not taken up')
  })
})
