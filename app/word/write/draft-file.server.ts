import { blocksOf } from '#app/paper/blocks.ts'
import { madeFor, markingWords } from '#app/paper/head.ts'
import { withProposals } from '#app/paper/pieces.ts'
import { spansOf } from '#app/paper/spans.ts'
import type { DraftText } from '#app/queries/draft-text.server.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { elementBookmarks } from '../package.ts'
import { wordHead, writeWord } from './file.server.ts'
import { writtenNotes } from './notes.server.ts'
import { Numbers } from './paragraph.server.ts'
import { remarkedParagraph } from './remarked.server.ts'
import { wordText } from './text.server.ts'
import type { Making } from './version-file.server.ts'

/** The draft as it stands now, with what came out of Word and is not settled. */
export async function draftFile(
  { words, now, origin }: Making,
  draft: DraftText,
): Promise<Uint8Array> {
  const { t, date, stateName } = words
  const content = withIds(draft.content)
  const elements = elementsOf(content)
  const bookmarks = elementBookmarks(elements.map(({ id }) => id))
  const numbers = new Numbers()
  const head = {
    reference: draft.reference,
    title: draft.title,
    name: t('paper.draft-name'),
    marking: markingWords(words, draft.marking),
    date: date(now),
    facts: [
      `${stateName(draft.owner)}. ${t('paper.draft-inside')}`,
      madeFor(words, { now, delegation: draft.delegation }),
    ],
  }
  const blocks = blocksOf(content, {
    words,
    language: draft.language,
    sectionName: (section) => t(`text.section.${section}`),
  })
  const spans = spansOf(blocks, elements, draft.notes)
  const notes = writtenNotes(words, draft.notes, spans, blocks, numbers)
  const paragraphs = blocks.map((block, index) => ({
    block,
    pieces: withProposals(block.runs, inBlock(notes.changes, index)),
    bookmarks: block.elements.flatMap((id) => bookmarks.get(id) ?? []),
    starts: inBlock(notes.starts, index),
    ends: inBlock(notes.ends, index),
    change: null,
    origin,
  }))
  return writeWord(words, {
    head,
    version: null,
    comments: notes.comments,
    children: [
      ...wordHead(
        head,
        remarkedParagraph(
          { style: 'Title', text: head.title, marks: notes.onTitle, origin },
          numbers,
        ),
      ),
      ...wordText(paragraphs, numbers),
    ],
  })
}

function inBlock<Item extends { block: number }>(items: readonly Item[], index: number): Item[] {
  return items.filter(({ block }) => block === index)
}
