import type { Content } from 'pdfmake/interfaces'
import { answerWords } from '#app/components/comments/reply-words.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { blocksOf } from '#app/paper/blocks.ts'
import { headOf } from '#app/paper/head.ts'
import { isOnPaper, proposedIn, statesOf } from '#app/paper/remarks.ts'
import { spansOf } from '#app/paper/spans.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { looks, step, textOf } from './text-pdf.server.ts'
import { colours, drawable, drawn, type MadePdf, writePdf } from './write-pdf.server.ts'

interface Making {
  readonly words: LocaleFormat
  readonly now: Date
  readonly origin: string
}

/** A version as PDF. Where something was said the number of its thread stands in the text, and after it the list. */
export async function versionPdf(
  { words, now, origin }: Making,
  room: CommentsRoom,
): Promise<MadePdf> {
  const { version } = room
  const { sectionName, threadPlace } = placeNames(words, version.kind)
  const content = withIds(room.content)
  const blocks = blocksOf(content, { words, language: version.language, sectionName })
  const threads = room.threads.flatMap((thread) => {
    const comments = thread.comments.filter((comment) => isOnPaper(comment, { withInner: false }))
    return comments.length > 0 ? [{ ...thread, comments }] : []
  })
  const spans = spansOf(blocks, elementsOf(content), threads)
  const list = threads.map((thread) => threadOf(words, thread, threadPlace(thread)))
  return writePdf(words, {
    head: headOf(words, room, now),
    content: [
      ...textOf(
        blocks.map((block, index) => ({
          block,
          ending: spans.filter(({ last }) => last.block === index),
        })),
        origin,
      ),
      ...(list.length > 0
        ? [{ text: words.t('paper.comments'), ...looks.section, pageBreak: 'before' as const }]
        : []),
      ...list,
    ],
  })
}

function threadOf(words: LocaleFormat, thread: ThreadView, place: string): Content {
  return {
    margin: [0, 0, 0, 9],
    stack: [
      {
        id: `thread-${thread.number}`,
        text: drawable(`[${thread.number}] ${place}`),
        bold: true,
        color: colours.blue,
        headlineLevel: 2,
      },
      ...(thread.quote
        ? [{ text: drawable(`“${thread.quote}”`), italics: true, color: colours.grey }]
        : []),
      ...thread.comments.flatMap((comment) => commentOf(words, comment)),
    ],
  }
}

function commentOf(words: LocaleFormat, comment: CommentView): Content[] {
  const { t, date } = words
  const { type, isQuestion, at, body, reply } = comment
  const answered = reply && answerWords(words, reply)
  const proposed = proposedIn(words, comment)
  const about = [t(`terms.comment-type.${type}`), ...(isQuestion ? [t('comments.question')] : [])]
  return [
    {
      margin: [0, 4, 0, 0],
      text: [
        { text: statesOf(words, comment), bold: true },
        { text: `  ${about.join('. ')}, ${date(at)}`, color: colours.grey },
      ],
    },
    { text: drawable(body ?? '') },
    ...(proposed
      ? [
          drawn([
            { text: `${proposed.title}${proposed.wording ? ': ' : ''}`, color: colours.grey },
            { text: proposed.wording, color: colours.green, decoration: 'underline' },
          ]),
        ]
      : []),
    ...(reply
      ? [
          {
            margin: [step, 2, 0, 0] as [number, number, number, number],
            text: [
              { text: `${t('table.reply')}, ${date(reply.at)}: `, color: colours.grey },
              { text: t(`terms.outcome.${reply.outcome}`), bold: true },
              { text: drawable(reply.reason === '' ? '' : `. ${reply.reason}`) },
              { text: drawable(answered ? `\n${answered}` : '') },
            ],
          },
        ]
      : []),
  ]
}
