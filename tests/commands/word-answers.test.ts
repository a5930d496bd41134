import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recall } from '#app/commands/recall.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { findWordAnswers } from '#app/queries/word-answers.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { doc, entry, paragraph, point, section } from '#tests/text/sample.ts'
import { bullets, cell, row, table } from '#tests/text/tables.ts'
import { EditedWord } from '#tests/word/edited-word.ts'
import { openWordScene, type WordScene } from './word-scene.ts'

let scene: WordScene

beforeAll(async () => {
  scene = await openWordScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.share()
  await scene.discuss()
})

async function exported(): Promise<EditedWord> {
  return new EditedWord(await scene.exported())
}

describe('answers of a document that was exported from a version', () => {
  it('are found at their places, with who is named for them', async () => {
    const word = (await exported())
      .comment('193 nm', 'Why this source?')
      .comment('used for weapons', 'By whom?', { author: 'Ana Silva', at: '2026-12-01T10:00:00Z' })
    const { answers, recognised } = await scene.preview(word.bytes)
    expect(answers).toMatchObject([
      {
        kind: 'comment',
        author: 'Bob Dupont',
        at: '2026-12-01T09:30:00.000Z',
        text: 'Why this source?',
        quote: '193 nm',
        condition: 'exact',
        name: { provision: '3B801.b' },
        answers: null,
      },
      { author: 'Ana Silva', quote: 'used for weapons', condition: 'exact' },
    ])
    // Sweden's comment, the reply to it, and the two halves of its wording as one change.
    expect(recognised).toBe(3)
  })

  it('are found in the cells of tables, and in lists', async () => {
    const values = table(
      't',
      row(
        { id: 'r1', isHeader: true },
        cell({ id: 'c1', rowspan: 2 }, paragraph('p1', 'Equipment')),
        cell({ id: 'c2' }),
      ),
      row({ id: 'r2' }, cell({ id: 'c3' }, paragraph('p3', 'at most 5 nm'))),
      row({ id: 'r3' }, cell({ id: 'c4' }, bullets('l', 'scanners', 'steppers'))),
    )
    await scene.share(
      doc(
        section('grounds', values, paragraph('g', 'As said above.')),
        section(
          'items',
          entry(
            { id: 'e', code: '3B801' },
            point({ id: 'a' }, paragraph('ap', 'an overlay ≤ 1.50 nm, or'), bullets('k', 'masks')),
          ),
        ),
      ),
    )
    await scene.discuss()
    const word = (await exported())
      .comment('Equipment', 'Of what kind?')
      .track('5', '7')
      .comment('steppers', 'These too?')
      .comment('said above', 'Where?')
      .track('masks', 'pellicles')
    const { answers } = await scene.preview(word.bytes)
    expect(answers.map(({ kind, quote, condition }) => [kind, quote, condition])).toEqual([
      ['comment', 'Equipment', 'exact'],
      ['comment', 'steppers', 'exact'],
      ['comment', 'said above', 'exact'],
      ['change', '5', 'exact'],
      ['change', 'masks', 'exact'],
    ])
    await scene.bringIn(word.bytes)
    const brought = (await scene.brought()).map(({ thread }) => thread.place?.elementId)
    expect(brought.toSorted()).toEqual(['g', 'k0p', 'l1p', 'p1', 'p3'])
  })

  it('that are rows of a table stand in it, and are words of none of its cells', async () => {
    const values = table(
      't',
      row(
        { id: 'r1' },
        cell({ id: 'c1' }, paragraph('p1', 'silver')),
        cell({ id: 'c2' }, paragraph('p2', 'at most 5 nm')),
      ),
      row(
        { id: 'r2' },
        cell({ id: 'c3' }, paragraph('p3', 'gold')),
        cell({ id: 'c4' }, paragraph('p4', 'at most 4 nm')),
      ),
    )
    await scene.share(doc(section('operators', paragraph('o', 'By material:'), values)))
    for (const [behind, place] of [
      ['silver', 'p2'],
      ['gold', 'p4'],
    ] as const) {
      const word = (await exported()).insertRow(behind, ['platinum', 'at least 3 nm'])
      const { answers } = await scene.preview(word.bytes)
      expect(answers).toMatchObject([
        { kind: 'change', after: 'platinum |\nat least 3 nm\n', condition: 'exact' },
      ])
      expect([behind, answers[0]?.quote, answers[0]?.name?.cell]).toEqual([
        behind,
        'nm',
        { table: 1, row: place === 'p2' ? 1 : 2, column: 2 },
      ])
    }
  })

  it('do not have the comments and proposals of the portal among them, whatever a program does to numbers', async () => {
    for (const word of [await exported(), (await exported()).renumbered()]) {
      const { answers, recognised } = await scene.preview(word.bytes)
      expect(answers).toEqual([])
      expect(recognised).toBe(3)
    }
  })

  it('come in inside the delegation, as what the colleague is stated to have said', async () => {
    const word = (await exported()).comment('193 nm', 'Why this source?')
    expect(await scene.bringIn(word.bytes)).toEqual({ ok: true })
    expect(await scene.brought()).toMatchObject([
      {
        thread: { quote: '193 nm', place: { elementId: 'bp', from: 12, to: 18 } },
        comment: {
          body: 'Why this source?',
          isInner: true,
          type: 'editorial',
          stated: { author: 'Bob Dupont', at: '2026-12-01T09:30:00.000Z' },
          writer: 'drafter, SE',
        },
      },
    ])
    expect(await scene.brought(scene.nl)).toEqual([])
    expect(JSON.stringify(await scene.room(scene.nl))).not.toContain('Why this source?')
  })

  it('keep who is stated inside when they are released', async () => {
    await scene.bringIn((await exported()).comment('193 nm', 'Why this source?').bytes)
    const [found] = await scene.brought()
    const comments = [{ id: found?.comment.id ?? '', revision: 1 }]
    await releaseComments(scene.deps, scene.se, scene.reference(), {
      comments,
      audience: { kind: 'all' },
    })
    const seen = JSON.stringify(await scene.room(scene.nl))
    expect(seen).toContain('Why this source?')
    expect(seen).not.toContain('Bob Dupont')
  })

  it('become proposals of wording where the change is within one element', async () => {
    const word = (await exported())
      .track('193', '248')
      .track(' source of ', ' laser source of ', { author: 'Ana Silva' })
      .track('weapons', null, { at: '2026-12-01T09:31:00Z' })
    await scene.bringIn(word.bytes)
    expect(
      (await scene.brought()).map(({ comment, thread }) => [thread.quote, comment]),
    ).toMatchObject([
      ['for weapons', { proposedWording: 'for ', stated: { author: 'Bob Dupont' } }],
      [' source of ', { proposedWording: ' laser source of ', stated: { author: 'Ana Silva' } }],
      ['193', { proposedWording: '248', proposal: { kind: 'words', elementId: 'bp' }, body: '' }],
    ])
  })

  it('go into the thread of the comment that they answer, said so or by standing on the same words', async () => {
    const word = (await exported())
      .reply('Too wide.', 'We agree.')
      .commentBeside('Too wide.', 'On the same words.', { author: 'Ana Silva' })
    const { answers } = await scene.preview(word.bytes)
    expect(answers.map((one) => one.answers)).toEqual([
      { delegations: ['SE'] },
      { delegations: ['SE'] },
    ])
    await scene.bringIn(word.bytes)
    const { threads } = await scene.room()
    expect(threads).toHaveLength(1)
    expect(threads[0]?.comments.map(({ body }) => body)).toEqual([
      'Too wide.',
      'We agree.',
      'On the same words.',
    ])
  })

  it('keep together what answers each other in the document', async () => {
    const word = (await exported()).comment('193 nm', 'Why this?').reply('Why this?', 'See below.')
    await scene.bringIn(word.bytes)
    const found = await scene.brought()
    expect(new Set(found.map(({ thread }) => thread.id)).size).toBe(1)
    expect(found.map(({ comment }) => comment.body)).toEqual(['Why this?', 'See below.'])
  })

  it('come in once, however often the document is sent', async () => {
    const word = (await exported()).comment('193 nm', 'Why this?').track('193', '248')
    await scene.bringIn(word.bytes)
    const { answers } = await scene.preview(word.bytes)
    expect(answers.map(({ isBroughtIn }) => isBroughtIn)).toEqual([true, true])
    expect(await scene.bringIn(word.bytes)).toEqual({ ok: false, reason: 'nothing-in-it' })
    word.comment('used for weapons', 'One more.')
    await scene.bringIn(word.bytes)
    expect(await scene.brought()).toHaveLength(3)
  })

  it('come in as they were chosen', async () => {
    const word = (await exported()).comment('193 nm', 'Why?').comment('used for', 'Not this one.')
    await scene.bringIn(word.bytes, (answer) => answer.text === 'Why?')
    expect((await scene.brought()).map(({ comment }) => comment.body)).toEqual(['Why?'])
    expect((await scene.preview(word.bytes)).answers.map((one) => one.isBroughtIn)).toEqual([
      true,
      false,
    ])
  })

  it('find their place again in a line that was changed without being tracked, and tell of that', async () => {
    const word = (await exported())
      .comment('used for weapons', 'By whom?')
      .write('The equipment', 'All of this equipment')
    const { answers } = await scene.preview(word.bytes)
    expect(answers).toMatchObject([
      { quote: 'used for weapons', condition: 'exact', name: { section: 'grounds' } },
      {
        kind: 'untracked',
        author: '',
        before: 'The equipment can be used for weapons.',
        after: 'All of this equipment can be used for weapons.',
        isProposal: true,
      },
    ])
  })

  it('are about the whole where they stand on the title, and about a part of the text where on what is added to it', async () => {
    const word = (await exported())
      .comment('Advanced semiconductor', 'In general.')
      .comment('Controlled items', 'On all of them.')
      .comment('any of the following', 'All of them.')
    await scene.bringIn(word.bytes)
    const found = await scene.brought()
    expect(
      found.map(({ thread, comment }) => [comment.body, thread.isWhole, thread.place]),
    ).toEqual(
      expect.arrayContaining([
        ['In general.', true, null],
        ['On all of them.', false, { elementId: 'items', from: null, to: null }],
        ['All of them.', false, { elementId: 'e1', from: null, to: null }],
      ]),
    )
    expect(found).toHaveLength(3)
  })

  it('are kept with the words that they are about where these are not in the version', async () => {
    const word = (await exported())
      .write('a source of 193 nm.', 'nothing of the kind remains in here')
      .comment('nothing of the kind', 'Good.')
    const [answer] = (await scene.preview(word.bytes)).answers
    expect(answer).toMatchObject({ text: 'Good.', quote: 'nothing of the kind', name: null })
    await scene.bringIn(word.bytes, (one) => one.text === 'Good.')
    expect(
      (await scene.brought()).map(({ thread, comment }) => [thread.isWhole, comment.body]),
    ).toEqual([[true, 'On “nothing of the kind”:\nGood.']])
  })
})

describe('words that are written into a comment of the portal', () => {
  const answersIn = async (word: EditedWord) => (await scene.preview(word.bytes)).answers
  const nobody = { author: '', at: null }
  const toSweden = { kind: 'in-comment', answers: { delegations: ['SE'] }, isInReply: false }

  it('are an answer to it, of which only they are said, and by nobody who is named', async () => {
    const appended = (await exported()).appendToComment('Too wide.', 'We make it at 1.40 nm.')
    const amid = (await exported()).rewriteComment('Too wide.', 'Too wide by far, we think.')
    expect(await answersIn(appended)).toMatchObject([
      {
        ...toSweden,
        ...nobody,
        before: '',
        after: 'We make it at 1.40 nm.',
        text: '',
        quote: '≤ 1.50 nm',
        condition: 'exact',
      },
    ])
    expect(await answersIn(amid)).toMatchObject([
      { ...toSweden, ...nobody, before: '', after: 'by far, we think' },
    ])
  })

  it('are told from the words around them however many they are', async () => {
    const long = 'The overlay of what we make is measured otherwise, as the note to 3B001 has it. '
    const word = (await exported()).rewriteComment('Too wide.', `Too wide. ${long.repeat(6)}`)
    expect(await answersIn(word)).toMatchObject([
      { ...toSweden, before: '', after: long.repeat(6).trim() },
    ])
  })

  it('are told from them where a program lost the end of a line', async () => {
    const glued = (await exported()).rewriteComment('Too wide.', 'ScopeToo wide. Yes.')
    expect(await answersIn(glued)).toMatchObject([
      { ...toSweden, before: '', after: 'Scope … Yes.' },
    ])
  })

  it('are told with the words that they took the place of, and words that were struck out', async () => {
    const other = (await exported()).rewriteComment('Too wide.', 'Too narrow.')
    const out = (await exported()).rewriteComment('The value stays.', 'The value.')
    expect(await answersIn(other)).toMatchObject([{ ...toSweden, before: 'wide', after: 'narrow' }])
    expect(await answersIn(out)).toMatchObject([
      { ...toSweden, isInReply: true, before: 'stays', after: '' },
    ])
  })

  it('are told of the reply where they are in that', async () => {
    const word = (await exported()).appendToComment('The value stays.', 'Why?')
    expect(await answersIn(word)).toMatchObject([{ ...toSweden, isInReply: true, after: 'Why?' }])
    await scene.bringIn(word.bytes)
    expect((await scene.brought()).map(({ comment }) => comment.body)).toEqual([
      'Written into the reply: “Why?”',
    ])
  })

  it('are of who tracked them', async () => {
    const word = (await exported()).trackInComment('Too wide.', ' By far.', { author: 'Ana Silva' })
    expect(await answersIn(word)).toMatchObject([
      { ...toSweden, author: 'Ana Silva', at: '2026-12-01T09:30:00.000Z', after: 'By far.' },
    ])
  })

  it('are of whom a program names in the place of the author, with the number of the comment or without', async () => {
    const edited = async () =>
      (await exported()).rewriteComment('Too wide.', 'Too wide. By far.').signComment('Too wide.')
    for (const word of [await edited(), (await edited()).renumbered()]) {
      const { answers, recognised } = await scene.preview(word.bytes)
      expect(answers).toMatchObject([{ ...toSweden, author: 'Bob Dupont', after: 'By far.' }])
      expect(recognised).toBe(3)
    }
  })

  it('are seen in a document that a program numbered anew', async () => {
    const word = (await exported()).appendToComment('Too wide.', 'By far.').renumbered()
    expect(await answersIn(word)).toMatchObject([{ ...toSweden, ...nobody, after: 'By far.' }])
  })

  it('come into its thread as a comment of its own, once, and it stays as it was', async () => {
    const word = (await exported()).appendToComment('Too wide.', 'By far.')
    expect(await scene.bringIn(word.bytes)).toEqual({ ok: true })
    const { threads } = await scene.room()
    expect(threads).toHaveLength(1)
    expect(
      threads[0]?.comments.map(({ body, stated, isInner }) => [body, stated?.author, isInner]),
    ).toEqual([
      ['Too wide.', undefined, false],
      ['Written into the comment: “By far.”', '', true],
    ])
    expect(await scene.bringIn(word.bytes)).toEqual({ ok: false, reason: 'nothing-in-it' })
  })

  it('are not found in a comment of which the blanks and paragraphs alone are others', async () => {
    const word = (await exported()).rewriteComment(
      'Too wide.',
      ' Too</w:t></w:r></w:p><w:p><w:r><w:t>wide. ',
    )
    expect(await answersIn(word)).toEqual([])
  })

  it('are told where they are those of another comment', async () => {
    const word = (await exported()).appendToComment('Too wide.', 'The value stays.')
    expect(await answersIn(word)).toMatchObject([{ ...toSweden, after: 'The value stays.' }])
  })
})

describe('a document is refused', () => {
  it('that was not exported from here', async () => {
    expect(await scene.send((await exported()).withoutOrigin().bytes)).toEqual({
      ok: false,
      reason: 'word-without-origin',
      field: 'file',
    })
  })

  it('that was exported from another file', async () => {
    const word = await exported()
    await scene.share()
    expect(await scene.send(word.bytes)).toMatchObject({
      ok: false,
      reason: 'word-of-another-file',
    })
  })

  it('by who may not comment, before it is read', async () => {
    const word = await exported()
    const reader = await scene.person('SE', 'reader')
    const sent = await scene.send(word.bytes, { actor: reader })
    expect(sent).toEqual({ ok: false, reason: 'not-allowed' })
  })

  it('whose version was recalled since', async () => {
    const word = await exported()
    const revision = (await findMeasureByReference(scene.deps.db, scene.reference()))?.revision ?? 0
    await recall(scene.deps, scene.nl, scene.reference(), {
      number: 1,
      reason: 'By mistake.',
      revision,
    })
    expect((await scene.send(word.bytes)).ok).toBe(false)
  })
})

it('names what a colleague put in that no text here can hold', async () => {
  expect((await scene.preview((await exported()).bytes)).notTaken).toEqual([])
  const { answers, notTaken } = await scene.preview(
    (await exported()).textBox('193 nm', 'Have you asked the makers?').bytes,
  )
  expect(answers).toEqual([])
  expect(notTaken).toEqual([
    { kind: 'text-box', count: 1, samples: ['Have you asked the makers?'] },
  ])
})

it('belongs to the version that it was exported from, also where it is sent to a later one', async () => {
  const word = (await exported()).comment('193 nm', 'Why this?')
  await scene.shareAgain()
  const { number, answers } = await scene.preview(word.bytes, { number: 2 })
  expect(number).toBe(1)
  expect(answers).toHaveLength(1)
})

it('is for who sent it alone', async () => {
  const word = (await exported()).comment('193 nm', 'Why this?')
  const { uploadId } = await scene.preview(word.bytes)
  expect(await findWordAnswers(scene.deps, scene.se, scene.reference(), 1, uploadId)).toEqual({
    ok: false,
    reason: 'not-found',
  })
})
