import { blocksOf } from '#app/paper/blocks.ts'
import type { PaperHead } from '#app/paper/head.ts'
import { withProposals } from '#app/paper/pieces.ts'
import { type ContentNode, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { entriesDocument } from '#app/text/entry-document.ts'
import { elementBookmarks } from '../package.ts'
import { wordHead, writeWord } from './file.server.ts'
import { Numbers } from './paragraph.server.ts'
import { wordText } from './text.server.ts'
import type { Making } from './version-file.server.ts'

/** Entries in one language, as they are translated in Word and come back from it. */
export function entriesFile(
  { words, origin }: Making,
  head: PaperHead,
  language: string,
  entries: readonly ContentNode[],
): Promise<Uint8Array> {
  const content = withIds(entriesDocument(entries))
  const bookmarks = elementBookmarks(elementsOf(content).map(({ id }) => id))
  const blocks = blocksOf(content, {
    words,
    language,
    sectionName: (section) => words.t(`text.section.${section}`),
  })
  const plain = { starts: [], ends: [], change: null, origin }
  const paragraphs = blocks.map((block) => ({
    ...plain,
    block,
    pieces: withProposals(block.runs, []),
    bookmarks: block.elements.flatMap((id) => bookmarks.get(id) ?? []),
  }))
  return writeWord(words, {
    head,
    version: null,
    children: [...wordHead(head), ...wordText(paragraphs, new Numbers())],
  })
}
