import type { LocaleFormat } from '#app/messages/format.ts'
import { type Operation, operations } from './operations.ts'

/** Authority tables of the Publications Office, which DCAT-AP takes its terms from. */
const authority = 'http://publications.europa.eu/resource/authority'
/** Regulation (EU) 2021/821. */
const regulation = 'http://data.europa.eu/eli/reg/2021/821/oj'
const mediaTypes = 'http://www.iana.org/assignments/media-types'

interface Known {
  readonly origin: string
  /** Null where it is not set: who operates the portal says so, and nobody else knows. */
  readonly publisher: string | null
  readonly licence: string | null
  readonly contact: string | null
  /** When anything in the register last changed; null while it is empty. */
  readonly modified: Date | null
  readonly notice: string
}

/** As whole files, without a name in the address that would have to be known. */
const distributed = [
  ['search', 'JSON'],
  ['searchAsCsv', 'CSV'],
  ['measures', 'JSON'],
  ['compilations', 'JSON'],
  ['feed', 'ATOM'],
] as const satisfies readonly (readonly [keyof typeof operations, string])[]

/** The register as a data set, for catalogues (DCAT-AP 3), as JSON-LD. */
export function dcatOf(words: LocaleFormat, known: Known) {
  const { t } = words
  const { origin, modified } = known
  const page = `${origin}/register/data`
  const id = (name: string) => ({ '@id': `${page}#${name}` })
  const shared = {
    'dct:publisher': id('publisher'),
    'dct:language': { '@id': `${authority}/language/ENG` },
    ...(known.licence && { 'dct:license': { '@id': known.licence } }),
    ...(modified && { 'dct:modified': dateTime(modified) }),
  }
  const contact = known.contact && { 'dcat:contactPoint': id('contact') }
  return {
    '@context': context,
    '@graph': [
      {
        ...id('catalogue'),
        '@type': 'dcat:Catalog',
        'dct:title': text(words, t('open-data.title')),
        'dct:description': text(words, t('register.intro')),
        'foaf:homepage': { '@id': page },
        'dcat:dataset': id('dataset'),
        'dcat:service': id('service'),
        ...shared,
      },
      {
        ...id('dataset'),
        '@type': 'dcat:Dataset',
        'dct:identifier': `${page}#dataset`,
        'dct:title': text(words, t('register.title')),
        'dct:description': text(
          words,
          `${t('register.intro')} ${t('register.absence-words')} ${t('register.not-authentic-words')}`,
        ),
        'dcat:landingPage': { '@id': `${origin}/register` },
        'dcat:theme': ['JUST', 'INTR'].map((theme) => ({
          '@id': `${authority}/data-theme/${theme}`,
        })),
        'dcat:keyword': [
          text(words, t('open-data.keyword.dual-use')),
          text(words, t('open-data.keyword.export-control')),
        ],
        'dct:accessRights': { '@id': `${authority}/access-right/PUBLIC` },
        'dct:accrualPeriodicity': { '@id': `${authority}/frequency/CONT` },
        'dcatap:applicableLegislation': { '@id': regulation },
        'dct:rights': rights(words, known.notice),
        'dcat:distribution': distributed.map(([name]) => id(`distribution-${name}`)),
        ...contact,
        ...shared,
      },
      ...distributed.map(([name, format]) => ({
        ...id(`distribution-${name}`),
        '@type': 'dcat:Distribution',
        ...distribution(words, operations[name], origin),
        'dct:format': { '@id': `${authority}/file-type/${format}` },
        'dcat:accessService': id('service'),
        'dct:rights': rights(words, known.notice),
        ...(known.licence && { 'dct:license': { '@id': known.licence } }),
      })),
      {
        ...id('service'),
        '@type': 'dcat:DataService',
        'dct:title': text(words, t('open-data.title')),
        'dct:description': text(words, t('open-data.openapi')),
        'dcat:endpointURL': { '@id': `${origin}/register` },
        'dcat:endpointDescription': { '@id': origin + operations.description.path },
        'dcat:servesDataset': id('dataset'),
        ...contact,
        ...shared,
      },
      {
        ...id('publisher'),
        '@type': 'foaf:Agent',
        'foaf:name': text(words, known.publisher ?? t('shell.portal-name')),
      },
      ...(known.contact
        ? [{ ...id('contact'), '@type': 'vcard:Organization', ...contactWays(words, known) }]
        : []),
    ],
  }
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

function distribution(words: LocaleFormat, operation: Operation, origin: string) {
  return {
    'dct:title': text(words, words.t(operation.summary)),
    'dcat:accessURL': { '@id': origin + operation.path },
    'dcat:downloadURL': { '@id': origin + operation.path },
    'dcat:mediaType': { '@id': `${mediaTypes}/${operation.mediaType}` },
  }
}

function contactWays(words: LocaleFormat, { publisher, contact }: Known) {
  return {
    'vcard:fn': text(words, publisher ?? words.t('shell.portal-name')),
    ...(contact?.includes('@') && !contact.startsWith('https:')
      ? { 'vcard:hasEmail': { '@id': `mailto:${contact}` } }
      : { 'vcard:hasURL': { '@id': contact } }),
  }
}

function rights(words: LocaleFormat, notice: string) {
  return { '@type': 'dct:RightsStatement', 'rdfs:label': text(words, notice) }
}

function text({ locale }: LocaleFormat, value: string) {
  return { '@value': value, '@language': locale }
}

function dateTime(value: Date) {
  return { '@value': value.toISOString(), '@type': 'xsd:dateTime' }
}
