import { describe, expect, it } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { dcatOf } from '#app/open-data/dcat.ts'

const known = {
  origin: 'https://concert.example',
  publisher: null,
  licence: null,
  contact: null,
  modified: null,
  notice: 'Not authentic.',
}
const told = (more: object = {}) => dcatOf(formatFor('en'), { ...known, ...more })

/** Every value, with the name of the property that it stands in. */
function propertiesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(propertiesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...propertiesIn(inner)])
}

const ofType = (document: ReturnType<typeof told>, type: string) =>
  document['@graph'].filter((node) => node['@type'] === type)

/** What DCAT-AP 3 obliges each class to have, and what it recommends that we can know. */
const obligatory = {
  'dcat:Catalog': [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dcat:dataset',
    'foaf:homepage',
  ],
  'dcat:Dataset': [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dcat:distribution',
    'dcat:theme',
    'dcat:keyword',
    'dct:accrualPeriodicity',
    'dct:accessRights',
  ],
  'dcat:Distribution': ['dcat:accessURL', 'dct:format', 'dcat:mediaType', 'dct:rights'],
  'dcat:DataService': [
    'dct:title',
    'dcat:endpointURL',
    'dcat:endpointDescription',
    'dcat:servesDataset',
  ],
  'foaf:Agent': ['foaf:name'],
}

describe('the register as a data set', () => {
  it.each(Object.entries(obligatory))('has of %s what DCAT-AP asks for', (type, properties) => {
    const nodes = ofType(told(), type)
    expect(nodes.length).toBeGreaterThan(0)
    for (const node of nodes) expect(Object.keys(node)).toEqual(expect.arrayContaining(properties))
  })

  it('names nothing that is not declared, and refers to nothing that is not there', () => {
    const document = told({
      contact: 'unit@example.eu',
      licence: 'https://l.example/1',
      modified: new Date(),
    })
    const prefixes = new Set(Object.keys(document['@context']))
    const names = propertiesIn(document['@graph']).filter((name) => !name.startsWith('@'))
    expect(names.filter((name) => !prefixes.has(name.split(':')[0] ?? ''))).toEqual([])
    const here = new Set(document['@graph'].map((node) => node['@id']))
    const own = JSON.stringify(document).match(/https:\/\/concert\.example\/register\/data#[\w-]+/g)
    expect(own?.filter((id) => !here.has(id))).toEqual([])
  })

  it('says of publisher, licence and contact what is set, and nothing in their place', () => {
    const nothing = JSON.stringify(told())
    expect(nothing).not.toMatch(/dct:license|dcat:contactPoint|vcard:has|dct:modified/)
    const all = told({
      publisher: 'Ministry',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      contact: 'unit@example.eu',
      modified: new Date('2026-01-31T10:00:00Z'),
    })
    expect(ofType(all, 'foaf:Agent')).toMatchObject([{ 'foaf:name': { '@value': 'Ministry' } }])
    const licence = { 'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' } }
    for (const node of ofType(all, 'dcat:Distribution')) expect(node).toMatchObject(licence)
    expect(ofType(all, 'vcard:Organization')).toMatchObject([
      { 'vcard:hasEmail': { '@id': 'mailto:unit@example.eu' } },
    ])
    expect(ofType(all, 'dcat:Dataset')).toMatchObject([
      { 'dct:modified': { '@value': '2026-01-31T10:00:00.000Z' } },
    ])
    expect(ofType(told({ contact: 'https://x.example/@y' }), 'vcard:Organization')).toMatchObject([
      { 'vcard:hasURL': { '@id': 'https://x.example/@y' } },
    ])
  })
})
