import { findDiscussionChanges } from '#app/queries/discussion-changes.server.ts'
import type { Database } from '#db/client.server.ts'
import { findActorsOfSessions } from '#db/sessions.server.ts'
import { Gathered } from './gathered.ts'
import { refused, type Messages } from './live-socket.server.ts'
import { payloads, type Payload } from './payloads.ts'
import type { Discussed, Refused } from './protocol.ts'
import type { Vigil } from './vigil.server.ts'

interface Question {
  sessionId: string
  after: number
}

/**
 * Answers what changed in the discussion of a version. It is asked here and not of a page, because
 * hundreds of screens ask it several times a second: those who ask about one version at the same
 * time are answered from one reading, each by the policy and with the rights that they have in it.
 */
export class Discussions {
  private readonly asked = new Map<string, Gathered<Question, Discussed | Refused>>()

  constructor(
    private readonly db: Database,
    private readonly vigil: Vigil,
  ) {}

  serve(messages: Messages): void {
    messages.answer('discussion', payloads.discussion, ({ data }, { after, ...place }) =>
      this.about(place).ask({ sessionId: data.sessionId, after }),
    )
  }

  private about(place: Place): Gathered<Question, Discussed | Refused> {
    const name = `${place.reference} ${place.version}`
    const known = this.asked.get(name)
    if (known) return known
    const gathered = new Gathered<Question, Discussed | Refused>(
      (questions) => this.answerAll(place, questions),
      () => this.asked.delete(name),
    )
    this.asked.set(name, gathered)
    return gathered
  }

  private async answerAll(
    place: Place,
    questions: readonly Question[],
  ): Promise<(Discussed | Refused)[]> {
    const answers = await this.read(place, questions)
    const sure = this.vigil.sure()
    if (!sure) return answers
    // The node stood still meanwhile: what was read before is not for today's rights.
    await sure
    return this.answerAll(place, questions)
  }

  private async read(
    { reference, version: number }: Place,
    questions: readonly Question[],
  ): Promise<(Discussed | Refused)[]> {
    const sessionIds = [...new Set(questions.map(({ sessionId }) => sessionId))]
    const actors = await findActorsOfSessions(this.db, sessionIds)
    const signedIn = questions.flatMap(({ sessionId, after }) => {
      const actor = actors.get(sessionId)
      return actor ? [{ actor, after }] : []
    })
    const found = await findDiscussionChanges({ db: this.db }, { reference, number }, signedIn)
    const answers = found.values()
    return questions.map(({ sessionId }) => {
      if (!actors.has(sessionId)) return refused('signed-out')
      const result = answers.next().value
      return result?.ok ? { ok: true, ...result.changes } : refused('not-found')
    })
  }
}

type Place = Pick<Payload<'discussion'>, 'reference' | 'version'>
