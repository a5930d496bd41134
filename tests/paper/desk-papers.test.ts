import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeNames } from '#app/components/comments/place-name.ts'
import { formatFor } from '#app/messages/format.ts'
import { compilationPaper } from '#app/paper/compilation-paper.ts'
import { packPaper } from '#app/paper/pack-paper.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { paperPdf } from '#app/pdf/paper-pdf.server.ts'
import { findCompilationPage, findNextCompilationText } from '#app/queries/compilation.server.ts'
import { findNotificationPage } from '#app/queries/notification.server.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { digest } from '#app/proof/event-hash.ts'
import { paperFile } from '#app/word/write/paper-file.server.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { OpenedWord } from '#tests/word/write/opened-word.ts'

const words = formatFor('en')
const now = new Date('2026-11-30T10:00:00Z')
const making = { words, now, origin: 'https://concert.example.eu' }

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const linesOf = ({ blocks }: WrittenPaper) =>
  blocks.map(({ runs }) => runs.map(({ text }) => text ?? '').join(''))

/** The same in both files: Word is read back, of PDF that it is one. */
async function expectFiles(paper: WrittenPaper) {
  const opened = new OpenedWord(await paperFile(making, paper))
  const written = opened.paragraphs.map(({ text }) => text)
  expect(written).toEqual(expect.arrayContaining(linesOf(paper).filter((line) => line !== '')))
  const pdf = await paperPdf(making, paper)
  expect(pdf.ok && Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-')
}

describe('a compilation on paper', () => {
  it('is laid out as C/2023/441: by state and code, who adopted it, the description, acts in footnotes', async () => {
    const spain = await scene.adopted(
      { owner: 'NL', content: list(item('e1', '9B801', 'x', { destinations: 'only Syria' })) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    const first = await scene.compiled(await scene.entryIds(spain), {
      ojReference: 'C/2023/441',
      publishedOn: '2023-10-20',
    })
    const later = await scene.adopted(
      { content: list(item('e1', '3B901', 'overlay ≤ 1.50 nm')) },
      { inForceOn: '2023-12-01' },
    )
    await scene.notified(later)
    // Before it is published: what the next one would be, with the difference.
    const next = await findNextCompilationText(scene.deps, scene.officer)
    if (!next.ok) throw new Error(next.reason)
    const about = {
      kind: 'update',
      title: 'Compilation',
      published: null,
      previous: next.previous,
    } as const
    const prepared = compilationPaper(words, next, about, now)
    expect(prepared.head.reference).toBe('Not published')
    expect(linesOf(prepared)).toEqual([
      'What changed',
      'Compared with OJ C, C/2023/441, 20.10.2023.',
      'Netherlands, 3B901: new. Equipment 3B901',
      'National control lists',
      expect.stringContaining('Unless an entry states otherwise'),
      'Netherlands',
      '3B901',
      'Adopted by the Netherlands (1)',
      'Description of the controlled items',
      'Equipment 3B901',
      'overlay ≤ 1.50 nm',
      '9B801',
      'Adopted by the Netherlands (2)',
      'Additional information',
      'Destinations: only Syria',
      'Description of the controlled items',
      'Equipment 9B801',
      'x',
      'National acts',
      '(1) Regeling geavanceerde productieapparatuur voor halfgeleiders, MinBuza.2023.15246-27, 23 June 2023.',
      '(2) Regeling geavanceerde productieapparatuur voor halfgeleiders, MinBuza.2023.15246-27, 23 June 2023 (Staatscourant).',
    ])
    await expectFiles(prepared)

    const page = await findCompilationPage(scene.deps, first)
    if (!page.ok) throw new Error(page.reason)
    const { kind, title } = page.compilation
    const published = compilationPaper(
      words,
      page,
      { kind, title, published: page.compilation, previous: page.previous },
      now,
    )
    expect(published.head).toMatchObject({
      reference: 'OJ C, C/2023/441, 20.10.2023',
      name: 'Compilation',
      date: '20 October 2023',
    })
    expect(await findNextCompilationText(scene.deps, scene.nl)).toMatchObject({ ok: false })
  }, 60_000)
})

describe('the pack of a notification on paper', () => {
  it('has cover, precise reasons, items and text, and the hash of the same pack as data', async () => {
    const reference = await scene.adopted({}, { inForceOn: '2023-09-01' })
    const id = await scene.prepared(reference, 'Public security.\nDiversion to military end-use.')
    const page = await findNotificationPage(scene.deps, scene.nl, reference, id)
    if (!page.ok) throw new Error(page.reason)
    const { packSha256: sha256, preparedAt } = page.notification
    const { sectionName } = placeNames(words, 'final')
    const paper = packPaper(words, { pack: page.pack, sha256, preparedAt, sectionName })
    expect(digest(canonicalJson(page.pack))).toBe(sha256)
    expect(paper.head.facts.join()).toContain(sha256)
    const lines = linesOf(paper)
    expect(lines).toEqual(
      expect.arrayContaining([
        'Legal basis: Article 9(2) of Regulation (EU) 2021/821',
        'From: Netherlands',
        expect.stringMatching(/^To: Belgium.*Commission/),
        'National act: Regeling geavanceerde productieapparatuur voor halfgeleiders, MinBuza.2023.15246-27.',
        'Adopted: 23 June 2023',
        'In force: 1 September 2023',
        'Precise reasons',
        'Public security.',
        'Diversion to military end-use.',
        'Scanners.',
        expect.stringMatching(/^3B801 {2}Equipment 3B801; new; all destinations/),
        'Text of the measure',
        'overlay ≤ 1.50 nm',
      ]),
    )
    // Of what prepared the measure, and is no part of it, nothing goes out.
    expect(lines.join()).not.toContain('Effect on operators')
    await expectFiles(paper)
    expect(await findNotificationPage(scene.deps, scene.de, reference, id)).toMatchObject({
      reason: 'not-found',
    })
  }, 60_000)
})
