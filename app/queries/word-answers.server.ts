import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { findAnswersIn, type FoundAnswer } from '#app/commands/answers-in.server.ts'
import type { Deps } from '#app/commands/deps.ts'
import { authorsOf } from '#app/measures/comment.ts'
import { refuseTalk } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { NotTakenKind } from '#app/word/not-taken.ts'
import { findUpload } from '#db/word.server.ts'
import { placeNameOf } from '#app/text/place-name.ts'
import { findVersionToRead } from './version-to-read.server.ts'

/** Whether answers of a Word document may be brought into the discussion of a version. */
export async function findAnswering(deps: Deps, actor: Actor, reference: string, number: number) {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, file, version } = found
  const permission = can(actor, 'comment', { file, version })
  if (!permission.ok) return permission
  const refusal = refuseTalk(measure, version)
  if (refusal) return refusal
  return { ...found, reference: measure.reference, number: version.number, kind: version.kind }
}

/** What would come into the discussion of a version of a Word document that this person sent. */
export async function findWordAnswers(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
  id: string,
) {
  const answering = await findAnswering(deps, actor, reference, number)
  if (!answering.ok) return answering
  const { measure, version } = answering
  const owned = { id, measureId: measure.id, personId: actor.personId }
  const upload = await findUpload(deps.db, owned)
  if (upload?.versionId !== version.id || upload.language !== null) return refuse('not-found')
  const { document } = upload
  const found = await findAnswersIn(deps.db, actor, measure, version, document)
  if (!found) return refuse('not-found')
  const elements = new Map(found.text.elements.map((element) => [element.id, element]))
  return {
    ok: true as const,
    reference: measure.reference,
    number: version.number,
    kind: version.kind,
    name: upload.name,
    recognised: found.recognised,
    notTaken: document.notTaken.filter(({ kind }) => !ofTheText.includes(kind)),
    answers: found.answers.map((answer) => viewAnswer(elements, answer)),
  }
}

/**
 * How the text itself was laid out is nothing to tell of: it does not come in. All else that no text of the
 * portal holds, somebody has put in since: it would be lost untold.
 */
const ofTheText: readonly NotTakenKind[] = [
  'table-as-rows',
  'merged-cells',
  'heading-as-bold',
  'list-mark-as-words',
  'code-as-words',
  'unsure-place',
  'unsure-note',
  'moved-note',
  'particular',
]

export type AnswerView = ReturnType<typeof viewAnswer>

function viewAnswer(elements: ReadonlyMap<string, TextElement>, answer: FoundAnswer) {
  const { kind, author, at, text, before, after, isMove, isResolved, condition, quote, isInReply } =
    answer
  const { place, wording, source, isBroughtIn } = answer
  const element = place.kind === 'whole' ? undefined : elements.get(place.elementId)
  return {
    source,
    kind,
    author,
    at,
    text,
    before,
    after,
    isMove,
    isResolved,
    condition,
    quote,
    isBroughtIn,
    isInReply,
    name: element ? placeNameOf(element) : null,
    /** It comes in as wording that can be taken up; else a change is told in words. */
    isProposal: wording !== null,
    answers: answeredIn(answer),
  }
}

/** Whose comment it answers; `null` for one of the document itself. */
function answeredIn({ answers }: FoundAnswer) {
  if (!answers) return null
  return { delegations: 'known' in answers ? authorsOf(answers.known.comment) : [] }
}
