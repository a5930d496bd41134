import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { changesBetweenNotes, NoteLine } from '#app/measures/information-note.ts'
import { citation } from '#app/measures/oj-reference.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { actInFootnote } from './footnotes.ts'
import { PaperWriter, run, type WrittenPaper } from './written.ts'

interface Reference {
  readonly ojReference: string
  readonly publishedOn: string
}

interface Noted {
  readonly title: string
  readonly lines: readonly NoteLine[]
  readonly changes: ReturnType<typeof changesBetweenNotes>
  /** Null while it is prepared: then nothing has been published. */
  readonly published: Reference | null
  readonly previous: Reference | null
}

/** An information note: what changed, and the measures by state, each with its act, days and scope. */
export function notePaper(words: LocaleFormat, noted: Noted, now: Date): WrittenPaper {
  const { t, date, stateName } = words
  const { title, lines, changes, published, previous } = noted
  const paper = new PaperWriter()
  if (previous) {
    paper.section(t('note.changes'))
    const reference = citation(previous.ojReference, previous.publishedOn)
    paper.added(t('note.changes-intro', { reference }))
    if (changes.length === 0) paper.words(t('note.no-changes'))
    for (const { line, change } of changes)
      paper.line(
        run(`${stateName(line.owner)}, ${line.actNumber || line.actTitle}: `, 'bold'),
        run(t(`note.change.${change}`)),
      )
  }
  if (lines.length === 0) paper.added(t('note.empty'))
  for (const owner of inProtocolOrder(lines.map((line) => line.owner))) {
    paper.section(stateName(owner))
    for (const line of lines) if (line.owner === owner) writeLine(words, paper, line)
  }
  return {
    head: {
      reference: published
        ? citation(published.ojReference, published.publishedOn)
        : t('note.not-published'),
      title,
      name: t('note.recorded'),
      marking: null,
      date: date(published?.publishedOn ?? now),
      facts: [
        ...(published ? [] : [t('note.prepared-on', { date: date(now) })]),
        t('register.not-authentic-words'),
      ],
    },
    blocks: paper.blocks,
  }
}

function writeLine(words: LocaleFormat, paper: PaperWriter, line: NoteLine) {
  const { t } = words
  paper.entry(run(line.title))
  paper.words(t(`terms.kind.${line.kind}`))
  for (const [term, value] of lineFacts(words, line)) paper.fact(term, value)
  if (line.kind === 'national-control-list') paper.words(t(compiledWords(line)))
  if (line.scope) paper.bold(t('note.scope'))
  paper.words(line.scope)
}

/** Of a list: where its entries stand. */
export function compiledWords({ isOutsideCompilation }: NoteLine) {
  return isOutsideCompilation ? 'note.outside-compilation' : 'note.in-compilation'
}

/** The days of a measure and what amended it, as a note says them; the same on the screen. */
export function lineFacts(words: LocaleFormat, line: NoteLine): [term: string, value: string][] {
  const { t, date, list } = words
  const amended = line.amendments.map((act) =>
    [
      actInFootnote(words, { ...act, gazette: null, gazetteReference: null }).replace(/\.$/, ''),
      ...(act.inForceOn ? [t('note.in-force-from', { date: date(act.inForceOn) })] : []),
    ].join(', '),
  )
  return [
    [t('record.cover-act'), actInFootnote(words, { ...line, adoptedOn: null })],
    [t('file.date.adopted'), line.adoptedOn ? date(line.adoptedOn) : t('common.not-established')],
    ...(line.inForceOn
      ? [[t('file.date.in-force'), date(line.inForceOn)] as [string, string]]
      : []),
    ...(line.until ? [[t('note.until'), date(line.until)] as [string, string]] : []),
    ...(amended.length > 0 ? [[t('note.amended-by'), list(amended)] as [string, string]] : []),
  ]
}
