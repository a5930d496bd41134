import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isReader, mayRelease } from '#app/access/standing.ts'
import type { Deps } from '#app/commands/deps.ts'
import { findDriftedPairs } from './drifted-pairs.server.ts'
import { findJointInvitations } from './joint-invitations.server.ts'
import { findChanges } from './home-changes.server.ts'
import {
  findAwaitingRelease,
  findMissingContent,
  findOurFiles,
  findQuestions,
  findUnacknowledged,
  findUnanswered,
} from './home-waiting.server.ts'

/** The lists of home that can be asked for whole. Our own files have a page of theirs. */
export const homeLists = [
  'release',
  'unanswered',
  'questions',
  'unacknowledged',
  'changes',
] as const
export type HomeList = (typeof homeLists)[number]

/** Lines of each list; of the one that is asked for whole, as many as a page can bear. */
const mostLines = { ofEach: 20, ofWhole: 1_000 } as const

/**
 * What waits for a delegation, computed from the record each time, so that it cannot be wrong: the first
 * lines of each list with how many there are, and of the list `whole` all.
 */
export async function findHome({ db }: Deps, actor: Actor, whole: HomeList | null = null) {
  const { delegation } = actor
  const most = (list: HomeList) => (list === whole ? mostLines.ofWhole : mostLines.ofEach)
  const mayManage = can(actor, 'manage-people', { delegation }).ok
  if (!isReader(actor)) return { ...nothing, mayManage }
  const [
    awaitingRelease,
    unanswered,
    questions,
    missingContent,
    unacknowledged,
    changes,
    ours,
    drifted,
    jointInvitations,
  ] = await Promise.all([
    findAwaitingRelease(db, actor, most('release')),
    findUnanswered(db, actor, most('unanswered')),
    findQuestions(db, actor, most('questions')),
    findMissingContent(db, actor, most('questions')),
    findUnacknowledged(db, actor, most('unacknowledged')),
    findChanges(db, actor, most('changes')),
    findOurFiles(db, actor, mostLines.ofEach),
    findDriftedPairs(db, actor),
    findJointInvitations(db, actor),
  ])
  return {
    awaitingRelease: awaitingRelease.lines,
    unanswered: unanswered.lines,
    questions: questions.lines,
    missingContent: missingContent.lines,
    unacknowledged: unacknowledged.lines,
    changes: changes.lines,
    ours: ours.lines,
    drifted,
    jointInvitations,
    /** How many there are in all. */
    totals: {
      release: awaitingRelease.total,
      unanswered: unanswered.total,
      questions: questions.total + missingContent.total,
      unacknowledged: unacknowledged.total,
      changes: changes.total,
      ours: ours.total,
    },
    /** Whether their role shows them files at all. */
    mayRead: true,
    mayManage,
    mayRelease: mayRelease(actor),
    mayOpen: can(actor, 'open-file', null).ok,
    /** Whether notifications are acknowledged by their delegation. */
    acknowledges: delegation === 'COM',
  }
}

const nothing = {
  awaitingRelease: [],
  unanswered: [],
  questions: [],
  missingContent: [],
  unacknowledged: [],
  changes: [],
  ours: [],
  drifted: [],
  jointInvitations: [],
  totals: { release: 0, unanswered: 0, questions: 0, unacknowledged: 0, changes: 0, ours: 0 },
  mayRead: false,
  mayRelease: false,
  mayOpen: false,
  acknowledges: false,
}
