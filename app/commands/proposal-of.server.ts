import { type ElementPlace, placeOfAnchor } from '#app/measures/anchor.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import type { Comment } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { changeOf, type Proposal } from '#app/measures/proposal.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import { lineHolding, type ProposedChange, textOf, wordsChange } from '#app/text/proposal-now.ts'
import { newId } from '#app/text/new-id.ts'
import { sameNodes } from '#app/text/same-nodes.ts'
import { findElement, idsIn, readSlice, sliceJson, withOwnIds } from '#app/text/slice.ts'
import type { Tx } from '#db/client.server.ts'
import { findPlacement, findThread } from '#db/comments.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'

type Asked = Pick<WriteComment, 'change' | 'slice' | 'proposedWording'>

/** What a comment proposes in words, and its record. */
export interface Proposed {
  proposedWording: string | null
  proposal?: Proposal
}

/** The place of a thread in a version of its file; null where it is not at a part of the text. */
export async function placeInVersion(
  tx: Tx,
  measure: Measure,
  threadId: string,
  versionId: string,
): Promise<ElementPlace | null> {
  const thread = await findThread(tx, measure.id, threadId)
  if (!thread) return null
  if (thread.versionId === versionId) return placeOfAnchor(thread.anchor)
  const placed = await findPlacement(tx, threadId, versionId)
  return placed?.elementId ? { ...placed, elementId: placed.elementId } : null
}

/**
 * Reads what is proposed against the version that it is proposed on: what stands there is taken from
 * the frozen text, never from the form, and what is to stand there is checked by the schema.
 */
export async function proposalOf(
  tx: Tx,
  version: Version,
  place: ElementPlace | null,
  asked: Asked,
): Promise<({ ok: true } & Proposed) | Refusal> {
  const { proposedWording } = asked
  const kind = !asked.change || asked.change === 'none' ? 'words' : asked.change
  if (kind === 'words' && proposedWording === null) return { ok: true, proposedWording }
  if (!place) {
    return kind === 'words' ? { ok: true, proposedWording } : refuse('invalid-input', 'change')
  }
  const { content } = await getVersionText(tx, version)
  if (kind === 'words') {
    const change = wordsOf(content, place, proposedWording ?? '')
    return { ok: true, proposedWording, ...(change && { proposal: recordOf(version.id, change) }) }
  }
  const change = elementChange(content, place, kind, asked.slice ?? '')
  if ('ok' in change) return change
  return { ok: true, proposedWording: textOf(change.after), proposal: recordOf(version.id, change) }
}

/** Null where the words stand in several lines: these are told in words only, and no act takes them up. */
function wordsOf(content: Content, place: ElementPlace, wording: string): ProposedChange | null {
  const element = findElement(content, place.elementId)
  const found =
    element && lineHolding(element.node, place.from ?? 0, place.to ?? textOf([element.node]).length)
  if (!found || found.from === found.to) return null
  // One line takes the place of another; a text has no line breaks inside its lines.
  return wordsChange(found.line, found.from, found.to, wording.replaceAll(/\s*\n\s*/g, ' '))
}

function elementChange(
  content: Content,
  place: ElementPlace,
  kind: Exclude<ProposedChange['kind'], 'words'>,
  json: string,
): ProposedChange | Refusal {
  if (kind === 'delete' && place.from !== null) {
    return wordsOf(content, place, '') ?? refuse('invalid-input', 'change')
  }
  const element = findElement(content, place.elementId)
  // The sections of a text are given; only what stands in them can be another.
  if (!element || element.node.type === 'section') return refuse('invalid-input', 'change')
  const { node } = element
  const target = { kind, elementId: place.elementId, from: 0, to: 0 }
  const before = kind === 'insert-after' ? [] : [node]
  if (kind === 'delete') return { ...target, before, after: [] }
  const read = readSlice(json, element.parent.type)
  if (!read.ok) return refuse('invalid-input', 'slice')
  const inUse = new Set(idsIn(content.content ?? []))
  for (const id of idsIn(before)) inUse.delete(id)
  const after = withOwnIds(read.slice, inUse, newId)
  const isEmpty = after.length === 0 || (kind === 'insert-after' && textOf(after).trim() === '')
  if (isEmpty || sameNodes(before, after)) return refuse('nothing-proposed', 'slice')
  return { ...target, before, after }
}

function recordOf(versionId: string, change: ProposedChange): Proposal {
  const { before, after, ...rest } = change
  return { ...rest, versionId, before: sliceJson(before), after: sliceJson(after) }
}

/** What a comment proposes as a change; also one from before proposals had a record. */
export async function changeProposed(
  tx: Tx,
  measure: Measure,
  { proposal, proposedWording, threadId }: Comment,
): Promise<{ version: Version; change: ProposedChange } | null> {
  const versionWith = (wanted?: string) => measure.versions.find(({ id }) => id === wanted)
  if (proposal) {
    const version = versionWith(proposal.versionId)
    return version ? { version, change: changeOf(proposal) } : null
  }
  const thread = await findThread(tx, measure.id, threadId)
  const version = versionWith(thread?.versionId)
  const place = thread && placeOfAnchor(thread.anchor)
  if (proposedWording === null || !version || !place) return null
  const change = wordsOf((await getVersionText(tx, version)).content, place, proposedWording)
  return change && { version, change }
}
