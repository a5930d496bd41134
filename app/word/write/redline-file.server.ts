import { blocksOf } from '#app/paper/blocks.ts'
import { headOf } from '#app/paper/head.ts'
import { redlined } from '#app/paper/redlined.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import type { Comparison } from '#app/queries/comparison.server.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { wordHead, writeWord } from './file.server.ts'
import { Numbers } from './paragraph.server.ts'
import { wordText } from './text.server.ts'
import type { Making } from './version-file.server.ts'

/** Two versions as tracked changes, by the owner and on the day on which the later one was released. */
export async function redlineFile(
  { words, now, origin }: Making,
  { before, after, ...room }: Comparison,
): Promise<Uint8Array> {
  const side = ({ content, language, kind }: Comparison['before']) => {
    const text = withIds(content)
    const { sectionName } = placeNames(words, kind)
    const blocks = blocksOf(text, { words, language, sectionName })
    return { blocks, elements: elementsOf(text), language }
  }
  const by = { author: words.stateName(room.owner), at: room.version.releasedAt }
  const numbers = new Numbers()
  const numbering = { from: before.number, to: after.number }
  const head = headOf(words, room, now, words.t('paper.redline-name', numbering))
  const plain = { bookmarks: [], starts: [], ends: [], origin }
  const paragraphs = redlined(side(before), side(after), by).map((one) => ({ ...plain, ...one }))
  return writeWord(words, {
    head,
    version: null,
    children: [...wordHead(head), ...wordText(paragraphs, numbers)],
  })
}
