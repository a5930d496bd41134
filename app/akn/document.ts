import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import { editionAddress, measureAddress } from '#app/open-data/addresses.ts'
import { type Content, type ContentNode, idOf, withIds } from '#app/text/content.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import type { XmlElement } from '#app/xml/element.ts'
import { element, writeXml } from '#app/xml/write-xml.ts'
import { Identifiers } from './identifiers.ts'
import { type Act, dated, eventsOf, meta, type Telling } from './meta.ts'
import { TextWriter } from './text.ts'

/**
 * Published texts in Akoma Ntoso 3.0 (OASIS Standard of 29 August 2018): a measure as an act, an edition of
 * an entry as a portion of one. Neither is authentic, and each says so and where the authentic text is.
 */

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
