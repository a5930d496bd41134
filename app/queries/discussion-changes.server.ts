import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type FileSubject, fileSubject } from '#app/access/subjects.ts'
import { readableText } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { type DiscussionEffect, discussionEffect } from '#app/measures/discussion-effect.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findDiscussion, findThreadsOfComments } from '#db/discussion.server.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { findActsBetween, type RecordedAct } from '#db/events.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionText, type VersionText } from '#db/version-texts.server.ts'
import type { DiscussionChanges } from './discussion-changes.ts'
import { matterOf, type ThreadMatter } from './discussion-matter.ts'
import { threadsFor } from './discussion.server.ts'
import { findVersionBefore } from './version-to-read.server.ts'
import { findStated, type Stated, standingsFor } from './standings.server.ts'

/** Who wants to know what changed in a version since an event. */
export interface ChangesQuestion {
  actor: Actor
  after: number
}

/** More acts than so many are not told one by one: half a minute of a busy day. */
const mostActs = 1_000

type Act = Pick<RecordedAct, 'id' | 'lane' | 'audience' | 'delegation'> & {
  type: RecordedAct['event']['type']
  effect: Exclude<DiscussionEffect, { on: 'nothing' }>
}

/** What the acts that concern somebody touch. */
interface Touched {
  comments: string[]
  standings: DelegationCode[]
}

/**
 * What changed in a version's discussion, for several readers at once: what is stored is read once
 * for all of them, after the last of them asked, and then the policy is asked for each. Answers in
 * the order of the questions.
 */
export async function findDiscussionChanges(
  { db }: Deps,
  { reference, number }: { reference: string; number: number },
  questions: readonly ChangesQuestion[],
): Promise<Result<{ changes: DiscussionChanges }>[]> {
  if (questions.length === 0) return []
  // Read first: what is recorded while the rest is being read is told with the next changes.
  const eventId = await findLastEventId(db)
  const measure = await findMeasureByReference(db, reference)
  const version = measure?.versions.find((version) => version.number === number)
  if (!measure || !version) return questions.map(() => refuse('not-found'))
  const file = fileSubject(measure)

  const first = Math.min(...questions.map(({ after }) => after))
  const range = { after: first, upTo: eventId, limit: mostActs + 1 }
  const acts = await findActsBetween(db, measure.id, range)
  const isCut = acts.length > mostActs
  const known = isCut ? (acts[0]?.id ?? first) : first
  const effective = acts.flatMap(({ event, ...act }): Act[] => {
    const effect = discussionEffect(event)
    return effect.on === 'nothing' ? [] : [{ ...act, type: event.type, effect }]
  })

  const plans = questions.map(({ actor, after }) => {
    const permission = can(actor, 'see-version', { file, version })
    if (!permission.ok) return permission
    const concerning = effective.filter((act) => act.id > after && concerns(actor, file, act))
    const isUntold = after < known || after > eventId
    const isWhole = isUntold || concerning.some(({ effect }) => effect.on === 'file')
    return {
      ok: true as const,
      actor,
      after,
      isWhole,
      touched: touchedBy(isWhole ? [] : concerning),
    }
  })
  const all = plans.flatMap((plan) => (plan.ok ? [plan.touched] : []))
  const matter = await findMatter(db, measure, version, all)
  const answers: Result<{ changes: DiscussionChanges }>[] = []
  for (const plan of plans) {
    if (!plan.ok) {
      answers.push(plan)
      continue
    }
    const { actor, after, isWhole, touched } = plan
    const reading = { actor, measure, file, version, text: matter.text }
    const told = await view({ db }, reading, matter, touched)
    answers.push({ ok: true, changes: { after, eventId, isWhole, ...told } })
  }
  return answers
}

/** Nobody is told of a thread because of an act that they may not know of. */
function concerns(actor: Actor, file: FileSubject, act: Act): boolean {
  const { type, lane, delegation, audience, effect } = act
  if ('isForAll' in effect && effect.isForAll) return true
  return can(actor, 'see-event', { type, file, lane, delegation, audience }).ok
}

function touchedBy(acts: readonly Act[]): Touched {
  return {
    comments: acts.flatMap(({ effect }) => (effect.on === 'comment' ? effect.commentId : [])),
    standings: acts.flatMap(({ effect, delegation }) =>
      effect.on === 'standing' && delegation ? delegation : [],
    ),
  }
}

interface Matter {
  text: VersionText
  threadOf: ReadonlyMap<string, string>
  threads: ReadonlyMap<string, ThreadMatter>
  stated: Stated
}

const nothingStated: Stated = { positions: [], texts: new Map() }

async function findMatter(
  db: Deps['db'],
  measure: Measure,
  version: Version,
  touched: readonly Touched[],
): Promise<Matter> {
  const delegations = [...new Set(touched.flatMap(({ standings }) => standings))]
  const commentIds = [...new Set(touched.flatMap(({ comments }) => comments))]
  const [text, stated, threadOf] = await Promise.all([
    getVersionText(db, version),
    delegations.length > 0 ? findStated(db, measure, version, delegations) : nothingStated,
    findThreadsOfComments(db, measure.id, commentIds),
  ])
  const ids = [...new Set(threadOf.values())]
  const threads =
    ids.length > 0 ? matterOf(await findDiscussion(db, measure.id, version.id, ids)) : []
  return {
    text,
    threadOf,
    threads: new Map(threads.map((matter) => [matter.thread.id, matter])),
    stated,
  }
}

interface Reading {
  actor: Actor
  measure: Measure
  file: FileSubject
  version: Version
  text: VersionText
}

async function view(
  deps: Deps,
  reading: Reading,
  { threadOf, threads, stated }: Matter,
  touched: Touched,
): Promise<Pick<DiscussionChanges, 'threads' | 'standings'>> {
  const { actor, file, version } = reading
  const text = readableText(actor, file, version, reading.text)
  const ids = [...new Set(touched.comments.flatMap((id) => threadOf.get(id) ?? []))]
  const before = ids.length > 0 ? await findVersionBefore(deps, actor, reading) : null
  const seen = threadsFor(
    { ...reading, elements: text.elements, before },
    ids.flatMap((id) => threads.get(id) ?? []),
  )
  return {
    threads: ids.map((id) => ({ id, thread: seen.find((thread) => thread.id === id) ?? null })),
    standings:
      touched.standings.length > 0
        ? standingsFor({ ...reading, text }, stated, touched.standings)
        : [],
  }
}
