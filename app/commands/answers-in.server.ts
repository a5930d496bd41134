import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { readableText } from '#app/access/readable-text.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Comment } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { type Answer, answersOf } from '#app/word/answers.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { KnownRemark } from '#app/word/recognised.ts'
import { digest } from '#app/proof/event-hash.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { type Discussion, findDiscussion, type SaidComment } from '#db/discussion.server.ts'
import { getVersionText, type VersionText } from '#db/version-texts.server.ts'
import { subjectIn } from './lock-discussion.server.ts'

/** A comment that this person sees, as it is known again in a document. */
export interface SeenRemark extends KnownRemark {
  comment: Comment
}

export interface FoundAnswer extends Answer<SeenRemark> {
  /** A hash of what the document holds of it: names it in forms, and in the record. */
  source: string
  isBroughtIn: boolean
}

export interface AnswersIn {
  answers: FoundAnswer[]
  /** How many comments and changes of the document are the portal's own. */
  recognised: number
  /** The text of the version as this person may read it. */
  text: VersionText
}

/** What answers a version in a document that was exported from it; null where it was not. */
export async function findAnswersIn(
  db: Database | Tx,
  actor: Actor,
  measure: Measure,
  version: Version,
  document: WordDocument,
): Promise<AnswersIn | null> {
  if (!document.origin) return null
  const text = readableText(actor, fileSubject(measure), version, await getVersionText(db, version))
  const discussion = await findDiscussion(db, measure.id, version.id)
  const known = seenRemarks(actor, measure, discussion)
  const found = answersOf(document, document.origin.written, text.content, known)
  const broughtIn = new Set(
    discussion.comments
      .filter((one) => one.delegation === actor.delegation && one.versionId === version.id)
      .flatMap(({ stated }) => stated?.source ?? []),
  )
  const sources = sourcesOf(found.answers)
  const answers = found.answers.map((answer, index) => {
    const source = sources[index] ?? ''
    return { ...answer, source, isBroughtIn: broughtIn.has(source) }
  })
  return { answers, recognised: found.recognised, text }
}

function seenRemarks(
  actor: Actor,
  measure: Measure,
  { comments, replies }: Discussion,
): SeenRemark[] {
  const seen = comments.filter(
    (comment) => can(actor, 'see-comment', subjectIn(measure, comment)).ok,
  )
  return seen.map((comment) => {
    const given = replies.filter(({ commentId }) => commentId === comment.id)
    return {
      comment,
      commentId: comment.id,
      parts: [
        { id: comment.id, times: timesOf(comment), lines: saidIn(comment) },
        ...given.map(({ id, repliedAt, reason }) => ({
          id,
          times: [repliedAt.toISOString()],
          lines: reason.split('\n'),
        })),
      ],
      change: comment.proposedWording === null ? null : ('any' as const),
    }
  })
}

function timesOf({ writtenAt, releasedAt }: SaidComment): string[] {
  return [writtenAt, ...(releasedAt ? [releasedAt] : [])].map((time) => time.toISOString())
}

function saidIn({ body, proposedWording }: SaidComment): string[] {
  return `${body}\n${proposedWording ?? ''}`.split('\n')
}

/** Two that a document holds alike are two. */
function sourcesOf(answers: readonly Answer<SeenRemark>[]): string[] {
  const counts = new Map<string, number>()
  return answers.map(({ kind, author, at, text, before, after, quote }) => {
    const content = canonicalJson({ kind, author, at, text, before, after, quote })
    const count = (counts.get(content) ?? 0) + 1
    counts.set(content, count)
    return digest(`${content} ${count}`)
  })
}
