import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { isoCountry } from '#app/measures/delegations.ts'
import { type Day, type MeasureKind, referenceInAddress } from '#app/measures/measure.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { XmlElement } from '#app/xml/element.ts'
import { element } from '#app/xml/write-xml.ts'
import { parameterConcept } from './inline.ts'
import { inThreeLetters } from './languages.ts'

/** What a document says of itself: its names and its life, where it was published, and what it refers to. */

/** What is known of the act that brought a text, each date on its own. */
export interface Act {
  readonly reference: string
  readonly kind: MeasureKind
  readonly title: string
  readonly number: string
  readonly language: string
  /** Null where the day is not established; so is that of a gazette that is named. */
  readonly adoptedOn: Day | null
  readonly gazette: string | null
  readonly gazetteReference: string | null
  readonly gazetteUrl: string | null
  readonly gazettedOn: Day | null
  readonly inForceOn: Day | null
  readonly publishedOn: Day | null
  readonly publicationReference: string | null
  readonly repealedOn: Day | null
  readonly expiredOn: Day | null
}

export interface Telling {
  readonly words: LocaleFormat
  readonly origin: string
  readonly notice: string
}

type EventName =
  | 'adopted'
  | 'gazetted'
  | 'in-force'
  | 'published'
  | 'compiled'
  | 'removed'
  | 'applies'
  | 'last-day'
  | 'ended'
  | 'repealed'
  | 'expired'

interface Event {
  readonly name: EventName
  readonly on: Day
}

export function dated(name: EventName, on: Day | null): Event[] {
  return on === null ? [] : [{ name, on }]
}

export function eventsOf(act: Act): Event[] {
  return [
    ...dated('adopted', act.adoptedOn),
    ...dated('gazetted', act.gazettedOn),
    ...dated('in-force', act.inForceOn),
    ...dated('published', act.publishedOn),
    ...dated('repealed', act.repealedOn),
    ...dated('expired', act.expiredOn),
  ]
}

interface Meant {
  readonly portion: { readonly eId: string; readonly showAs: string } | null
  /** Where the register has it. */
  readonly address: string
  readonly events: readonly Event[]
  readonly force: { readonly from: Day | null; readonly until: Day | null }
  /** Where the register has the measure that this one changes. */
  readonly changes: string | null
}

export function meta(
  { issuer, act }: { readonly issuer: MemberStateCode; readonly act: Act },
  { words, origin, notice }: Telling,
  meant: Meant,
): XmlElement {
  const events = named(meant.events)
  return element(
    'meta',
    {},
    identification(issuer, act, meant),
    publication(act),
    events.length > 0 &&
      element(
        'lifecycle',
        { source: '#register' },
        events.map(({ name, on, eId }) =>
          element('eventRef', {
            eId,
            date: on,
            source: name === 'adopted' ? '#original' : '#issuer',
            refersTo: `#${name}`,
            type: name === 'adopted' ? 'generation' : name === 'repealed' ? 'repeal' : null,
            originatingExpression: name === 'adopted' ? 'true' : null,
          }),
        ),
      ),
    inForce(events, meant.force),
    references(issuer, act, meant, { words, origin }, events),
    element(
      'proprietary',
      { source: '#register' },
      element('notice', { xmlns: `${origin}/register/data#`, 'xml:lang': words.locale }, notice),
    ),
  )
}

/** In their order in time; those of one kind are told apart by a number. */
function named(events: readonly Event[]) {
  const counts = new Map<EventName, number>()
  return events
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((event) => {
      const count = (counts.get(event.name) ?? 0) + 1
      counts.set(event.name, count)
      return { ...event, eId: `event_${event.name}${count > 1 ? `-${count}` : ''}` }
    })
}

/** Work, expression and manifestation, as the naming convention writes their addresses. */
function identification(issuer: MemberStateCode, act: Act, meant: Meant): XmlElement {
  const { work, expression, part } = frbrOf(issuer, act, meant)
  const manifestation = `${expression}.xml`
  const adopted = element('FRBRdate', dateOf(act))
  const author = element('FRBRauthor', { href: '#issuer' })
  const name = (uri: string) => [
    element('FRBRthis', { value: `${uri}/!main${part}` }),
    element('FRBRuri', { value: uri }),
  ]
  return element(
    'identification',
    { source: '#register' },
    element(
      'FRBRWork',
      {},
      name(work),
      element('FRBRalias', { name: 'register', value: act.reference }),
      adopted,
      author,
      element('FRBRcountry', { value: isoCountry(issuer).toLowerCase() }),
      act.number !== '' && element('FRBRnumber', { value: act.number }),
      element('FRBRname', { value: act.title }),
      element('FRBRprescriptive', { value: 'true' }),
    ),
    element(
      'FRBRExpression',
      {},
      name(expression),
      act.gazetteUrl !== null && element('FRBRalias', { name: 'authentic', value: act.gazetteUrl }),
      act.gazette !== null && element('FRBRalias', { name: 'gazette', value: gazetteOf(act) }),
      adopted,
      author,
      element('FRBRauthoritative', { value: 'false' }),
      element('FRBRlanguage', { language: inThreeLetters(act.language) }),
    ),
    element(
      'FRBRManifestation',
      {},
      name(manifestation),
      element('FRBRalias', { name: 'address', value: meant.address }),
      element('FRBRdate', {
        ...((act.gazettedOn ?? act.publishedOn)
          ? { date: act.gazettedOn ?? act.publishedOn, name: 'publication' }
          : dateOf(act)),
      }),
      element('FRBRauthor', { href: '#register' }),
      meant.portion !== null &&
        element('FRBRportion', { from: `#${meant.portion.eId}`, showAs: meant.portion.showAs }),
      element('FRBRformat', { value: 'application/akn+xml' }),
    ),
  )
}

/** The schema wants a day. Where that of adoption is not established it is one by which it was adopted. */
function dateOf({ adoptedOn, gazettedOn, inForceOn, publishedOn }: Act) {
  if (adoptedOn !== null) return { date: adoptedOn, name: 'adoption' }
  const known = [gazettedOn, inForceOn, publishedOn].flatMap((day) => day ?? []).toSorted()[0]
  return known
    ? { date: known, name: 'adopted-by' }
    : { date: '0001-01-01', name: 'not-established' }
}

function gazetteOf({ gazette, gazetteReference }: Act): string {
  return [gazette, gazetteReference].filter(Boolean).join(', ')
}

function frbrOf(issuer: MemberStateCode, act: Act, { portion }: Pick<Meant, 'portion'>) {
  const country = isoCountry(issuer).toLowerCase()
  const { date } = dateOf(act)
  const work = `/akn/${country}/act/${date}/${referenceInAddress(act.reference)}`
  const expression = `${work}/${inThreeLetters(act.language)}@${date}`
  return { work, expression, part: portion === null ? '' : `~${portion.eId}` }
}

/** Where the authentic text stands: in the national gazette, or else in the Official Journal. */
function publication(act: Act): XmlElement | null {
  const { gazette, gazetteReference, gazettedOn, publishedOn, publicationReference } = act
  if (gazettedOn !== null) {
    const name = gazette ?? ''
    const showAs = gazetteOf(act)
    return element('publication', { date: gazettedOn, name, number: gazetteReference, showAs })
  }
  if (publishedOn === null) return null
  return element('publication', {
    date: publishedOn,
    name: 'Official Journal of the European Union, C series',
    number: publicationReference,
    showAs: publicationReference ?? '',
  })
}

/** From when to when it is in force, by the events that say so. */
function inForce(
  events: readonly (Event & { eId: string })[],
  { from, until }: Meant['force'],
): XmlElement | null {
  const begins = events.find(({ name, on }) => beginnings.has(name) && on === from)
  const ends = events.find(({ name, on }) => endings.has(name) && on === until)
  if (!begins) return null
  return element(
    'temporalData',
    { source: '#register' },
    element(
      'temporalGroup',
      { eId: 'period_force' },
      element('timeInterval', {
        start: `#${begins.eId}`,
        end: ends ? `#${ends.eId}` : null,
        refersTo: '#inForce',
      }),
    ),
  )
}

const beginnings: ReadonlySet<EventName> = new Set(['in-force', 'applies'])
const endings: ReadonlySet<EventName> = new Set(['ended', 'last-day', 'repealed', 'expired'])

function references(
  issuer: MemberStateCode,
  act: Act,
  meant: Meant,
  { words, origin }: Pick<Telling, 'words' | 'origin'>,
  events: readonly Event[],
): XmlElement {
  const { t, stateName } = words
  const data = `${origin}/register/data`
  const { expression } = frbrOf(issuer, act, { portion: null })
  return element(
    'references',
    { source: '#register' },
    element('original', { eId: 'original', href: expression, showAs: act.title }),
    meant.changes !== null &&
      element('activeRef', { eId: 'changed', href: meant.changes, showAs: meant.changes }),
    element('TLCOrganization', {
      eId: 'issuer',
      href: `/akn/ontology/organization/${issuer.toLowerCase()}`,
      showAs: stateName(issuer),
    }),
    element('TLCOrganization', {
      eId: 'register',
      href: `${origin}/register`,
      showAs: t('register.title'),
    }),
    element('TLCConcept', {
      eId: parameterConcept,
      href: `${data}#control-parameter`,
      showAs: t('open-data.akn.control-parameter'),
    }),
    element('TLCConcept', {
      eId: 'inForce',
      href: `${data}#in-force`,
      showAs: t('open-data.akn.in-force'),
    }),
    [...new Set(events.map(({ name }) => name))].map((name) =>
      element('TLCEvent', {
        eId: name,
        href: `${data}#${name}`,
        showAs: t(`open-data.akn.event.${name}`),
      }),
    ),
  )
}
