import { blocksOf } from '#app/paper/blocks.ts'
import { madeFor, markingWords } from '#app/paper/head.ts'
import { piecesOf } from '#app/paper/pieces.ts'
import type { DraftText } from '#app/queries/draft-text.server.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { elementBookmarks } from '../package.ts'
import { wordHead, writeWord } from './file.server.ts'
import { Numbers, wordParagraph } from './paragraph.server.ts'
import type { Making } from './version-file.server.ts'

/** The draft as it stands now. */
export async function draftFile(
  { words, now, origin }: Making,
  draft: DraftText,
): Promise<Uint8Array> {
  const { t, date, stateName } = words
  const content = withIds(draft.content)
  const bookmarks = elementBookmarks(elementsOf(content).map(({ id }) => id))
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
  return writeWord(words, {
    head,
    version: null,
    children: [
      ...wordHead(head),
      ...blocks.map((block) =>
        wordParagraph(
          {
            block,
            pieces: piecesOf(block.runs),
            bookmarks: block.elements.flatMap((id) => bookmarks.get(id) ?? []),
            starts: [],
            ends: [],
            change: null,
            origin,
          },
          numbers,
        ),
      ),
    ],
  })
}
