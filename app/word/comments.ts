import { plainWords } from './words.ts'
import { statedTime } from './changes.ts'
import { elementsIn, findAll, textIn, type XmlElement } from './xml.ts'

/** A comment as the document states it. */
export interface StatedComment {
  readonly id: string
  readonly author: string
  readonly at: string | null
  /** One line for each of its paragraphs. */
  readonly text: string
  /** The comment that it answers. */
  readonly answers: string | null
  readonly isResolved: boolean
  /** The number that it keeps when Word saves the document again; null where it has none. */
  readonly durable: string | null
  /** Who changed its words with changes tracked, by the first of them; null where nobody did. */
  readonly changed: { readonly author: string; readonly at: string | null } | null
}

/** Comments that answer others and settled ones are told in a part of its own, by their last paragraph. */
export function readComments(
  comments: XmlElement | null,
  extended: XmlElement | null,
  ids: XmlElement | null,
): StatedComment[] {
  const elements = comments ? elementsIn(comments, 'w:comment') : []
  const byParagraph = new Map<string, string>()
  const paragraphOf = new Map<string, string>()
  for (const element of elements) {
    const paragraph = findAll(element, 'w:p').at(-1)?.attributes['w14:paraId']
    if (paragraph === undefined) continue
    byParagraph.set(paragraph, idOf(element))
    paragraphOf.set(idOf(element), paragraph)
  }
  const more = new Map(
    (extended ? elementsIn(extended, 'w15:commentEx') : []).map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      attributes,
    ]),
  )
  const durables = new Map(
    (ids ? elementsIn(ids, 'w16cid:commentId') : []).map(({ attributes }) => [
      attributes['w16cid:paraId'] ?? '',
      attributes['w16cid:durableId'] ?? null,
    ]),
  )
  return withoutCircles(elements.map(stated))

  function stated(element: XmlElement): StatedComment {
    const paragraph = paragraphOf.get(idOf(element)) ?? ''
    const told = more.get(paragraph)
    return {
      id: idOf(element),
      ...statedBy(element),
      text: wordsOf(element),
      answers: byParagraph.get(told?.['w15:paraIdParent'] ?? '') ?? null,
      isResolved: ['1', 'true', 'on'].includes(told?.['w15:done'] ?? ''),
      durable: durables.get(paragraph) ?? null,
      changed: changedIn(element),
    }
  }
}

/** Of comments that answer each other in a circle the first answers none: a thread begins somewhere. */
function withoutCircles(comments: readonly StatedComment[]): StatedComment[] {
  const answered = new Map(comments.map(({ id, answers }) => [id, answers]))
  return comments.map((comment) => {
    const passed = new Set<string>()
    let above = comment.answers
    while (above !== null && above !== comment.id && !passed.has(above)) {
      passed.add(above)
      above = answered.get(above) ?? null
    }
    if (above !== comment.id) return comment
    answered.set(comment.id, null)
    return { ...comment, answers: null }
  })
}

function idOf({ attributes }: XmlElement): string {
  return attributes['w:id'] ?? ''
}

function statedBy({ attributes }: XmlElement) {
  return { author: plainWords(attributes['w:author'] ?? '').trim(), at: statedTime(attributes) }
}

function changedIn(comment: XmlElement): StatedComment['changed'] {
  const change = findAll(comment, 'w:ins')[0] ?? findAll(comment, 'w:del')[0]
  return change ? statedBy(change) : null
}

function wordsOf(comment: XmlElement): string {
  return findAll(comment, 'w:p')
    .map((paragraph) => plainWords(said(paragraph)).trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Of a comment that was changed with changes tracked, what it says when they are accepted. */
function said(element: XmlElement): string {
  return elementsIn(element)
    .map((child) => {
      if (child.name === 'w:t') return textIn(child)
      if (child.name === 'w:tab' || child.name === 'w:br') return ' '
      return child.name === 'w:del' || child.name === 'w:pPr' ? '' : said(child)
    })
    .join('')
}
