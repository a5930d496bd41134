import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { addAttachment } from '#app/commands/add-attachment.server.ts'
import { addTranslation } from '#app/commands/add-translation.server.ts'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordNationalStep } from '#app/commands/record-national-step.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { share } from '#app/commands/share.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { demoActor, must, writeDraft } from '#app/demonstration/acting.server.ts'
import { draft } from '#app/demonstration/text.ts'
import { releaseCommentsInput, writeCommentInput } from '#app/measures/comment-inputs.ts'
import {
  attachmentInput,
  giveNoticeInput,
  type OpenFile,
  openFileInput,
  openNoticeInput,
  shareInput,
} from '#app/measures/inputs.ts'
import { recordAdoptionInput, recordRequirementInput } from '#app/measures/record-inputs.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { keepUpload } from '#db/word.server.ts'
import { entries } from '#db/schema/register.ts'

/** Words that stand nowhere else, each in a place that only some may read. */
export const planted = {
  /** In a file that was never shared: only the Netherlands. */
  unshared: 'zyxquarzit',
  /** In a version shared with Germany and nobody else. */
  forGermany: 'kryptonfels',
  /** In a courtesy translation of that version. */
  translatedForGermany: 'glossenbruch',
  /** In comments that Germany did not release. */
  insideGermany: 'murmelbach',
  /** In a comment that Germany released to the owner only. */
  forTheOwner: 'quittenhain',
  /** In a list that was adopted and is in force, and that no gazette and no notification has told of. */
  unpublished: 'dravitkamm',
  /** In the part of a published list that prepared it. */
  preparing: 'hornblendetal',
  /** In an amendment of that list that nobody has told of. */
  amending: 'feldspatgrund',
  /** In what Italy told nobody about a requirement. */
  insideItaly: 'tramontanella',
} as const

/** Plants every word by the portal's own commands; gives the references of the files in which they are. */
export async function plantWords(db: Database) {
  const nl = demoActor('nl-drafter')
  const unshared = await plantUnshared(db, nl)
  const shared = await plantForGermany(db, nl)
  const notice = await plantNotice(db, nl)
  const comments = await plantComments(db, shared)
  await plantRequirement(db)
  const adopted = await plantAdopted(db, nl)
  return { unshared, shared, notice, amendment: await amendment(db), comments, ...adopted }
}

/** Two lists and an amendment, adopted: only one of them stands in a gazette. */
async function plantAdopted(db: Database, nl: Actor) {
  const unpublished = await adopted(db, nl, {
    ...file(`A list for ${planted.unpublished}`),
    words: { subject: [planted.unpublished] },
    entry: { code: '8A978', heading: `Items of ${planted.unpublished}` },
  })
  const published = await adopted(db, nl, {
    ...file('Submersibles'),
    words: { subject: ['Submersibles'], risk: [planted.preparing], operators: [planted.preparing] },
    entry: { code: '8A977', heading: 'Submersibles' },
    gazette: 'Staatscourant',
  })
  const amending = await adopted(db, nl, {
    ...file(`Amendment for ${planted.amending}`),
    kind: 'amendment',
    changes: published,
    words: { subject: [planted.amending] },
    entry: { code: '8A977', heading: `Items of ${planted.amending}` },
  })
  return { unpublished, published, amending }
}

interface ToAdopt extends OpenFile {
  words: Parameters<typeof draft>[0]
  entry: { code: string; heading: string }
  gazette?: string
}

async function adopted(
  db: Database,
  nl: Actor,
  { words, entry, gazette = '', ...opened }: ToAdopt,
) {
  const { reference } = must('opening', await openFile({ db }, nl, opened))
  const content = draft(words, [{ ...entry, children: [] }])
  await db.transaction((tx) => writeDraft({ tx, deps: { db: tx } }, nl, reference, content))
  const input = recordAdoptionInput.parse({
    key: randomUUID(),
    revision: (await findMeasureByReference(db, reference))?.revision,
    actTitle: gazette ? 'Regeling onderwatervaartuigen' : opened.title,
    actNumber: '',
    adoptedOn: '2026-01-12',
    gazette,
    reference: '',
    url: '',
    gazettedOn: gazette ? '2026-01-14' : '',
    inForceOn: '2026-02-01',
  })
  const releaser = demoActor('nl-representative')
  must('adopting', await recordAdoption({ db }, releaser, reference, input))
  return reference
}

async function plantUnshared(db: Database, nl: Actor): Promise<string> {
  const word = planted.unshared
  const { reference } = must('opening', await openFile({ db }, nl, file(`A list for ${word}`)))
  await writeUnshared(db, reference)
  must(
    'a step',
    await recordNationalStep({ db }, nl, reference, { key: randomUUID(), title: word, on: null }),
  )
  await attach(db, reference, word, false)
  return reference
}

async function attach(db: Database, reference: string, word: string, isShared: boolean) {
  const measure = await findMeasureByReference(db, reference)
  const input = attachmentInput.parse({
    key: randomUUID(),
    revision: measure?.revision,
    kind: 'attachment',
    language: '',
    name: word,
    isShared: isShared ? 'on' : undefined,
  })
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${word}\n%%EOF`)
  const file = { name: `${word}.pdf`, bytes }
  const added = await addAttachment({ db }, demoActor('nl-drafter'), reference, input, file)
  must('an attachment', added)
}

/** Through the log of the draft, like every other edit: who has it open receives the update. */
export async function writeUnshared(db: Database, reference: string): Promise<void> {
  const content = textWith(planted.unshared)
  await db.transaction((tx) =>
    writeDraft({ tx, deps: { db: tx } }, demoActor('nl-drafter'), reference, content),
  )
}

async function plantForGermany(db: Database, nl: Actor): Promise<string> {
  const word = planted.forGermany
  const { reference } = must('opening', await openFile({ db }, nl, file(`A list for ${word}`)))
  await db.transaction((tx) => writeDraft({ tx, deps: { db: tx } }, nl, reference, textWith(word)))
  await attach(db, reference, word, true)
  const measure = await findMeasureByReference(db, reference)
  const input = shareInput.parse({
    key: randomUUID(),
    revision: measure?.revision,
    coverNote: `See ${word}.`,
    commentsBy: '',
    audience: 'named',
    delegations: ['DE'],
  })
  must('sharing', await share({ db }, demoActor('nl-representative'), reference, input))
  await plantTranslation(db, reference)
  return reference
}

async function plantTranslation(db: Database, reference: string): Promise<void> {
  const representative = demoActor('nl-representative')
  const measure = await findMeasureByReference(db, reference)
  const version = measure?.versions[0]
  if (!measure || !version) throw new Error('the file was shared')
  const id = randomUUID()
  const content = textWith(planted.translatedForGermany)
  const document = { content, comments: [], proposals: [], notTaken: [], origin: null }
  await keepUpload(db, {
    id,
    measureId: measure.id,
    versionId: version.id,
    language: 'de',
    personId: representative.personId,
    name: `${planted.translatedForGermany}.docx`,
    sha256: '0'.repeat(64),
    document,
  })
  const place = { reference, number: version.number }
  const added = await addTranslation({ db }, representative, place, id, { key: randomUUID() })
  must('a translation', added)
}

async function plantNotice(db: Database, nl: Actor): Promise<string> {
  const word = planted.forGermany
  const words = { risk: word, technology: word, envisaged: word, timetable: '' }
  const opened = openNoticeInput.parse({
    ...file(`A notice about ${word}`),
    ...words,
  })
  const { reference } = must('a notice', await openNotice({ db }, nl, opened))
  const measure = await findMeasureByReference(db, reference)
  const input = giveNoticeInput.parse({
    key: randomUUID(),
    revision: measure?.revision,
    ...words,
    commentsBy: '',
    audience: 'named',
    delegations: ['DE'],
  })
  must('giving it', await giveNotice({ db }, demoActor('nl-representative'), reference, input))
  return reference
}

/** In the amendment that all have and in the file that Germany has. */
export async function plantComments(db: Database, shared: string): Promise<string[]> {
  const drafter = demoActor('de-drafter')
  const onAmendment = { reference: await amendment(db), number: 2 }
  const say = async (place: { reference: string; number: number }, body: string) => {
    const input = writeCommentInput.parse({ key: randomUUID(), commentType: 'scope', body })
    return must('a comment', await writeComment({ db }, drafter, place, input)).commentId
  }
  const inner = await say(onAmendment, planted.insideGermany)
  const innerOnShared = await say({ reference: shared, number: 1 }, planted.insideGermany)
  const forTheOwner = await say(onAmendment, planted.forTheOwner)
  const release = releaseCommentsInput.parse({ comments: [`${forTheOwner}:1`], audience: 'owner' })
  must(
    'the release',
    await releaseComments({ db }, demoActor('de-representative'), onAmendment.reference, release),
  )
  return [inner, innerOnShared, forTheOwner]
}

async function plantRequirement(db: Database): Promise<void> {
  const rows = await db.select({ id: entries.id, code: entries.code }).from(entries)
  const entry = rows.find(({ code }) => code === '1B1901')
  if (!entry) throw new Error('the demonstration has a published entry')
  const input = recordRequirementInput.parse({
    key: randomUUID(),
    exporterInformedOn: '2026-01-15',
    customsInformedOn: '',
    informed: 'nobody',
    informationReason: planted.insideItaly,
    information: '',
  })
  must(
    'a requirement',
    await recordRequirement({ db }, demoActor('it-representative'), entry.id, input),
  )
}

async function amendment(db: Database): Promise<string> {
  const measure = await findMeasureByReference(db, `${new Date().getFullYear()}/NL/0003`)
  if (measure?.stage !== 'shared') throw new Error('the demonstration has a shared amendment')
  return measure.reference
}

function file(title: string) {
  return openFileInput.parse({
    key: randomUUID(),
    kind: 'national-control-list',
    changes: '',
    originalLanguage: 'nl',
    title,
    grounds: ['public-security'],
    marking: 'none',
    contact: '',
  })
}

function textWith(word: string) {
  return draft({ subject: [`Subject ${word}`], risk: [word] }, [
    { code: '3B899', heading: `Items of ${word}`, children: [] },
  ])
}
