import { inProtocolOrder, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { CompilationKind } from '#app/measures/compilation-kinds.ts'
import { citation } from '#app/measures/oj-reference.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { CompilationPage } from '#app/queries/compilation.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import { blocksOf } from './blocks.ts'
import { actInFootnote } from './footnotes.ts'
import type { PaperHead } from './head.ts'
import { PaperWriter, run, type WrittenPaper } from './written.ts'

type Compiled = Pick<CompilationPage, 'acts' | 'changes'> & {
  readonly entries: readonly Pick<
    CompilationPage['entries'][number],
    'issuer' | 'measureId' | 'content' | 'language'
  >[]
}

interface Head {
  readonly kind: CompilationKind
  readonly title: string
  /** Null while it is prepared: then nothing has been published. */
  readonly published: { readonly ojReference: string; readonly publishedOn: string } | null
  /** The one before, that it was compared with. */
  readonly previous: { readonly ojReference: string; readonly publishedOn: string } | null
}

/**
 * The lists as the Official Journal prints them (C/2023/441): by state in protocol order and by code, each
 * entry under its code with who adopted it, what is particular to it and the description of the items, the
 * national acts in footnotes; before that what changed, entry by entry.
 */
export function compilationPaper(
  words: LocaleFormat,
  compiled: Compiled,
  about: Head,
  now: Date,
): WrittenPaper {
  const { t, stateName } = words
  const paper = new PaperWriter()
  const numbers = new Map(compiled.acts.map(({ measureId }, index) => [measureId, index + 1]))
  if (about.previous) writeChanges(words, paper, compiled, about.previous)
  paper.section(t('compilation.lists'))
  paper.words(t('compilation.preamble'))
  if (compiled.entries.length === 0) paper.added(t('compilation.empty'))
  for (const issuer of inProtocolOrder(compiled.entries.map((entry) => entry.issuer))) {
    paper.section(stateName(issuer))
    for (const entry of compiled.entries)
      if (entry.issuer === issuer) writeEntry(words, paper, entry, numbers.get(entry.measureId))
  }
  if (compiled.acts.length > 0) paper.section(t('compilation.footnotes'))
  for (const [index, act] of compiled.acts.entries())
    paper.line(run(`(${index + 1}) ${actInFootnote(words, act)}`))
  return { head: headOf(words, about, now), blocks: paper.blocks }
}

function writeChanges(
  { t, stateName }: LocaleFormat,
  paper: PaperWriter,
  { changes }: Compiled,
  previous: NonNullable<Head['previous']>,
) {
  paper.section(t('compilation.changes'))
  const reference = citation(previous.ojReference, previous.publishedOn)
  paper.added(t('compilation.changes-intro', { reference }))
  if (changes.length === 0) paper.words(t('compilation.no-changes'))
  for (const { issuer, code, heading, change } of changes)
    paper.line(
      run(`${stateName(issuer)}, ${code || t('text.entry-without-code')}: `, 'bold'),
      run(`${t(`commission.change.${change}`)}. ${heading}`),
    )
}

function writeEntry(
  words: LocaleFormat,
  paper: PaperWriter,
  { issuer, content, language }: Compiled['entries'][number],
  footnote: number | undefined,
) {
  const { t, stateName } = words
  const [, code, ...rest] = blocksOf(entryDocument(content), {
    words,
    language,
    // There is one section alone, whose heading is left out.
    sectionName: () => '',
  })
  if (!code) return
  // What is particular to the entry stands before its heading.
  const heading = rest.findIndex(({ kind, lineId }) => kind === 'heading' || lineId !== null)
  const particulars = rest.slice(0, Math.max(heading, 0)).filter(({ kind }) => kind === 'added')
  paper.text([code])
  paper.line(
    run(adoptedBy(words, issuer, stateName(issuer))),
    ...(footnote ? [run(` (${footnote})`, 'superscript')] : []),
  )
  if (particulars.length > 0) paper.bold(t('text.additional-information'))
  paper.text(particulars)
  paper.bold(t('text.description'))
  paper.text(rest.slice(particulars.length))
}

function adoptedBy({ t }: LocaleFormat, code: MemberStateCode, state: string): string {
  return t('compilation.adopted-by', { code, state })
}

function headOf(words: LocaleFormat, { kind, title, published }: Head, now: Date): PaperHead {
  const { t, date } = words
  return {
    reference: published
      ? citation(published.ojReference, published.publishedOn)
      : t('compilation.not-published'),
    title,
    name: t(`commission.kind.${kind}`),
    marking: null,
    date: date(published?.publishedOn ?? now),
    facts: [
      ...(published ? [] : [t('compilation.prepared-on', { date: date(now) })]),
      t('register.not-authentic-words'),
    ],
  }
}
