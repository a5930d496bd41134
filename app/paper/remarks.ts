import { authorsOf } from '#app/measures/comment.ts'
import { changeOf, type ProposalKind } from '#app/measures/proposal.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import {
  changesWords,
  type ProposedLine,
  proposedLines,
  type ProposedSetting,
} from '#app/text/proposed-lines.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import { settingWords } from './attribute-words.ts'
import type { Block } from './blocks.ts'
import type { Proposal } from './pieces.ts'
import type { Span } from './spans.ts'

/** Whether what somebody said is said still. What is inside goes on paper only where that is asked for. */
export function isOnPaper(
  { isInner, isSuperseded, recalled, body }: CommentView,
  { withInner }: { withInner: boolean },
): boolean {
  return !isSuperseded && !recalled && body !== null && (withInner || !isInner)
}

/** The states whose comment it is, by name. */
export function statesOf({ stateName, list }: LocaleFormat, comment: CommentView): string {
  return list(authorsOf(comment).map((code) => stateName(code)))
}

export interface Proposed {
  readonly kind: ProposalKind
  /** The name of its kind. */
  readonly title: string
  /** The words, and what is set otherwise, line by line; empty where something is to be taken out. */
  readonly wording: string
}

/** What a comment proposes, where that is said in words and not shown as a change of the text. */
export function proposedIn(
  words: Pick<LocaleFormat, 't' | 'list' | 'date' | 'number'>,
  { proposal, proposedWording }: Pick<CommentView, 'proposal' | 'proposedWording'>,
): Proposed | null {
  if (proposedWording === null) return null
  const made = proposal?.kind ?? 'words'
  const kind = made === 'words' && proposedWording === '' ? 'delete' : made
  const lines = proposal ? proposedLines(changeOf(proposal)) : []
  const settings = lines.flatMap((line) => line.settings.map((one) => settingIn(words, line, one)))
  const isOfSettings = settings.length > 0 && !lines.some(changesWords)
  const wording = [...(isOfSettings ? [] : [proposedWording]), ...settings].join('\n')
  return { kind, title: words.t(`proposals.kind.${kind}`), wording }
}

/** Of a row or cell, of which a point may hold many, with the words that it begins with. */
function settingIn(
  words: Pick<LocaleFormat, 't' | 'list' | 'date' | 'number'>,
  { runs }: ProposedLine,
  setting: ProposedSetting,
): string {
  const said = settingWords(words, setting)
  const begins = runs
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join('')
    .trim()
  const isInTable = ['isHeader', 'colspan', 'rowspan', 'row'].includes(setting.name)
  return isInTable && begins !== ''
    ? words.t('proposals.setting-at', { words: wholeCharacters(begins, 60), setting: said })
    : said
}

export interface PlacedProposal extends Proposal {
  readonly commentId: string
  /** Index of the paragraph. */
  readonly block: number
}

/**
 * The proposals that can be shown as changes of the text: those for words of one paragraph that are
 * still the words that were spoken of. One for a part of the text as such, such as a new point behind
 * it, would read as a change of its words. Where two are for the same words the earlier one is; the other
 * stays in its comment.
 */
export function proposalsIn(
  blocks: readonly Block[],
  spans: readonly Span[],
  authorOf: (comment: CommentView) => string,
): PlacedProposal[] {
  const placed: PlacedProposal[] = []
  const comments = spans.flatMap((span) =>
    span.thread.comments.map((comment) => ({ span, comment })),
  )
  for (const { span, comment } of comments.toSorted((a, b) =>
    a.comment.at < b.comment.at ? -1 : 1,
  )) {
    const { first, last, thread } = span
    const wording = comment.proposedWording
    const isOneLine = first.block === last.block && blocks[first.block]?.lineId
    if (
      !isForWords(span, comment) ||
      wording === null ||
      wording.includes('\n') ||
      !isOneLine ||
      thread.quoteNow !== null
    )
      continue
    const proposal = {
      commentId: comment.id,
      block: first.block,
      from: first.at,
      to: last.at,
      wording,
      author: authorOf(comment),
      at: comment.at,
    }
    if (proposal.from < proposal.to && !placed.some((one) => collide(one, proposal)))
      placed.push(proposal)
  }
  return placed
}

/** By its place, where it was made without a proposal of its own or that is not the reader's. */
function isForWords({ thread }: Span, { proposal }: CommentView): boolean {
  return proposal ? proposal.kind === 'words' : thread.place !== null && thread.place.from !== null
}

function collide(one: PlacedProposal, other: PlacedProposal): boolean {
  return one.block === other.block && one.from < other.to && other.from < one.to
}
