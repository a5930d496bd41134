import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import { comment, extended } from './word-file.ts'

const bob = 'Bob Dupont'
const date = '2026-12-01T09:30:00Z'

interface By {
  author?: string
  at?: string
}

/** A document of ours as a colleague fills it in Word: comments and tracked changes among what is there. */
export class EditedWord {
  readonly #parts: Unzipped
  #next = 500

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes)
  }

  get bytes(): Uint8Array {
    return zipSync(this.#parts)
  }

  /** A comment on the first run that holds the words, on these alone. */
  comment(words: string, text: string, { author = bob, at = date }: By = {}): this {
    const id = this.#addComment(text, author, at)
    return this.#around(words, (run) => started(id) + run(words) + ended(id))
  }

  /** A comment on exactly what another is on. */
  commentBeside(other: string, text: string, { author = bob, at = date }: By = {}): this {
    const of = this.#idOf(other)
    const id = this.#addComment(text, author, at)
    return this.#change('word/document.xml', (xml) =>
      xml
        .replace(`<w:commentRangeStart w:id="${of}"/>`, (mark) => mark + started(id))
        .replace(`<w:commentRangeEnd w:id="${of}"/>`, (mark) => ended(id) + mark),
    )
  }

  /** A reply, as Word writes it: on the same words, and told in a part of its own. */
  reply(other: string, text: string, by: By = {}): this {
    const answered = this.#paragraphOf(other)
    this.commentBeside(other, text, by)
    return this.#change('word/commentsExtended.xml', (xml) =>
      xml.replace(
        '</w15:commentsEx>',
        `${extended(paragraph(this.#next), { answers: answered })}</w15:commentsEx>`,
      ),
    )
  }

  /** A box with words of its own, behind some. */
  textBox(words: string, text: string): this {
    const inside = `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`
    return this.#around(words, (run) => `${run(words)}<w:r><w:pict>${inside}</w:pict></w:r>`)
  }

  /** Changes words with changes tracked; `null` for nothing. */
  track(gone: string, come: string | null, { author = bob, at = date }: By = {}): this {
    const stamp = `w:id="${++this.#next}" w:author="${author}" w:date="${at}"`
    return this.#around(
      gone,
      (run) =>
        `<w:del ${stamp}>${run(gone).replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>` +
        (come === null ? '' : `<w:ins ${stamp}>${run(come)}</w:ins>`),
    )
  }

  /** A row behind the one that holds the words, with changes tracked. */
  insertRow(words: string, cells: readonly string[], { author = bob, at = date }: By = {}): this {
    const stamp = `w:id="${++this.#next}" w:author="${author}" w:date="${at}"`
    const come = cells.map(
      (text) =>
        `<w:tc><w:p><w:pPr><w:rPr><w:ins ${stamp}/></w:rPr></w:pPr><w:ins ${stamp}><w:r><w:t>${text}</w:t></w:r></w:ins></w:p></w:tc>`,
    )
    return this.#change('word/document.xml', (xml) => {
      const end = xml.indexOf('</w:tr>', xml.indexOf(words)) + '</w:tr>'.length
      const row = `<w:tr><w:trPr><w:ins ${stamp}/></w:trPr>${come.join('')}</w:tr>`
      return xml.slice(0, end) + row + xml.slice(end)
    })
  }

  /** Changes words as nobody should: without tracking. */
  write(gone: string, come: string): this {
    return this.#around(gone, (run) => run(come))
  }

  /** Changes the words of a comment that is there, as nothing says: its name and time stay its author's. */
  rewriteComment(words: string, others: string): this {
    return this.#inComment(words, (said) => said.replace(words, others))
  }

  /** Writes a paragraph of one's own behind what a comment says; the last one has its number, as in Word. */
  appendToComment(words: string, more: string): this {
    return this.#inComment(words, (said) =>
      said.replace(
        /<w:p( [^>]*)?>((?:(?!<w:p[ >])[^])*)<\/w:p>(?=\s*<\/w:comment>)/,
        (_, number: string | undefined, last: string) =>
          `<w:p>${last}</w:p><w:p${number ?? ''}><w:r><w:t>${more}</w:t></w:r></w:p>`,
      ),
    )
  }

  /** Writes into a comment with changes tracked. */
  trackInComment(words: string, more: string, { author = bob, at = date }: By = {}): this {
    return this.#inComment(words, (said) => {
      const end = said.indexOf('</w:r>', said.indexOf(words)) + '</w:r>'.length
      const come = `<w:ins w:id="${++this.#next}" w:author="${author}" w:date="${at}"><w:r><w:t xml:space="preserve">${more}</w:t></w:r></w:ins>`
      return said.slice(0, end) + come + said.slice(end)
    })
  }

  /** As programs do that take who writes into a comment for its author. */
  signComment(words: string, { author = bob, at = date }: By = {}): this {
    return this.#inComment(words, (said) =>
      said
        .replace(/w:author="[^"]*"/, `w:author="${author}"`)
        .replace(/w:date="[^"]*"/, `w:date="${at}"`),
    )
  }

  /** Saves it as programs do that know nothing of lasting numbers. */
  renumbered(): this {
    delete this.#parts['word/commentsIds.xml']
    for (const path of ['word/_rels/document.xml.rels', '[Content_Types].xml'])
      this.#change(path, (xml) =>
        xml.replaceAll(/<(?:Relationship|Override) [^>]*commentsIds[^>]*\/>/g, ''),
      )
    for (const path of ['word/document.xml', 'word/comments.xml'])
      this.#change(path, (xml) =>
        xml.replaceAll(
          /(<w:comment(?:RangeStart|RangeEnd|Reference)? [^>]*?w:id=")(\d+)"/g,
          (_, before: string, id: string) => `${before}${Number(id) + 40}"`,
        ),
      )
    return this
  }

  /** Takes away what says where it comes from. */
  withoutOrigin(): this {
    return this.#change('docProps/custom.xml', (xml) =>
      xml.replaceAll(/<property [^]*?<\/property>/g, ''),
    )
  }

  #addComment(text: string, author: string, at: string): number {
    const id = ++this.#next
    this.#change('word/comments.xml', (xml) =>
      xml.replace(
        '</w:comments>',
        `${comment(id, text, { author, date: at, paragraph: paragraph(id) })}</w:comments>`,
      ),
    )
    return id
  }

  #idOf(text: string): string {
    return /w:id="(\d+)"/.exec(this.#commentWith(text))?.[1] ?? ''
  }

  #paragraphOf(text: string): string {
    return [...this.#commentWith(text).matchAll(/w14:paraId="([^"]+)"/g)].at(-1)?.[1] ?? ''
  }

  #commentWith(text: string): string {
    const all = strFromU8(this.#parts['word/comments.xml'] ?? new Uint8Array())
    const found = all.split('<w:comment ').find((part) => part.includes(text))
    if (!found) throw new Error(`there is no comment ${text}`)
    return found
  }

  #inComment(words: string, change: (said: string) => string): this {
    const found = this.#commentWith(words)
    return this.#change('word/comments.xml', (xml) => xml.replace(found, change(found)))
  }

  /** Cuts the run that holds the words in two, and puts something between. */
  #around(words: string, between: (run: (text: string) => string) => string): this {
    let isFound = false
    this.#change('word/document.xml', (xml) =>
      xml.replaceAll(
        /<w:r>(<w:rPr>[^]*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g,
        (all, ...of) => {
          const [properties = '', text = ''] = of as (string | undefined)[]
          const at = text.indexOf(words)
          if (isFound || at < 0) return String(all)
          isFound = true
          const run = (part: string) =>
            part === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${part}</w:t></w:r>`
          return run(text.slice(0, at)) + between(run) + run(text.slice(at + words.length))
        },
      ),
    )
    if (!isFound) throw new Error(`there is no run with ${words}`)
    return this
  }

  #change(path: string, change: (xml: string) => string): this {
    const part = this.#parts[path]
    if (!part) throw new Error(`there is no ${path}`)
    this.#parts[path] = strToU8(change(strFromU8(part)))
    return this
  }
}

const started = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const ended = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const paragraph = (id: number) => `5BB0${String(id).padStart(4, '0')}`
