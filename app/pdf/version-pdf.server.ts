import type { Content, ContentText } from 'pdfmake/interfaces'
import { answerWords } from '#app/components/comments/reply-words.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { blocksOf, type Block } from '#app/paper/blocks.ts'
import { headOf } from '#app/paper/head.ts'
import { piecesOf, type Piece } from '#app/paper/pieces.ts'
import { isOnPaper, proposedIn, statesOf } from '#app/paper/remarks.ts'
import { spansOf, type Span } from '#app/paper/spans.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { textAttribute, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { isSafeLink } from '#app/text/links.ts'
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
      ...blocks.map((block, index) =>
        paragraphOf(
          block,
          spans.filter(({ last }) => last.block === index),
          origin,
        ),
      ),
      ...(list.length > 0
        ? [{ text: words.t('paper.comments'), ...looks.section, pageBreak: 'before' as const }]
        : []),
      ...list,
    ],
  })
}

const looks: Record<Block['kind'], Omit<ContentText, 'text'>> = {
  section: { fontSize: 14, bold: true, color: colours.blue, margin: [0, 14, 0, 5] },
  entry: { fontSize: 11.5, bold: true, margin: [0, 10, 0, 3] },
  heading: { bold: true, margin: [0, 0, 0, 4] },
  added: { italics: true, color: colours.grey },
  line: {},
}

/** Points of one step inwards. */
const step = 21

/** A paragraph of a paper; behind the words that a thread is on, its number. */
export function paragraphOf(block: Block, ending: readonly Span[], origin: string): Content {
  const { kind, indent, numbering, note, runs } = block
  const words = drawn(wordsOf(piecesOf(runs), ending, origin))
  const look = { ...looks[kind], ...(note && { fontSize: 9 }) }
  if (kind === 'section' || kind === 'entry') return { ...words, ...look, headlineLevel: 1 }
  if (!numbering) return { ...words, ...look, margin: [indent * step, 0, 0, 4] }
  if (numbering.kind === 'title') {
    const title = { text: `${numbering.label} `, bold: true }
    return { ...look, text: [title, words], margin: [indent * step, 0, 0, 4] }
  }
  // A label of its own may be wider than the step.
  const width = Math.max(step, 6 + drawable(numbering.label).length * 5.5)
  const left = Math.max(0, indent * step - step)
  return {
    columns: [
      { text: numbering.label, width },
      { ...words, ...look },
    ],
    margin: [left, 0, 0, 4],
  }
}

/** The words of a paragraph; behind those that a thread is on, its number. */
function wordsOf(pieces: readonly Piece[], ending: readonly Span[], origin: string): ContentText[] {
  const runs: ContentText[] = []
  let at = 0
  for (const piece of pieces) {
    const edges = ending
      .map(({ last }) => last.at - at)
      .filter((edge) => edge > 0 && edge < piece.text.length)
      .sort((a, b) => a - b)
    const stops = [0, ...new Set(edges), piece.text.length]
    for (const [index, from] of stops.slice(0, -1).entries()) {
      const text = piece.text.slice(from, stops[index + 1])
      runs.push(runOf({ ...piece, text }, origin))
      at += text.length
      runs.push(...numbersAt(ending, at))
    }
  }
  return at === 0 ? [...runs, ...numbersAt(ending, 0)] : runs
}

function numbersAt(ending: readonly Span[], at: number): ContentText[] {
  return ending
    .filter(({ last }) => last.at === at)
    .map(({ thread }) => ({
      text: ` [${thread.number}]`,
      fontSize: 7,
      bold: true,
      color: colours.blue,
      linkToDestination: `thread-${thread.number}`,
    }))
}

function runOf({ text, marks }: Piece, origin: string): ContentText {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const link = marks.find(({ type }) => type === 'link')
  const href = (link && textAttribute(link, 'href')) ?? ''
  return {
    text,
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('superscript') && { sup: true }),
    ...(has('subscript') && { sub: true }),
    ...(link &&
      isSafeLink(href) && {
        link: new URL(href, origin).href,
        color: colours.blue,
        decoration: 'underline' as const,
      }),
  }
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
