import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { addAttachment } from '#app/commands/add-attachment.server.ts'
import { addTranslation } from '#app/commands/add-translation.server.ts'
import { answerReply } from '#app/commands/answer-reply.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { bringInWord } from '#app/commands/bring-in-word.server.ts'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { joinJointComment } from '#app/commands/join-joint-comment.server.ts'
import { mergeComments } from '#app/commands/merge-comments.server.ts'
import { openDraft } from '#app/commands/open-draft.server.ts'
import { openJointComment } from '#app/commands/open-joint-comment.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordNationalStep } from '#app/commands/record-national-step.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { releaseJointComment } from '#app/commands/release-joint-comment.server.ts'
import { replyInside } from '#app/commands/reply-inside.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { share } from '#app/commands/share.server.ts'
import { signJointComment } from '#app/commands/sign-joint-comment.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { takeUpWording } from '#app/commands/take-up-wording.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { demoActor, must, writeDraft } from '#app/demonstration/acting.server.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import { canBeWithheld, type WithheldTarget } from '#app/measures/withholding.ts'
import { newSigner } from '#app/proof/signed-note.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findJointRoom } from '#app/queries/joint-comment.server.ts'
import { TextHistory } from '#app/text/authorship.ts'
import type { Content } from '#app/text/content.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { findDocument, readUpdates } from '#db/document-log.server.ts'
import { renewSnapshot } from '#db/document-text.server.ts'
import type { Database } from '#db/client.server.ts'
import { appendServerEdit } from '#db/documents.server.ts'
import { findActs } from '#db/events.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { replies } from '#db/schema/comments.ts'
import { documentHistories } from '#db/schema/documents.ts'
import { keepUpload } from '#db/word.server.ts'
import { said } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

export const signer = newSigner('concert.example/record')

/** The actors of the demonstration who take part. */
export const cast = {
  drafter: demoActor('nl-drafter'),
  nl: demoActor('nl-representative'),
  de: demoActor('de-representative'),
  deDrafter: demoActor('de-drafter'),
  fr: demoActor('fr-representative'),
  officer: demoActor('com-officer'),
}

/** A list in which the word stands in every kind of place. */
function textWith(word: string): Content {
  return doc(
    section('subject', paragraph('s1', `Scanners, after ${word}.`)),
    section('grounds', paragraph('g1', `The source is ${word} and nothing else.`)),
    section(
      'items',
      entry(
        { id: 'e1', code: '3B801', destinations: `all but ${word}` },
        heading('h1', `Scanners of ${word}`),
        point({ id: 'a' }, paragraph('ap', `an overlay ≤ 1.50 nm by ${word}`)),
      ),
      entry(
        { id: 'e2', code: `EX ${word}` },
        heading('h2', 'Others'),
        point({ id: 'b' }, paragraph('bp', 'a source of 193 nm')),
      ),
    ),
  )
}

/**
 * A file of the Netherlands, in which a word was pasted by mistake in every way that there is: written by
 * people of four delegations, quoted, carried over, translated, brought in from Word, adopted, packed and
 * sealed. And an early notice with the same word. Gives their references.
 */
export async function plantEverywhere(db: Database, word: string) {
  const deps = { db }
  const { drafter, nl } = cast
  must('a key', await introduceRecordKey(deps, signer))
  const notice = await plantNotice(db, word)
  const reference = notice
  must('the draft', await openDraft(deps, drafter, reference))
  await plantDetails(db, reference, word)
  await db.transaction((tx) =>
    writeDraft({ tx, deps: { db: tx } }, drafter, reference, textWith(word)),
  )
  await plantAttachment(db, reference, word)
  await plantWord(db, reference, word)
  must('a step', await recordNationalStep(deps, drafter, reference, step(word)))
  await shareNow(db, reference, word)
  const number = (await of(db, reference)).versions.length
  await plantTranslation(db, reference, number, word)
  await plantComments(db, reference, number, word)
  await plantJoint(db, reference, number, word)
  await shareNow(db, reference, word)
  await plantCaches(db, reference)
  await plantUpload(db, reference, word)
  await plantRecord(db, nl, reference, word)
  return reference
}

async function of(db: Database, reference: string): Promise<Measure> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) throw new Error(`no file ${reference}`)
  return measure
}

const step = (word: string) => ({ key: randomUUID(), title: `Reading of ${word}`, on: null })

async function plantNotice(db: Database, word: string): Promise<string> {
  const words = { risk: word, technology: word, envisaged: word, timetable: word }
  const about = {
    kind: 'national-control-list' as const,
    originalLanguage: 'en' as const,
    changes: '',
  }
  const details = { title: `About ${word}`, marking: 'none' as const, contact: `${word} desk` }
  const input = { key: randomUUID(), ...about, ...details, ...words }
  const { reference } = must(
    'a notice',
    await openNotice({ db }, cast.drafter, { ...input, grounds: ['public-security'] }),
  )
  const { revision } = await of(db, reference)
  const giving = { key: randomUUID(), revision, ...words, commentsBy: null, delegations: [] }
  must('giving', await giveNotice({ db }, cast.nl, reference, { ...giving, audience: 'all' }))
  return reference
}

async function plantDetails(db: Database, reference: string, word: string) {
  const { revision, kind } = await of(db, reference)
  const input = { revision, kind, changes: '', marking: 'none' as const, contact: word }
  const title = `Details of ${word}`
  must(
    'details',
    await changeDetails({ db }, cast.drafter, reference, {
      ...input,
      title,
      grounds: ['public-security'],
    }),
  )
}

async function plantAttachment(db: Database, reference: string, word: string) {
  const { revision } = await of(db, reference)
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${word}\n%%EOF`)
  const input = { key: randomUUID(), revision, kind: 'attachment' as const, language: null }
  must(
    'an attachment',
    await addAttachment(
      { db },
      cast.drafter,
      reference,
      { ...input, name: word, otherChannel: '', isShared: true },
      { name: `${word}.pdf`, bytes },
    ),
  )
  must(
    'a mention of one',
    await addAttachment(
      { db },
      cast.drafter,
      reference,
      {
        ...input,
        key: randomUUID(),
        revision: (await of(db, reference)).revision,
        name: '',
        otherChannel: `${word} by courier`,
        isShared: false,
      },
      null,
    ),
  )
}

/** From a Word document, with what was said in it. */
async function plantWord(db: Database, reference: string, word: string) {
  const measure = await of(db, reference)
  const document = await findDocument(db, measure.documentId ?? '')
  const uploadId = await plantUpload(db, reference, word)
  const input = { key: randomUUID(), mode: 'append' as const, seq: document?.head ?? 0 }
  must('bringing in', await bringInWord({ db }, cast.drafter, reference, uploadId, input))
}

async function plantUpload(db: Database, reference: string, word: string): Promise<string> {
  const measure = await of(db, reference)
  const id = randomUUID()
  await keepUpload(db, {
    id,
    measureId: measure.id,
    versionId: null,
    language: null,
    personId: cast.drafter.personId,
    name: `${word}.docx`,
    sha256: '0'.repeat(64),
    document: {
      content: doc(section('risk', paragraph('w1', `${word} from Word`))),
      comments: [
        {
          id: 'c1',
          author: word,
          at: '2026-11-30T09:00:00.000Z',
          text: `See ${word}`,
          place: { from: 0, to: word.length },
          answers: null,
          isResolved: false,
          durable: null,
          changed: null,
        },
      ],
      proposals: [],
      notTaken: [],
      origin: null,
    },
  })
  return id
}

async function plantTranslation(db: Database, reference: string, number: number, word: string) {
  const measure = await of(db, reference)
  const id = randomUUID()
  await keepUpload(db, {
    id,
    measureId: measure.id,
    versionId: measure.versions.find((version) => version.number === number)?.id ?? null,
    language: 'de',
    personId: cast.nl.personId,
    name: `${word}.docx`,
    sha256: '0'.repeat(64),
    document: {
      content: textWith(`${word}isch`),
      comments: [],
      proposals: [],
      notTaken: [],
      origin: null,
    },
  })
  const place = { reference, number }
  must('translating', await addTranslation({ db }, cast.nl, place, id, { key: randomUUID() }))
}

async function shareNow(db: Database, reference: string, word: string) {
  const { revision } = await of(db, reference)
  const input = { key: randomUUID(), revision, coverNote: `On ${word}.`, commentsBy: null }
  must(
    'sharing',
    await share({ db }, cast.nl, reference, { ...input, audience: 'all', delegations: [] }),
  )
}

async function plantComments(db: Database, reference: string, number: number, word: string) {
  const deps = { db }
  const place = { reference, number }
  const { de, deDrafter, fr, nl, officer } = cast
  const write = async (actor: Actor, more: Parameters<typeof said>[0]) =>
    must('a comment', await writeComment(deps, actor, place, said(more))).commentId
  const release = async (actor: Actor, id: string, revision = 1) =>
    must(
      'releasing',
      await releaseComments(deps, actor, reference, {
        comments: [{ id, revision }],
        audience: { kind: 'version' },
      }),
    )
  // On words that hold it, and with wording that does.
  const found = await findCommentsRoom(deps, de, reference, number)
  if (!found.ok) throw new Error(found.reason)
  const line = `an overlay ≤ 1.50 nm by ${word}`
  const proposing = await write(de, {
    place: 'words',
    element: 'ap',
    from: 0,
    to: line.length,
    body: `Why ${word}?`,
    proposedWording: `an overlay ≤ 1.40 nm by ${word}`,
  })
  await release(de, proposing)
  const take = { key: randomUUID(), comment: proposing, reason: `Because of ${word}.` }
  must('taking up', await takeUpWording(deps, nl, reference, take))
  const replied = { key: randomUUID(), comment: proposing, outcome: 'partly' as const }
  must('a reply', await giveReply(deps, nl, reference, { ...replied, reason: `Yes, ${word}` }))
  const [reply] = (
    await db
      .select()
      .from(replies)
      .where(eq(replies.commentId, proposing))
      .orderBy(replies.repliedAt)
  ).toReversed()
  const answer = { comment: proposing, reply: reply?.id ?? '', answer: 'maintained' as const }
  must('an answer', await answerReply(deps, de, reference, { ...answer, reason: word }))
  // Inside, revised, answered and merged, and never released.
  const one = await write(deDrafter, { place: 'element', element: 'g1', body: 'First' })
  const { commentType, isQuestion } = said()
  const revised = { comment: one, revision: 1, commentType, isQuestion, proposedWording: null }
  must('revising', await reviseComment(deps, deDrafter, reference, { ...revised, body: word }))
  must(
    'inside',
    await replyInside(deps, de, reference, { key: randomUUID(), comment: one, body: word }),
  )
  const two = await write(deDrafter, { body: `Also ${word}` })
  const sources = [
    { id: one, revision: 2 },
    { id: two, revision: 1 },
  ]
  const merging = { key: randomUUID(), sources, commentType, isQuestion, proposedWording: null }
  must('merging', await mergeComments(deps, de, place, { ...merging, body: `Both: ${word}` }))
  // Recalled for a reason.
  const recalled = await write(fr, { place: 'element', element: 'h1', body: word })
  await release(fr, recalled)
  must('a recall', await recallComment(deps, fr, reference, { comment: recalled, reason: word }))
  await release(officer, await write(officer, { place: 'element', element: 's1', body: 'Clear.' }))
  const stated = { key: randomUUID(), entryCode: null, stance: 'concern' as const, intentions: [] }
  must(
    'a position',
    await statePosition(deps, fr, place, {
      ...stated,
      reasons: word,
      audience: { kind: 'version' },
    }),
  )
}

async function plantJoint(db: Database, reference: string, number: number, word: string) {
  const deps = { db }
  const { de, fr } = cast
  const opening = {
    key: randomUUID(),
    element: 'e1',
    commentType: 'scope' as const,
    isQuestion: false,
  }
  const { jointId: id } = must(
    'a joint comment',
    await openJointComment(deps, de, { reference, number }, { ...opening, invited: ['FR'] }),
  )
  const place = { reference, id }
  must('joining', await joinJointComment(deps, fr, place))
  const room = async () => {
    const found = await findJointRoom(deps, de, reference, id)
    if (!found.ok) throw new Error(found.reason)
    return found.room
  }
  const { documentId } = await room()
  await db.transaction((tx) =>
    appendServerEdit(tx, de, documentId, (text) => {
      const line = [...text.createTreeWalker((node) => node instanceof Y.XmlText)][0]
      if (!(line instanceof Y.XmlText)) throw new Error('no line')
      line.insert(0, `Together about ${word}`)
    }),
  )
  const { text } = await room()
  const audience = { kind: 'version' as const }
  must('signing', await signJointComment(deps, de, place, { read: text.sha256, audience }))
  must('signing', await signJointComment(deps, fr, place, { read: text.sha256, audience }))
  const { release } = await room()
  must(
    'a joint release',
    await releaseJointComment(deps, de, place, { key: randomUUID(), read: release?.read ?? '' }),
  )
}

/** What is kept of a log so that it is read fast. */
async function plantCaches(db: Database, reference: string) {
  const { documentId } = await of(db, reference)
  const document = await findDocument(db, documentId ?? '')
  if (!document) throw new Error('no draft')
  await renewSnapshot(db, document.id, document.head)
  await readHistory(db, document.id, document.head)
  // Kept in the database for logs much longer than this one.
  const history = TextHistory.begin()
  history.take(await readUpdates(db, document.id, 0, document.head))
  await db
    .insert(documentHistories)
    .values({ documentId: document.id, ...history.keep(), signed: [], sha256: '' })
}

async function plantRecord(db: Database, nl: Actor, reference: string, word: string) {
  const deps = { db }
  const revision = async () => (await of(db, reference)).revision
  must(
    'adoption',
    await recordAdoption(deps, nl, reference, {
      key: randomUUID(),
      revision: await revision(),
      actTitle: `Act on ${word}`,
      actNumber: `${word}-1`,
      adoptedOn: '2026-11-29',
      gazette: '',
      reference: '',
      url: '',
      gazettedOn: null,
      inForceOn: null,
    }),
  )
  const notificationId = randomUUID()
  must(
    'a notification',
    await prepareNotification(deps, nl, reference, {
      key: notificationId,
      revision: await revision(),
      reasons: `Because of ${word}.`,
      description: `Scanners of ${word}.`,
      contact: word,
    }),
  )
  must(
    'a sending',
    await recordSending(deps, nl, reference, notificationId, {
      addressees: ['DE', 'COM'],
      channel: `${word} post`,
      sentOn: '2026-11-30',
      reference: word,
    }),
  )
  must(
    'a question',
    await askMissingContent(deps, cast.officer, reference, notificationId, {
      key: randomUUID(),
      question: `What is ${word}?`,
    }),
  )
}

/** Everything that one delegation wrote, and for the owner what it has. */
export async function everythingOf(
  db: Database,
  reference: string,
  code: DelegationCode,
): Promise<WithheldTarget[]> {
  const { id, owner, versions } = await of(db, reference)
  const acts = await findActs(db, id)
  return [
    ...(code === owner ? [{ kind: 'draft' as const, elements: null }] : []),
    ...(code === owner
      ? versions.map(({ id: versionId, number }) => ({
          kind: 'version' as const,
          versionId,
          number,
        }))
      : []),
    ...acts.flatMap(({ id: eventId, event, delegation }): WithheldTarget[] => {
      if (delegation !== code || !canBeWithheld(event)) return []
      if (event.type === 'comment-written') return [{ kind: 'comment', commentId: event.commentId }]
      if (event.type === 'joint-comment-opened')
        return [{ kind: 'joint-comment', jointId: event.jointId }]
      if (event.type === 'attachment-added')
        return [{ kind: 'attachment', attachmentId: event.attachmentId }]
      return [{ kind: 'act', eventId }]
    }),
  ]
}
