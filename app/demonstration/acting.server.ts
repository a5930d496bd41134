import { randomUUID } from 'node:crypto'
import type { XmlFragment } from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { nothing, withCodesFollowed } from '#app/commands/follow-codes.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { share } from '#app/commands/share.server.ts'
import type { Day } from '#app/measures/measure.ts'
import { openFileInput, type Share, shareInput } from '#app/measures/inputs.ts'
import { recordAdoptionInput } from '#app/measures/record-inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import { writeLive } from '#app/text/live-edit.ts'
import { appendContent } from '#app/text/live-text.ts'
import type { Tx } from '#db/client.server.ts'
import { appendServerEdit } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { type DemoList, formDay } from './lists/list.ts'
import { demoPersonId } from './load-people.server.ts'
import { demoPeople } from './people.ts'

/** The demonstration is made by the portal's own commands, so that its record is a true one. */
export interface Demonstration {
  readonly tx: Tx
  readonly deps: Deps
}

/** One of the demo people as they act: `nl-drafter`. */
export function demoActor(key: string): Actor {
  const person = demoPeople.find((candidate) => candidate.key === key)
  if (!person) throw new Error(`the demonstration has no ${key}`)
  return {
    personId: demoPersonId(key),
    name: person.name,
    delegation: person.delegation,
    officeId: null,
    roles: person.roles,
    chairOf: person.body ? [person.body] : [],
    draftersMayRelease: false,
  }
}

export function drafterOf(owner: string): Actor {
  return demoActor(`${owner.toLowerCase()}-drafter`)
}

/** Who releases for a delegation: a representative, or the Commission's officer. */
export function releaserOf(delegation: string): Actor {
  return demoActor(
    delegation === 'COM' ? 'com-officer' : `${delegation.toLowerCase()}-representative`,
  )
}

/** What the demonstration does must be possible: a refusal is a mistake in it. */
export function must<T>(what: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`the demonstration: ${what} was refused: ${result.reason}`)
  return result
}

export async function openList(
  { tx, deps }: Demonstration,
  list: DemoList,
  changes = '',
): Promise<string> {
  const actor = drafterOf(list.owner)
  const { owner: _, content, act: __, language, ...details } = list
  const input = openFileInput.parse({
    key: randomUUID(),
    ...details,
    grounds: [...details.grounds],
    originalLanguage: language,
    changes,
    marking: 'none',
    contact: '',
  })
  const { reference } = must(`opening ${list.title}`, await openFile(deps, actor, input))
  await writeDraft({ tx, deps }, actor, reference, content)
  return reference
}

/** Puts a text in the place of what the draft says, through the log like every other edit. */
export function writeDraft(
  demonstration: Demonstration,
  actor: Actor,
  reference: string,
  content: Content,
): Promise<void> {
  return editDraft(demonstration, actor, reference, content, (text, followed) => {
    text.delete(0, text.length)
    appendContent(text, followed)
  })
}

/** Makes the draft say something else where it differs, as people do: the words that stay are the same ones. */
export function reviseDraft(
  demonstration: Demonstration,
  actor: Actor,
  reference: string,
  content: Content,
): Promise<void> {
  return editDraft(demonstration, actor, reference, content, writeLive)
}

async function editDraft(
  { tx }: Demonstration,
  actor: Actor,
  reference: string,
  after: Content,
  edit: (text: XmlFragment, content: Content) => void,
): Promise<void> {
  const measure = await findMeasureByReference(tx, reference)
  if (!measure?.documentId) throw new Error(`${reference} has no draft`)
  const { documentId, owner } = measure
  // As they would be if it had been written here, or brought in.
  const content = await withCodesFollowed(tx, actor, owner, { before: nothing, after })
  const edited = await appendServerEdit(tx, actor, documentId, (text) => edit(text, content))
  must(`writing ${reference}`, edited)
}

export async function shareDraft(
  { tx, deps }: Demonstration,
  owner: string,
  reference: string,
  sharing: Partial<Share> & { commentsBy?: Day | null },
): Promise<void> {
  const { revision } = await measureOf(tx, reference)
  const input = shareInput.parse({
    key: randomUUID(),
    revision,
    coverNote: '',
    audience: 'all',
    ...sharing,
    commentsBy: sharing.commentsBy ?? '',
  })
  must(`sharing ${reference}`, await share(deps, releaserOf(owner), reference, input))
}

export async function adopt(
  { tx, deps }: Demonstration,
  list: DemoList,
  reference: string,
): Promise<void> {
  if (!list.act) throw new Error(`${list.title} is not adopted`)
  const { revision } = await measureOf(tx, reference)
  const { act } = list
  const input = recordAdoptionInput.parse({
    key: randomUUID(),
    revision,
    actTitle: act.title,
    actNumber: act.number,
    adoptedOn: formDay(act.adoptedOn),
    gazette: act.gazette ?? '',
    reference: act.gazetteReference ?? '',
    url: '',
    gazettedOn: formDay(act.gazettedOn),
    inForceOn: formDay(act.inForceOn),
  })
  must(
    `adopting ${reference}`,
    await recordAdoption(deps, releaserOf(list.owner), reference, input),
  )
}

export async function measureOf(tx: Tx, reference: string) {
  const measure = await findMeasureByReference(tx, reference)
  if (!measure) throw new Error(`the demonstration has no file ${reference}`)
  return measure
}
