import { AnchorText, type Span } from '#app/text/anchor-text.ts'
import type { Content } from '#app/text/content.ts'
import type { Range } from './comment-places.ts'
import { meantWords, nearestWord, wordingAt } from './notes.ts'
import type { PlaceAt } from './place-at.ts'
import type { WordDocument } from './read-word.ts'
import { type Reanchored, reanchored } from './reanchored.ts'
import { type Found, isSame, type KnownRemark, Recognised } from './recognised.ts'
import { ReturnedText } from './returned-text.ts'
import { rewrittenIn } from './rewritten.ts'
import type { Written } from './written.ts'

/** What somebody said or changed in a document that Concert had written from a version. */
export interface Answer<Known> {
  /**
   * `in-comment`: words written into a comment of the portal, or struck out of it. `untracked`: words of the
   * text that read otherwise, and nobody is named as having changed them.
   */
  readonly kind: 'comment' | 'change' | 'in-comment' | 'untracked'
  /** As the document states it. */
  readonly author: string
  readonly at: string | null
  readonly text: string
  /** Of what is no comment of its own: the words that are to go and to come. */
  readonly before: string
  readonly after: string
  readonly isMove: boolean
  readonly isResolved: boolean
  /** Where it is in the version. */
  readonly condition: Reanchored['condition']
  readonly place: PlaceAt
  /** The words that it is about, as the document has them. */
  readonly quote: string
  /** What can take the place of the words of `place`; null where that cannot be said in one line. */
  readonly wording: string | null
  /** What it answers: a comment of the portal, or another of these by its index. */
  readonly answers: { readonly known: Known } | { readonly answer: number } | null
  /** Of words in a comment: whether they are in a reply to what it answers. */
  readonly isInReply: boolean
}

export interface Answers<Known> {
  readonly answers: readonly Answer<Known>[]
  /** How many comments and changes of the document are the portal's own. */
  readonly recognised: number
}

/** What is new in a returned document, with its places in the version that it was written from. */
export function answersOf<Known extends KnownRemark>(
  { comments, proposals }: Pick<WordDocument, 'comments' | 'proposals'>,
  written: Written,
  content: Content,
  known: readonly Known[],
): Answers<Known> {
  const version = new AnchorText(content)
  const returned = new ReturnedText(written, version)
  const own = new Recognised(known, written)
  const found = commentsIn(comments, written, own)
  const fresh = newComments(found)
  const said = [...fresh, ...writtenInto(found, own)]
  const changed = proposals.flatMap((proposal, index) => {
    const range = written.proposals[index]
    return range && !own.change(proposal) ? [changeIn(returned, proposal, range)] : []
  })
  const untracked = untrackedIn(returned)
  const places = reanchored(returned, version, content, [
    ...said.map(({ range }) => range && placeIn(returned, range)),
    ...changed.map(({ place }) => place),
  ])
  const answers = [
    ...said.map(({ range, ...one }, index) => ({
      ...nothingChanged,
      ...one,
      ...placed(places[index]),
      quote: range ? quoteIn(returned, placeIn(returned, range)) : '',
    })),
    ...changed.map(({ place, ...change }, index) => {
      const at = places[said.length + index]
      return { ...change, ...placed(at), wording: wordingFor(returned, place, change, at) }
    }),
    ...untracked,
  ]
  return { answers, recognised: comments.length + proposals.length - fresh.length - changed.length }
}

const nothingChanged = { before: '', after: '', isMove: false, wording: null, isInReply: false }

function placed(found: Reanchored | undefined) {
  return {
    condition: found?.condition ?? ('text-removed' as const),
    place: found?.place ?? ({ kind: 'whole' } as const),
  }
}

/** A comment of a document, and which of the portal it is; `found` is null for what is new. */
interface CommentIn<Known> {
  readonly stated: WordDocument['comments'][number]
  readonly range: Range | null
  readonly found: Found<Known> | null
}

function commentsIn<Known extends KnownRemark>(
  comments: WordDocument['comments'],
  written: Written,
  own: Recognised<Known>,
): CommentIn<Known>[] {
  const all = comments.map((stated, index) => {
    const range = written.comments[index] ?? null
    return { stated, range, found: own.comment(stated, range?.from ?? null) }
  })
  const there = new Set(all.map(({ found }) => found?.part))
  return all.map((one) => {
    if (one.found) return one
    const found = own.rewritten(one.stated, one.range?.from ?? null, (part) => there.has(part))
    there.add(found?.part)
    return { ...one, found }
  })
}

/** Comments that are not the portal's own, with what each answers: as it says, or by standing on the same words. */
function newComments<Known>(all: readonly CommentIn<Known>[]) {
  const byId = new Map(all.map((one) => [one.stated.id, one]))
  const fresh = all.filter(({ found }) => !found)
  const places = new Map(fresh.map(({ stated }, index) => [stated.id, index]))
  const onSameWords = (range: Range) => {
    const isThere = (other: Range | null) =>
      other && isSame(range.from, other.from) && isSame(range.to, other.to)
    const isWords = !isSame(range.from, range.to)
    return isWords ? all.find((one) => one.found && isThere(one.range))?.found : undefined
  }
  return fresh.map(({ stated, range }) => {
    const answered = stated.answers === null ? undefined : byId.get(stated.answers)
    const known = (answered ? answered.found : range && onSameWords(range))?.known
    const answer = answered && places.get(answered.stated.id)
    const { author, at, text, isResolved } = stated
    return {
      kind: 'comment' as const,
      author,
      at,
      text,
      isResolved,
      range,
      answers: known ? { known } : answer === undefined ? null : { answer },
    }
  })
}

/** What somebody wrote into comments of the portal, or struck out of them: answers to these, and never their words. */
function writtenInto<Known extends KnownRemark>(
  all: readonly CommentIn<Known>[],
  own: Recognised<Known>,
) {
  return all.flatMap(({ stated, range, found }) => {
    const change = found && rewrittenIn(stated.text, found.part, own.prints)
    if (!change) return []
    const { known, part, isOthers } = found
    // The name on the comment is that of its author, who has not written this.
    const by = stated.changed ?? (isOthers ? stated : { author: '', at: null })
    return [
      {
        kind: 'in-comment' as const,
        author: by.author,
        at: by.at,
        text: '',
        ...change,
        isResolved: false,
        isInReply: part.id !== known.commentId,
        range,
        answers: { known },
      },
    ]
  })
}

function placeIn(returned: ReturnedText, range: Range): Span | null {
  const span = returned.span(range)
  return meantWords(returned.text, span) ?? nearestWord(returned.text, span)
}

function quoteIn(returned: ReturnedText, place: Span | null): string {
  return place ? returned.text.slice(place) : ''
}

function changeIn(
  returned: ReturnedText,
  proposal: WordDocument['proposals'][number],
  range: Range,
) {
  const { author, at, before, after, isMove } = proposal
  const span = returned.span(range)
  const found = wordingAt(returned.text, span, proposal)
  // A row that is to come has no words of the version: it stands at those beside it, and never for them.
  const place = found.place ?? nearestWord(returned.text, span)
  return {
    kind: 'change' as const,
    author,
    at,
    before,
    after,
    isMove,
    text: '',
    isResolved: false,
    answers: null,
    isInReply: false,
    quote: quoteIn(returned, place),
    wording: isMove || !found.place ? null : found.wording,
    place,
  }
}

/** It can take the place of the words only where these are still the ones that were changed. */
function wordingFor(
  returned: ReturnedText,
  place: Span | null,
  { wording }: { wording: string | null },
  found: Reanchored | undefined,
): string | null {
  const isThere = place !== null && found?.words === returned.text.slice(place)
  return isThere && found?.place.kind === 'words' ? wording : null
}

/** Lines that read otherwise than in the version, although nothing in them was tracked. */
function untrackedIn({ lines }: ReturnedText): Answer<never>[] {
  return lines.flatMap(({ line, text }): Answer<never>[] => {
    if (!line || evened(line.text) === evened(text)) return []
    const isLine = line.text.trim() !== ''
    return [
      {
        kind: 'untracked',
        author: '',
        at: null,
        text: '',
        before: line.text,
        after: text,
        isMove: false,
        isResolved: false,
        condition: 'exact',
        place: isLine
          ? { kind: 'words', elementId: line.id, from: 0, to: line.text.length }
          : { kind: 'whole' },
        quote: line.text,
        wording: isLine && text.trim() !== '' ? text : null,
        answers: null,
        isInReply: false,
      },
    ]
  })
}

/** Programs write blanks in their own way. */
function evened(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
