import { randomUUID } from 'node:crypto'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { addAttachment } from '#app/commands/add-attachment.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { changePerson } from '#app/commands/change-person.server.ts'
import { changeSettings } from '#app/commands/change-settings.server.ts'
import { endRequirement } from '#app/commands/end-requirement.server.ts'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { invitePerson } from '#app/commands/invite-person.server.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { recordNationalStep } from '#app/commands/record-national-step.server.ts'
import { recordPublication } from '#app/commands/record-publication.server.ts'
import { recordRefusal } from '#app/commands/record-refusal.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { setOwnAddress } from '#app/commands/set-own-address.server.ts'
import { share } from '#app/commands/share.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { supplyMissingContent } from '#app/commands/supply-missing-content.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { demoActor, measureOf, must, writeDraft } from '#app/demonstration/acting.server.ts'
import { anyOf, draft, note, point } from '#app/demonstration/text.ts'
import { statePositionInput, writeCommentInput } from '#app/measures/comment-inputs.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import {
  giveNoticeInput,
  openFileInput,
  openNoticeInput,
  recallInput,
  shareInput,
} from '#app/measures/inputs.ts'
import { notificationAddressees, referenceInAddress } from '#app/measures/measure.ts'
import { ownAddressInput } from '#app/measures/mail-inputs.ts'
import { inviteInput, settingsInput } from '#app/measures/people-inputs.ts'
import * as forms from '#app/measures/record-inputs.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import type { Database } from '#db/client.server.ts'
import { findEntriesOfMeasure } from '#db/entries.server.ts'

/** A word that no line can hold, such as chemists, compilers and typing cats write. */
export const longWord = 'Hexahydrotrinitrotriazinbehaelterdruckmessgeraet'.repeat(5).slice(0, 200)

/** As much of it as a field takes. */
const upTo = (most: number) => longWord.slice(0, most)

const named = (key: string) => ({ ...demoActor(key), name: upTo(120) })
const owner = named('nl-representative')
const drafter = named('nl-drafter')
const administrator = named('nl-administrator')
const germany = demoActor('de-representative')
const officer = demoActor('com-officer')

/** The addresses of files that are full of it. */
export interface LongWords {
  /** A file with two versions, comments and positions. */
  readonly shared: string
  /** A file that was adopted, notified, published, relied upon and repealed. */
  readonly adopted: string
  /** An early notice that was given. */
  readonly notice: string
}

/** Puts the long word into every kind of field, by the portal's own commands. */
export async function plantLongWords(db: Database): Promise<LongWords> {
  await plantPeople(db)
  const shared = await plantFile(db)
  await plantDiscussion(db, shared)
  await plantRecalled(db)
  const notice = await plantNotice(db)
  const adopted = await plantAdopted(db)
  return {
    shared: `/files/${referenceInAddress(shared)}`,
    adopted: `/files/${referenceInAddress(adopted)}`,
    notice: `/files/${referenceInAddress(notice)}`,
  }
}

async function open(db: Database): Promise<string> {
  const input = openFileInput.parse({
    key: randomUUID(),
    kind: 'national-control-list',
    originalLanguage: 'de',
    title: longWord,
    grounds: ['public-security'],
    marking: 'limited-distribution',
    contact: longWord,
  })
  const { reference } = must('opening', await openFile({ db }, drafter, input))
  await write(db, reference, 'first')
  return reference
}

const code = upTo(60)
const entry = 'x1'

function write(db: Database, reference: string, what: string) {
  const words = [`${what}${longWord}`]
  const content = draft(Object.fromEntries(sectionKeys.map((key) => [key, words])), [
    {
      code: entry,
      heading: `${longWord} 3,5 nm`,
      destinations: longWord,
      logic: 'any-of',
      children: [
        anyOf('a', `${longWord}${what}`, point('1', `${longWord} exceeding 21.5 nm`)),
        note('technical-note', longWord),
      ],
    },
  ])
  const long = withLongLabels(content)
  return db.transaction((tx) => writeDraft({ tx, deps: { db: tx } }, drafter, reference, long))
}

/** Ids are made of codes and labels and are short; these become long afterwards. */
function withLongLabels<Node extends Content | ContentNode>(node: Node): Node {
  const { attrs } = node
  return {
    ...node,
    ...(attrs && {
      attrs: {
        ...attrs,
        ...('code' in attrs && { code }),
        ...('label' in attrs && { label: upTo(12) }),
      },
    }),
    content: node.content?.map(withLongLabels),
  }
}

async function plantFile(db: Database): Promise<string> {
  const reference = await open(db)
  for (const [kind, otherChannel] of [
    ['attachment', ''],
    ['courtesy-translation', ''],
    ['national-act', longWord],
  ] as const) {
    const { revision } = await db.transaction((tx) => measureOf(tx, reference))
    const input = {
      key: randomUUID(),
      revision,
      kind,
      language: 'de' as const,
      name: longWord,
      otherChannel,
      isShared: true,
    }
    const bytes = new TextEncoder().encode('%PDF-1.7\n%%EOF')
    const file = otherChannel ? null : { name: `${longWord}.pdf`, bytes }
    must('an attachment', await addAttachment({ db }, drafter, reference, input, file))
  }
  const step = { key: randomUUID(), title: longWord, on: null }
  must('a step', await recordNationalStep({ db }, drafter, reference, step))
  const other = await open(db)
  must('a parallel', await linkParallelDraft({ db }, drafter, reference, other))
  return reference
}

async function shareAll(db: Database, reference: string) {
  const { revision } = await db.transaction((tx) => measureOf(tx, reference))
  const input = shareInput.parse({
    key: randomUUID(),
    revision,
    coverNote: longWord,
    commentsBy: '',
    audience: 'all',
  })
  must('sharing', await share({ db }, owner, reference, input))
}

async function plantDiscussion(db: Database, reference: string) {
  await shareAll(db, reference)
  await write(db, reference, 'second')
  await shareAll(db, reference)
  const place = { reference, number: 2 }

  const say = async (more: Record<string, string | number>) => {
    const said = { commentType: 'scope', body: longWord, proposedWording: longWord }
    const input = writeCommentInput.parse({ key: randomUUID(), ...said, ...more })
    return must('a comment', await writeComment({ db }, germany, place, input)).commentId
  }
  const released = [
    await say({}),
    await say({ place: 'element', element: entry }),
    await say({ place: 'words', element: `${entry}-heading`, from: 0, to: 200, isQuestion: 'on' }),
  ]
  const comments = released.map((id) => ({ id, revision: 1 }))
  const release = { comments, audience: { kind: 'version' } as const }
  must('a release', await releaseComments({ db }, germany, reference, release))
  await say({ place: 'element', element: 'risk' })

  const [whole = '', onEntry = ''] = released
  const reply = { key: randomUUID(), comment: whole, outcome: 'not' as const, reason: longWord }
  must('a reply', await giveReply({ db }, owner, reference, reply))
  const back = { comment: onEntry, reason: longWord }
  must('a recall', await recallComment({ db }, germany, reference, back))

  for (const stand of ['', code]) {
    const input = statePositionInput.parse({
      key: randomUUID(),
      entry: stand,
      stance: 'concern',
      intentions: ['plans-same-control'],
      reasons: longWord,
      audience: 'version',
    })
    must('a position', await statePosition({ db }, germany, place, input))
  }
}

async function plantRecalled(db: Database) {
  const reference = await open(db)
  await shareAll(db, reference)
  const revisionOf = async () => (await db.transaction((tx) => measureOf(tx, reference))).revision
  const recalled = recallInput.parse({ revision: await revisionOf(), number: 1, reason: longWord })
  must('a recall', await recall({ db }, owner, reference, recalled))
  const withdrawn = { revision: await revisionOf(), reason: longWord }
  must('a withdrawal', await withdraw({ db }, owner, reference, withdrawn))
}

async function plantNotice(db: Database): Promise<string> {
  const words = { risk: longWord, technology: longWord, envisaged: longWord, timetable: longWord }
  const input = openNoticeInput.parse({
    key: randomUUID(),
    kind: 'national-control-list',
    originalLanguage: 'de',
    title: longWord,
    grounds: ['public-security'],
    marking: 'none',
    contact: longWord,
    ...words,
  })
  const { reference } = must('a notice', await openNotice({ db }, drafter, input))
  const { revision } = await db.transaction((tx) => measureOf(tx, reference))
  const given = { key: randomUUID(), revision, ...words, commentsBy: '', audience: 'all' }
  must('giving it', await giveNotice({ db }, owner, reference, giveNoticeInput.parse(given)))
  return reference
}

async function plantAdopted(db: Database): Promise<string> {
  const reference = await open(db)
  const gazette = { gazette: longWord, reference: longWord, url: `https://example.org/${longWord}` }
  const revision = async () => (await db.transaction((tx) => measureOf(tx, reference))).revision
  const adoption = forms.recordAdoptionInput.parse({
    key: randomUUID(),
    revision: await revision(),
    actTitle: longWord,
    actNumber: longWord,
    adoptedOn: '2025-03-03',
    ...gazette,
    gazettedOn: '2025-03-05',
    inForceOn: '2025-04-01',
  })
  must('adoption', await recordAdoption({ db }, owner, reference, adoption))
  const corrected = forms.recordGazetteInput.parse({
    revision: await revision(),
    ...gazette,
    gazettedOn: '2025-03-06',
    correction: longWord,
  })
  must('a correction', await recordGazette({ db }, owner, reference, corrected))

  await plantNotification(db, reference, await revision())
  await plantPublication(db, reference, revision)
  return reference
}

async function plantNotification(db: Database, reference: string, revision: number) {
  const id = randomUUID()
  const pack = { key: id, revision, reasons: longWord, description: longWord, contact: longWord }
  must('a notification', await prepareNotification({ db }, owner, reference, pack))
  const sent = {
    addressees: notificationAddressees('NL', delegationCodes),
    channel: longWord,
    sentOn: '2025-03-07',
    reference: longWord,
  }
  must('sending', await recordSending({ db }, owner, reference, id, sent))
  const receipt = { acknowledgedOn: '2025-03-10', reference: longWord }
  must('a receipt', await acknowledge({ db }, officer, reference, id, receipt))
  const [answered, open] = [randomUUID(), randomUUID()]
  for (const key of [answered, open]) {
    const question = { key, question: longWord }
    must('a question', await askMissingContent({ db }, officer, reference, id, question))
  }
  const answer = { questionId: answered, answer: longWord }
  must('an answer', await supplyMissingContent({ db }, owner, reference, id, answer))
}

async function plantPublication(db: Database, reference: string, revision: () => Promise<number>) {
  const published = forms.recordPublicationInput.parse({
    revision: await revision(),
    ojReference: 'C/2025/77777',
    publishedOn: '2025-03-20',
  })
  must('publication', await recordPublication({ db }, officer, reference, published))
  const measure = await db.transaction((tx) => measureOf(tx, reference))
  const [entry] = await findEntriesOfMeasure(db, measure.id)
  if (!entry) throw new Error('the adopted list has an entry')
  const compilation = forms.recordCompilationInput.parse({
    key: randomUUID(),
    kind: 'update',
    ojReference: 'C/2025/77778',
    publishedOn: '2025-04-20',
    title: longWord,
    url: `https://example.org/${longWord}`,
    note: longWord,
    entryIds: [entry.id],
  })
  must('a compilation', await recordCompilation({ db }, officer, compilation))
  const coverage = {
    entryId: entry.id,
    annexICode: upTo(40),
    extent: 'partly',
    since: '2025-11-15',
  }
  must('coverage', await recordCoverage({ db }, officer, forms.recordCoverageInput.parse(coverage)))

  const relied = randomUUID()
  for (const key of [relied, randomUUID()]) {
    const requirement = forms.recordRequirementInput.parse({
      key,
      exporterInformedOn: '2025-05-05',
      customsInformedOn: '',
      informed: 'all',
      informationReason: longWord,
      information: longWord,
    })
    must('a requirement', await recordRequirement({ db }, germany, entry.id, requirement))
  }
  const end = { endedOn: '2025-06-06', reason: longWord }
  must('an end', await endRequirement({ db }, germany, relied, end))
  const refusal = { key: randomUUID(), duesReference: upTo(100), refusedOn: '2025-06-01' }
  must('a refusal', await recordRefusal({ db }, germany, entry.id, refusal))
  const repeal = { revision: await revision(), repealedOn: '2026-01-01', repealedBy: longWord }
  must(
    'a repeal',
    await recordRepeal({ db }, owner, reference, forms.recordRepealInput.parse(repeal)),
  )
}

/** First, so that acts bear these names. */
async function plantPeople(db: Database) {
  const mailbox = `${upTo(64)}@${'post-of-the-delegation.'.repeat(4)}example.org`
  const settings = settingsInput.parse({ functionalMailbox: mailbox })
  must('settings', await changeSettings({ db }, administrator, settings))
  must(
    'own post',
    await setOwnAddress({ db }, drafter, ownAddressInput.parse({ address: mailbox })),
  )
  const person = { name: upTo(120), officeId: null }
  const invited = inviteInput.parse({
    key: randomUUID(),
    ...person,
    officeId: '',
    roles: ['expert'],
  })
  must('an invitation', await invitePerson({ db }, administrator, invited))
  for (const { personId } of [owner, drafter, administrator])
    must('a name', await changePerson({ db }, administrator, personId, person))
}
