import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DraftingRoom } from '#app/components/editor/drafting-room.tsx'
import type { FindCodes } from '#app/components/editor/references.ts'
import { LocaleProvider } from '#app/components/locale.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import type { Displaced } from '#app/queries/lost-words.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { codesAtOnce, isOfAnnexI } from '#app/text/references.ts'
import { emptyDraft, schemaVersion } from '#app/text/schema.ts'
import { connectLive } from '#realtime/client.ts'
import { openDocument } from '#realtime/client-document.ts'
import { depositions, scanners } from '#tests/text/sample.ts'
import { JoinedRooms, type JoinedRoom } from './joined-room.ts'

/**
 * A page with a draft in the portal (`?document=`), or with one that one or two people (`?people=`)
 * write in this page alone, or with a frozen text (`?show=frozen`); of tables and lists (`?sample=tables`).
 */

declare global {
  interface Window {
    /** The rooms that are open now, by their order. */
    rooms: JoinedRoom[]
    joined: JoinedRooms
    content(room: number): Content
    /** What the portal would say has lost its place. */
    displaced?: Partial<Displaced>
    /** Codes that have come into the list of Spain since. */
    published?: string[]
    /** The portal cannot be asked. */
    isCutOff?: boolean
    /** The codes that the portal was asked for. */
    asked?: string[]
  }
}

const query = new URLSearchParams(location.search)
const content = query.has('empty') ? emptyDraft() : filled()
const people = [
  { name: 'Drafter, Netherlands', delegation: 'NL', colour: '#004494' },
  { name: 'Expert, Netherlands', delegation: 'NL', colour: '#a3195b' },
].slice(0, Number(query.get('people') ?? 1))

/** The sample with the sections that it lacks. */
function filled(): Content {
  const sample = query.get('sample') === 'tables' ? depositions : scanners
  const sections = (emptyDraft().content ?? []).map(
    (empty) => sample.content?.find((section) => section.attrs?.key === empty.attrs?.key) ?? empty,
  )
  return { type: 'doc', content: sections }
}

const all = new JoinedRooms(content)
window.rooms = []
window.joined = all
window.content = (room) => shownContent(opened(room).text)

function opened(place: number): JoinedRoom {
  const room = window.rooms[place]
  if (!room) throw new Error(`no room ${place}`)
  return room
}

const openers = people.map((person, place) => () => {
  const room = all.open(person)
  window.rooms[place] = room
  return room
})

const documentId = query.get('document')
const openFromPortal = () => openDocument(connectLive(), documentId ?? '', schemaVersion)

/** What the portal would say: one entry is in the list of Spain. */
const findCodes: FindCodes = async (codes) => {
  if (codes.length > codesAtOnce) throw new Error('too many codes were asked for at once')
  window.asked = [...(window.asked ?? []), ...codes]
  if (window.isCutOff) throw new Error('no connection')
  return codes.flatMap((written) => {
    const meant = ['1B1901', ...(window.published ?? [])].some((code) => written.startsWith(code))
      ? ({ issuer: 'ES', code: written.split('.')[0] ?? '' } as const)
      : isOfAnnexI(written) && ({ issuer: 'EU', code: written } as const)
    return meant ? [{ ...meant, target: null, written }] : []
  })
}

const findDisplaced = () =>
  Promise.resolve({ lost: [], doubled: [], stranded: [], struck: [], ...window.displaced })

function Page() {
  if (documentId)
    return (
      <DraftingRoom
        open={openFromPortal}
        findCodes={findCodes}
        findDisplaced={findDisplaced}
        language="en"
        aside={() => null}
      />
    )
  if (query.get('show') === 'frozen') return <Frozen />
  return (
    <>
      {openers.map((open, place) => (
        <div key={people[place]?.name} id={`person-${place}`}>
          <DraftingRoom
            open={open}
            findCodes={findCodes}
            findDisplaced={findDisplaced}
            language="en"
            aside={() => null}
          />
        </div>
      ))}
    </>
  )
}

function Frozen() {
  const marks = [
    { threadId: 't1', label: '1', elementId: 'f5ap', from: 2, to: 14 },
    { threadId: 't2', label: '2', elementId: 'f5a', from: 8, to: 26 },
    { threadId: 't3', label: '3', elementId: 'f6', from: null, to: null },
  ]
  const check = checkContent(content)
  if (!check.ok) throw new Error(check.reason)
  return (
    <FrozenText
      content={check.content}
      marks={marks}
      activeThread="t2"
      onComment={(element) => console.info(`comment ${element.id}`)}
      onSelect={(choice) => console.info(`choice ${JSON.stringify(choice)}`)}
    />
  )
}

const place = document.querySelector('main')
if (!place) throw new Error('no place for the page')
createRoot(place).render(
  <StrictMode>
    <LocaleProvider locale="en" now="2026-11-21T09:00:00Z">
      <h1>Amendment of the list of advanced semiconductor equipment</h1>
      <Page />
    </LocaleProvider>
  </StrictMode>,
)
