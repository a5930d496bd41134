import { placeNames } from '#app/components/comments/place-name.ts'
import { answerWords } from '#app/components/comments/reply-words.ts'
import {
  fittingLines,
  nowKey,
  sinceWords,
  statusOf,
  type TableFilter,
} from '#app/components/comments/table-filter.ts'
import { authorsOf } from '#app/measures/comment.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { type CompiledLine, compiledLines } from '#app/queries/compiled-lines.ts'
import type { CompiledTable } from '#app/queries/compiled-table.server.ts'
import { headOf } from './head.ts'
import { proposedIn } from './remarks.ts'
import { cell, type CellLine, type Sheet, type SheetRow } from './sheet.ts'

/** The compiled table as it is filtered on the screen: by provision, then in protocol order. */
export function compiledSheet(
  words: LocaleFormat,
  table: CompiledTable,
  filter: TableFilter,
  now: Date,
): Sheet {
  const { t } = words
  const { threadPlace } = placeNames(words, table.version.kind)
  const lines = fittingLines(compiledLines(table.threads), filter)
  const head = headOf(words, table, now, t('table.title'))
  const told = t(filter.isAttributed ? 'table.attributed' : 'table.unattributed')
  const inner = lines.some(({ comment }) => comment.isInner) ? [t('table.with-inner')] : []
  const rows: SheetRow[] = []
  let place: string | null = null
  for (const line of lines) {
    const here = threadPlace(line.thread)
    if (here !== place) rows.push({ kind: 'group', text: here })
    place = here
    rows.push({ kind: 'cells', cells: cellsOf(words, table, line, filter.isAttributed) })
  }
  return {
    head: { ...head, facts: [...head.facts, told, ...inner] },
    columns: [
      { title: t('table.words'), width: 18 },
      ...(filter.isAttributed ? [{ title: t('table.state'), width: 7 }] : []),
      { title: t('table.comment'), width: 25 },
      { title: t('table.wording'), width: 17 },
      { title: t('table.reply'), width: 18 },
      { title: t('table.status'), width: 15 },
    ],
    rows,
    empty: t(table.threads.length > 0 ? 'table.empty-filter' : 'table.empty'),
  }
}

function cellsOf(
  words: LocaleFormat,
  table: CompiledTable,
  { thread, comment }: CompiledLine,
  isAttributed: boolean,
): CellLine[][] {
  const { t, date } = words
  const about = [
    t(`terms.comment-type.${comment.type}`),
    ...(comment.isQuestion ? [t('comments.question')] : []),
  ]
  return [
    thread.quoteNow === null
      ? cell(thread.quote)
      : [
          ...cell(thread.quote, 'deleted'),
          ...cell(`${t(nowKey(thread.condition))} ${thread.quoteNow}`),
        ],
    ...(isAttributed ? [cell(authorsOf(comment).join(', '), 'bold')] : []),
    [...cell(about.join('. '), 'soft'), ...cell(comment.body ?? t('comments.recalled-words'))],
    wordingCell(words, comment),
    comment.reply
      ? [
          ...cell(comment.reply.reason),
          ...cell(date(comment.reply.at), 'soft'),
          ...cell(answerWords(words, comment.reply)),
        ]
      : [],
    [
      ...cell(t(`table.status.${statusOf(comment)}`), 'bold'),
      ...since(words, table, { thread, comment }),
    ],
  ]
}

/** The column says that it is wording; what else is proposed is named. */
function wordingCell(words: LocaleFormat, comment: CompiledLine['comment']): CellLine[] {
  const proposed = proposedIn(words, comment)
  if (!proposed) return []
  const { kind, title, wording } = proposed
  return [...(kind === 'words' ? [] : cell(title, 'soft')), ...cell(wording, 'inserted')]
}

/** What changed since the version before: where the words went, and which lines are new. */
function since(words: LocaleFormat, { version }: CompiledTable, line: CompiledLine): CellLine[] {
  const { t } = words
  const { comment } = line
  if (version.number === 1) return []
  const said =
    comment.version === version.number
      ? t('table.new')
      : t('table.said-on', { number: comment.version })
  return [...cell(said, 'soft'), ...(comment.isNew ? [] : cell(sinceWords(words, line), 'soft'))]
}
