import type { ContentMark, ContentNode } from '#app/text/content.ts'
import type { Block } from './blocks.ts'
import type { PaperHead } from './head.ts'

/** A paper that is read from its beginning to its end, the same in Word and in PDF. */
export interface WrittenPaper {
  readonly head: PaperHead
  readonly blocks: readonly Block[]
}

/** Short ways to the paragraphs of such a paper, in the order in which they are put. */
export class PaperWriter {
  readonly blocks: Block[] = []

  section(text: string) {
    this.#put('section', [run(text)])
  }

  entry(...runs: ContentNode[]) {
    this.#put('entry', runs)
  }

  /** Words of a document, a paragraph for each line. */
  words(text: string) {
    for (const line of text.split('\n')) if (line.trim() !== '') this.#put('line', [run(line)])
  }

  line(...runs: ContentNode[]) {
    this.#put('line', runs)
  }

  /** What the portal says. */
  added(text: string) {
    this.#put('added', [run(text)])
  }

  bold(text: string) {
    this.#put('heading', [run(text)])
  }

  /** `Adopted: 23 June 2023`; nothing where nothing is known. */
  fact(term: string, value: string | null | undefined) {
    if (value) this.#put('line', [run(`${term}: `, 'bold'), run(value)])
  }

  /** Paragraphs of a text, without the headings of its sections. */
  text(blocks: readonly Block[]) {
    this.blocks.push(...blocks.filter(({ kind }) => kind !== 'section'))
  }

  #put(kind: Block['kind'], runs: ContentNode[]) {
    const key = `written ${this.blocks.length}`
    this.blocks.push({
      key,
      kind,
      runs,
      elements: [],
      lineId: null,
      indent: 0,
      isItem: false,
      cell: null,
      numbering: null,
      note: null,
    })
  }
}

export function run(text: string, ...marks: ('bold' | 'italic' | 'superscript')[]): ContentNode {
  return { type: 'text', text, marks: marks.map((type): ContentMark => ({ type })) }
}
