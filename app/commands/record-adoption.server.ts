import type { Actor } from '#app/access/actor.ts'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import type { Facts, Measure } from '#app/measures/measure.ts'
import type { RecordAdoption } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { isPossible } from '#app/measures/transitions.ts'
import type { Command } from '#app/measures/commands.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decide } from '#app/measures/workflow.ts'
import { plainText } from '#app/text/content.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { closeDocument, freezeDraft } from '#db/documents.server.ts'
import { findLanguage } from '#db/files.server.ts'
import { record } from '#db/record.server.ts'
import { findSecondFactor } from '#db/sessions.server.ts'
import { keepText } from '#db/version-texts.server.ts'
import { lockToAct } from './act.server.ts'
import { carryThreads, recordCarried } from './carry-threads.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'
import { lockRepealed, repealChanged } from './repeal-changed.server.ts'
import { sealAdoption } from './seal.server.ts'

/**
 * Records that the state has adopted the measure, shared before or not: the portal records, it never
 * vetoes. The draft is frozen first, in the same transaction, so the final text is what the last
 * writer saw saved, also while somebody still types; the document is closed for good. Dates known at
 * once are recorded as facts of their own. Whoever holds a stolen cookie cannot do it (security, row 43): where
 * `session` is given, its person has shown a second factor just now.
 */
export function recordAdoption(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: RecordAdoption,
  /** Null where nobody is asked: in the demonstration one chooses whom to be. */
  session: { id: string } | null = null,
): Promise<Decision> {
  const { key, revision, ...content } = input
  return once(
    db,
    actor,
    { key, act: 'record-adoption', content: { file: reference, ...content } },
    noEvents,
    async (tx) => {
      const locked = await lockToAct(tx, actor, reference, 'record-adoption')
      if (!locked.ok) return locked
      if (session && !(await findSecondFactor(tx, session.id)))
        return refuse('second-factor-needed')
      const { measure } = locked
      if (measure.stage === 'adopted') return refuse('already-adopted')
      if (!isPossible('record-adoption', measure.stage)) return refuse('not-in-this-stage')
      if (measure.revision !== revision) return refuse('stale-form')
      if (!measure.documentId) return refuse('not-in-this-stage')

      const changed = await lockRepealed(tx, measure)
      const frozen = await freezeFinalText(tx, measure, measure.documentId, key)
      const { today } = await databaseTime(tx)
      const { actTitle, actNumber, adoptedOn } = input
      const adoption = decide(
        measure,
        { type: 'record-adoption', frozen, actTitle, actNumber, adoptedOn },
        today,
      )
      if (!adoption.ok) return adoption
      const facts = decideFacts(measure, input, today)
      if (!facts.ok) return facts
      const events = [...adoption.events, ...facts.events]
      const carried = await carryThreads(tx, measure, events)
      await record(tx, actor, measure, events)
      await recordCarried(tx, measure, carried)
      await closeDocument(tx, measure.documentId)
      if (input.inForceOn) {
        await repealChanged(tx, actor, { repeal: measure, changed }, input.inForceOn)
      }
      await sealAdoption(tx, actor, measure)
      return { ok: true, events }
    },
  )
}

async function freezeFinalText(tx: Tx, measure: Measure, documentId: string, versionId: string) {
  const { content, seq } = await freezeDraft(tx, documentId)
  return {
    versionId,
    sha256: await keepText(tx, content),
    language: await findLanguage(tx, measure.id),
    documentSeq: seq,
    isEmpty: plainText(content).trim() === '',
  }
}

const noFacts: Omit<Facts, 'adoptedOn'> = {
  gazetted: null,
  inForceOn: null,
  notifications: [],
  publishedOn: null,
  inCompilationOn: null,
  repealedOn: null,
  expiredOn: null,
}

/** The dates that came with the form, judged as they would be right after adoption. */
function decideFacts(measure: Measure, input: RecordAdoption, today: string): Decision {
  const { adoptedOn, gazettedOn, inForceOn, gazette, reference, url } = input
  const known = gazettedOn === notEstablished ? null : gazettedOn
  const adopted: Measure = { ...measure, stage: 'adopted', facts: { ...noFacts, adoptedOn } }
  const commands: Command[] = [
    ...(gazettedOn ? [gazetteCommand({ gazette, reference, url, gazettedOn: known })] : []),
    ...(inForceOn
      ? [{ type: 'record-entry-into-force' as const, inForceOn, correction: null }]
      : []),
  ]
  const events: RecordedEvent[] = []
  for (const command of commands) {
    const decision = decide(adopted, command, today)
    if (!decision.ok) return decision
    events.push(...decision.events)
  }
  return { ok: true, events }
}

function gazetteCommand(
  fields: Pick<EventOf<'gazette-recorded'>, 'gazette' | 'reference' | 'url' | 'gazettedOn'>,
): Command {
  return { type: 'record-gazette', ...fields, correction: null }
}
