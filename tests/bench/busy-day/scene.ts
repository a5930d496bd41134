import type { Actor } from '../../../app/access/actor.ts'
import { referenceInAddress } from '../../../app/measures/measure.ts'
import type { Content } from '../../../app/text/content.ts'
import type { OpenDatabase } from '../../../db/client.server.ts'
import { sceneIn } from '../../commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '../../text/sample.ts'
import { signIn } from '../sign-in.ts'
import { cast } from './cast.ts'

/** A person before a screen, signed in. */
export interface Seat {
  actor: Actor
  cookie: string
}

/** A file that everybody has, and 150 people who are signed in to look at it. */
export interface BusyFile {
  reference: string
  path: string
  seats: Seat[]
}

export async function fillBusyFile({ db }: OpenDatabase, origin: string): Promise<BusyFile> {
  const scene = sceneIn(db)
  const seats: Seat[] = []
  for (const { delegation, role } of cast) {
    const actor = await scene.person(delegation, role)
    seats.push({ actor, cookie: await signIn(db, origin, actor) })
  }
  const owner = seats.find(({ actor }) => actor.delegation === 'NL')?.actor
  if (!owner) throw new Error('nobody owns the file')
  const reference = await scene.file(owner)
  const number = await scene.share(owner, reference, { kind: 'all' }, longList)
  return { reference, path: `/files/${referenceInAddress(reference)}/versions/${number}`, seats }
}

const entries = 60
const points = 8

/** A list as long as the longest national ones: 60 entries with 8 points each. */
const longList: Content = doc(
  section('subject', paragraph('s1', 'A list of advanced equipment')),
  section(
    'items',
    ...Array.from({ length: entries }, (_, index) =>
      entry(
        { id: `e${index}`, code: `3B${801 + index}` },
        heading(`e${index}h`, `Equipment of the kind ${index}, as follows:`),
        ...Array.from({ length: points }, (_, place) =>
          point(
            { id: `e${index}p${place}` },
            paragraph(
              `e${index}p${place}w`,
              `a source of ${200 + place} nm or more, specially designed`,
            ),
          ),
        ),
      ),
    ),
  ),
)

/** A place in the list that can be commented on, by a number. */
export function placeIn(number: number): { element: string } {
  return { element: `e${number % entries}p${number % points}` }
}

export function entryIn(number: number): string {
  return `3B${801 + (number % entries)}`
}
