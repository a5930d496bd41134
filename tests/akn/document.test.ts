import * as fc from 'fast-check'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aknAct, aknPortion } from '#app/akn/document.ts'
import type { Act } from '#app/akn/meta.ts'
import { inThreeLetters } from '#app/akn/languages.ts'
import { officialLanguages } from '#app/measures/official-languages.ts'
import { formatFor } from '#app/messages/format.ts'
import {
  idOf,
  isTextblock,
  lineOf,
  withIds,
  type Content,
  type ContentNode,
} from '#app/text/content.ts'
import { schema } from '#app/text/schema.ts'
import { edited, type Draw } from '#tests/text/random-edits.ts'
import {
  doc,
  entry,
  heading,
  note,
  paragraph,
  point,
  run,
  scanners,
  section,
} from '#tests/text/sample.ts'
import { anyContent } from './any-content.ts'
import { openValidator } from './validator.ts'

let validator: ReturnType<typeof openValidator>
beforeAll(() => {
  validator = openValidator()
})
afterAll(() => validator.dispose())

const telling = {
  words: formatFor('en'),
  origin: 'https://concert.example',
  notice: 'Not authentic.',
}

const act: Act = {
  reference: '2026/EL/0001',
  kind: 'national-control-list',
  title: 'Order on <goods> & "software"',
  number: 'FEK B 1',
  language: 'el',
  adoptedOn: '2026-01-12',
  gazette: 'FEK',
  gazetteReference: 'B 1',
  gazetteUrl: 'https://gazette.example/1',
  gazettedOn: '2026-01-14',
  inForceOn: '2026-02-01',
  publishedOn: '2026-03-01',
  publicationReference: 'C/2026/1',
  repealedOn: '2027-01-01',
  expiredOn: null,
}

function actOf(content: Content, more: Partial<Act> = {}): string {
  return aknAct(
    {
      issuer: 'EL',
      act: { ...act, ...more },
      inCompilationOn: '2026-04-01',
      changes: '2025/EL/0007',
      content,
    },
    telling,
  )
}

function portionOf(content: ContentNode): string {
  return aknPortion(
    {
      issuer: 'EL',
      act,
      id: '00000000-0000-4000-8000-000000000001',
      key: '3B801',
      code: '3B801',
      content,
      inForceFrom: '2026-02-01',
      lastDay: null,
      endedOn: '2026-06-01',
      inCompilation: [
        { from: '2026-04-01', until: '2026-05-01' },
        { from: '2026-05-15', until: null },
      ],
    },
    telling,
  )
}

/** What is asked of a document by XPath: each value found, as text. */
function found(xml: string, xpath: string): string[] {
  const read = XmlDocument.fromString(xml)
  try {
    return read
      .find(xpath, { a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' })
      .map((node) => node.content)
  } finally {
    read.dispose()
  }
}

/** The words of each line of a text by its id; XML cannot hold all of them. */
function linesOf(node: ContentNode): [string, string][] {
  if (isTextblock(node)) return [[idOf(node), lineOf(node).replaceAll(/[\uFFFE\uFFFF]/g, '')]]
  return (node.content ?? []).flatMap(linesOf)
}

/** The same, as the document has them. */
function writtenLines(xml: string): [string, string][] {
  const read = XmlDocument.fromString(xml)
  try {
    const lines = read.find('//a:p[@wId] | //a:heading[@wId]', {
      a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
    })
    return lines.map((line) => [(line as XmlElement).attr('wId')?.value ?? '', line.content])
  } finally {
    read.dispose()
  }
}

const byId = (lines: [string, string][]) => lines.toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Every attribute of a language is a language tag, as the whole schema would ask. */
function expectValid(xml: string) {
  expect(validator.faultsOf(xml)).toEqual([])
  expect(found(xml, '//@xml:lang').filter((tag) => !/^[a-z]{2}$/.test(tag))).toEqual([])
}

describe('a text in Akoma Ntoso', () => {
  it('is valid with everything that a text may hold, and has every word once', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const xml = actOf(content)
        expectValid(xml)
        expect(byId(writtenLines(xml))).toEqual(byId(linesOf(withIds(content))))
      }),
      { numRuns: 300 },
    )
  })

  it('is valid whatever was done to it', () => {
    const draw: fc.Arbitrary<Draw> = fc.tuple(fc.nat(20), fc.nat(5_000), fc.nat(5_000), fc.nat(30))
    const start = schema.nodeFromJSON(scanners)
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 40 }), (draws) => {
        const content = draws.reduce(edited, start).toJSON()
        expectValid(actOf(content))
        for (const one of content.content ?? [])
          for (const node of one.content ?? [])
            if (node.type === 'entry') expectValid(portionOf(node))
      }),
      { numRuns: 60 },
    )
  })

  it('is refused by the validator where it breaks a rule', () => {
    const xml = actOf(scanners)
    expect(validator.faultsOf(xml.replace('<FRBRcountry value="gr"/>', ''))).not.toEqual([])
    expect(validator.faultsOf(xml.replace('eId="issuer"', 'eId="register"'))).not.toEqual([])
    expect(validator.faultsOf(xml.replaceAll(/<(\/?)hcontainer/g, '<$1entry'))).not.toEqual([])
  })

  const list = doc(
    section('subject', paragraph('s1', 'List of goods')),
    section(
      'items',
      paragraph('i1', 'The following is controlled.'),
      entry(
        {
          id: 'e1',
          code: '3B801',
          logic: 'any-of',
          destinations: 'All but EU001',
          activities: 'export transit',
          expiry: '2027-01-02',
        },
        heading('h1', 'Equipment'),
        point(
          { id: 'p1', logic: 'all-of' },
          paragraph('p1p', 'with 10', run('-4', { type: 'superscript' })),
          point(
            { id: 'p2' },
            paragraph('p2p', 'see ', run('b', { type: 'reference', attrs: { target: 'p3' } })),
          ),
          paragraph('p1q', 'and after them'),
          note({ id: 'n1', kind: 'nb' }, paragraph('n1p', 'Of the point.')),
        ),
        point({ id: 'p3', notUsed: true }),
        note({ id: 'n2', kind: 'technical-note' }, paragraph('n2p', 'Measured.')),
        note({ id: 'n3', kind: 'technical-note' }, paragraph('n3p', 'Twice.')),
        paragraph('e1q', 'It ends here.'),
      ),
    ),
  )

  it('keeps points, notes, logic and what differs from the rule, each in its place', () => {
    const xml = actOf(list, { language: 'en' })
    expectValid(xml)
    const entryAt = "//a:hcontainer[@eId='hcontainer_items__hcontainer_3B801']"
    expect(found(xml, `${entryAt}/a:num`)).toEqual(['3B801'])
    expect(found(xml, `${entryAt}/a:intro/*`)).toEqual([
      'All but EU001',
      'Export and Transit',
      '2 January 2027',
      'any of the following:',
    ])
    expect(found(xml, `${entryAt}/a:intro/a:block/a:date/@date`)).toEqual(['2027-01-02'])
    expect(found(xml, `${entryAt}/*/a:num`)).toEqual([
      'a.',
      'b.',
      'Technical note 1',
      'Technical note 2',
    ])
    expect(found(xml, `${entryAt}/a:wrapUp/a:p`)).toEqual(['It ends here.'])
    const pointAt = "//a:point[@wId='p1']"
    expect(found(xml, `${pointAt}/@eId`)).toEqual(['hcontainer_items__hcontainer_3B801__point_a'])
    expect(found(xml, `${pointAt}/a:intro/a:p`)).toEqual(['with 10-4', 'all of the following:'])
    expect(found(xml, `${pointAt}/a:intro/a:p/a:sup`)).toEqual(['-4'])
    expect(found(xml, `${pointAt}/*[self::a:point or self::a:hcontainer]/@eId`)).toEqual([
      'hcontainer_items__hcontainer_3B801__point_a__point_1',
      'hcontainer_items__hcontainer_3B801__point_a__hcontainer_text',
      'hcontainer_items__hcontainer_3B801__point_a__hcontainer_nb-1',
    ])
    expect(found(xml, '//a:ref/@href')).toEqual(['#hcontainer_items__hcontainer_3B801__point_b'])
    expect(found(xml, "//a:point[@wId='p3']//a:p")).toEqual(['(not used)'])
  })

  it('says of every word that is not of the text that it is not', () => {
    const xml = actOf(list)
    const added = found(xml, "//*[@status='editorial']")
    expect(added).toEqual([
      'Subject',
      'Controlled items',
      'Export and Transit',
      '2 January 2027',
      'any of the following:',
      'all of the following:',
      'N.B.',
      '(not used)',
      'Technical note 1',
      'Technical note 2',
    ])
    expect(new Set(found(xml, "//*[@status='editorial']/@xml:lang"))).toEqual(new Set(['en']))
    expect(found(xml, '//a:body/@xml:lang')).toEqual(['el'])
  })

  it('names the work, its language, its dates and the authentic source', () => {
    const xml = actOf(list)
    expect(found(xml, '//a:FRBRuri/@value')).toEqual([
      '/akn/gr/act/2026-01-12/2026-EL-0001',
      '/akn/gr/act/2026-01-12/2026-EL-0001/ell@2026-01-12',
      '/akn/gr/act/2026-01-12/2026-EL-0001/ell@2026-01-12.xml',
    ])
    expect(found(xml, "//a:FRBRalias[@name='authentic']/@value")).toEqual([
      'https://gazette.example/1',
    ])
    expect(found(xml, '//a:FRBRauthoritative/@value')).toEqual(['false'])
    expect(found(xml, '//a:publication/@*')).toEqual(['2026-01-14', 'FEK', 'B 1', 'FEK, B 1'])
    expect(found(xml, '//a:eventRef/@date')).toEqual([
      '2026-01-12',
      '2026-01-14',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2027-01-01',
    ])
    expect(found(xml, '//a:timeInterval/@*')).toEqual([
      '#event_in-force',
      '#event_repealed',
      '#inForce',
    ])
    expect(found(xml, '//a:activeRef/@href')).toEqual([
      'https://concert.example/register/measures/2025-EL-0007',
    ])
    expect(found(xml, '//a:docTitle')).toEqual(['Order on <goods> & "software"'])
    const references = new Set(found(xml, '//@eId').map((eId) => `#${eId}`))
    const referred = found(xml, '//@source | //@refersTo | //@start | //@end')
    expect(referred.filter((one) => !references.has(one))).toEqual([])
  })

  it('says of an act whose day is not established by when it was adopted, or that this is not known', () => {
    const unknown = { adoptedOn: null, gazettedOn: null }
    const by = actOf(list, unknown)
    expectValid(by)
    expect(found(by, '//a:FRBRWork/a:FRBRdate/@*')).toEqual(['2026-02-01', 'adopted-by'])
    expect(found(by, "//a:FRBRalias[@name='gazette']/@value")).toEqual(['FEK, B 1'])
    expect(found(by, '//a:publication/@date')).toEqual(['2026-03-01'])
    const never = { inForceOn: null, publishedOn: null, repealedOn: null }
    const nothing = actOf(list, { ...unknown, ...never })
    expectValid(nothing)
    expect(found(nothing, '//a:FRBRWork/a:FRBRdate/@*')).toEqual(['0001-01-01', 'not-established'])
    expect(found(nothing, '//a:publication | //a:timeInterval')).toEqual([])
  })

  it('is a portion of its act where it is one edition of an entry', () => {
    const items = list.content?.[1]?.content ?? []
    const xml = portionOf(items[1] ?? { type: 'entry' })
    expectValid(xml)
    expect(found(xml, '//a:FRBRportion/@from')).toEqual(['#hcontainer_items__hcontainer_3B801'])
    expect(found(xml, '//a:FRBRExpression/a:FRBRthis/@value')).toEqual([
      '/akn/gr/act/2026-01-12/2026-EL-0001/ell@2026-01-12/!main~hcontainer_items__hcontainer_3B801',
    ])
    expect(found(xml, '//a:eventRef/@refersTo')).toContain('#removed')
    expect(found(xml, '//a:timeInterval/@*')).toEqual([
      '#event_in-force',
      '#event_ended',
      '#inForce',
    ])
    expect(writtenLines(xml)).toHaveLength(8)
  })

  it('names every official language by three letters', () => {
    const letters = officialLanguages.map(inThreeLetters)
    expect(new Set(letters).size).toBe(24)
    expect(letters.filter((one) => !/^[a-z]{3}$/.test(one) || one === 'und')).toEqual([])
    expect(inThreeLetters('xx')).toBe('und')
  })
})
