import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { isoCountry } from '#app/measures/delegations.ts'
import { type Day, type MeasureKind, referenceInAddress } from '#app/measures/measure.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { editionAddress, measureAddress } from '#app/open-data/addresses.ts'
import { idOf, type Content, withIds } from '#app/text/content.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import type { ContentNode } from '#app/text/content.ts'
import type { XmlElement } from '#app/xml/element.ts'
import { element, writeXml } from '#app/xml/write-xml.ts'
import { Identifiers } from './identifiers.ts'
import { parameterConcept } from './inline.ts'
import { inThreeLetters } from './languages.ts'
import { TextWriter } from './text.ts'

/**
 * Published texts in Akoma Ntoso 3.0 (OASIS Standard of 29 August 2018): a measure as an act, an edition of
 * an entry as a portion of one. Neither is authentic, and each says so and where the authentic text is.
 */

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

interface Telling {
  readonly words: LocaleFormat
  readonly origin: string
  readonly notice: string
}

interface Measure {
  readonly issuer: MemberStateCode
  readonly act: Act
  readonly inCompilationOn: Day | null
  /** The reference of the published measure that this one changes. */
  readonly changes: string | null
  readonly content: Content
}

interface Edition {
  readonly issuer: MemberStateCode
  readonly act: Act
  readonly id: string
  readonly key: string
  readonly code: string
  readonly content: ContentNode
  readonly inForceFrom: Day | null
  readonly lastDay: Day | null
  readonly endedOn: Day | null
  readonly inCompilation: readonly { readonly from: Day; readonly until: Day | null }[]
}

export function aknAct(measure: Measure, telling: Telling): string {
  const { act, content } = measure
  const { words, origin } = telling
  const identifiers = new Identifiers()
  const text = withIds(content)
  for (const section of text.content ?? []) identifiers.section(section)
  const writer = new TextWriter({ words, origin, identifiers, language: act.language })
  const sections = (text.content ?? []).map((section) => writer.section(section))
  const { changes } = measure
  return akomaNtoso(
    element(
      'act',
      { name: act.kind, contains: 'originalVersion' },
      meta(measure, telling, {
        portion: null,
        address: origin + measureAddress(act.reference),
        events: [...eventsOf(act), ...dated('compiled', measure.inCompilationOn)],
        force: { from: act.inForceOn, until: act.repealedOn ?? act.expiredOn },
        changes: changes === null ? null : `${origin}${measureAddress(changes)}`,
      }),
      element(
        'preface',
        {},
        element(
          'longTitle',
          {},
          element('p', {}, element('docTitle', {}, act.title)),
          act.number !== '' && element('p', {}, element('docNumber', {}, act.number)),
        ),
      ),
      element(
        'body',
        { 'xml:lang': act.language },
        // A body holds something, a text need not.
        sections.length > 0 ? sections : element('hcontainer', { name: 'text' }),
      ),
    ),
  )
}

export function aknPortion(edition: Edition, telling: Telling): string {
  const { act, issuer, key, id } = edition
  const { words, origin } = telling
  const identifiers = new Identifiers()
  const [entry] = withIds(entryDocument(edition.content)).content?.[0]?.content ?? []
  if (!entry) throw new Error(`edition ${id} has no text`)
  identifiers.entry(entry, 'hcontainer_items')
  const writer = new TextWriter({ words, origin, identifiers, language: act.language })
  const ended = edition.endedOn ?? edition.lastDay
  return akomaNtoso(
    element(
      'portion',
      { includedIn: '#original' },
      meta(edition, telling, {
        portion: { eId: identifiers.of(entry), showAs: edition.code || idOf(entry) },
        address: origin + editionAddress(issuer, key, id),
        events: [
          ...eventsOf(act),
          ...dated('applies', edition.inForceFrom),
          ...(edition.endedOn ? dated('ended', edition.endedOn) : dated('last-day', ended)),
          ...edition.inCompilation.flatMap(({ from, until }) => [
            ...dated('compiled', from),
            ...dated('removed', until),
          ]),
        ],
        force: { from: edition.inForceFrom, until: ended },
        changes: null,
      }),
      element('portionBody', { 'xml:lang': act.language }, writer.entry(entry)),
    ),
  )
}

function akomaNtoso(document: XmlElement): string {
  return writeXml(
    element('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }, document),
  )
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

function dated(name: EventName, on: Day | null): Event[] {
  return on === null ? [] : [{ name, on }]
}

function eventsOf(act: Act): Event[] {
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

function meta(
  { issuer, act }: Pick<Measure, 'issuer' | 'act'>,
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
