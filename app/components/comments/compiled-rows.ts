import { authorsOf } from '#app/measures/comment.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CompiledTable } from '#app/queries/compiled-table.server.ts'
import { proposedIn } from '#app/paper/remarks.ts'
import { placeNames } from './place-name.ts'
import { replyWords } from './reply-words.ts'
import { sinceWords, statusOf, type TableFilter } from './table-filter.ts'

/** The compiled table as rows of words, headings first. */
export function compiledRows(
  words: LocaleFormat,
  { version }: CompiledTable,
  lines: readonly CompiledLine[],
  { isAttributed }: Pick<TableFilter, 'isAttributed'>,
): string[][] {
  const { t, stateName } = words
  const { threadPlace } = placeNames(words, version.kind)
  const headings = [
    t('table.place'),
    t('table.words'),
    t('table.state'),
    t('table.type'),
    t('table.comment'),
    t('table.wording'),
    t('table.reply'),
    t('table.status'),
    t('table.since'),
  ]
  const rows = lines.map(({ thread, comment }) => [
    threadPlace(thread),
    thread.quote ?? '',
    authorsOf(comment)
      .map((code) => stateName(code))
      .join(', '),
    t(`terms.comment-type.${comment.type}`),
    comment.body ?? t('comments.recalled-words'),
    wordingOf(words, comment).join('\n'),
    replyWords(words, comment.reply).join('\n'),
    t(`table.status.${statusOf(comment)}`),
    // Of a first version there is nothing to say.
    version.number === 1 ? '' : sinceWords(words, { thread, comment }),
  ])
  return isAttributed
    ? [headings, ...rows]
    : [headings, ...rows].map((row) => row.filter((_, index) => index !== 2))
}

/** The column says that it is wording; what else is proposed is named. */
function wordingOf(words: LocaleFormat, comment: CompiledLine['comment']): string[] {
  const proposed = proposedIn(words, comment)
  if (!proposed) return []
  const { kind, title, wording } = proposed
  return [kind === 'words' ? '' : title, wording].filter((line) => line !== '')
}
