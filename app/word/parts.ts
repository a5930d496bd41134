import { openArchive } from './archive.ts'
import { WordRefused } from './word-refused.ts'
import { elementsIn, readXml, type XmlElement } from './xml.ts'

/** The parts of a Word document that are read, as trees. Null where the document has none. */
export interface WordParts {
  readonly body: XmlElement
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
  readonly comments: XmlElement | null
  /** Which comment answers which, and which are settled. */
  readonly commentsExtended: XmlElement | null
  /** Numbers of comments that stay when Word saves a document again. */
  readonly commentsIds: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  /** The properties that somebody gave the document: ours among them, if Concert wrote it. */
  readonly properties: XmlElement | null
  /** Addresses outside the document by the ids under which it names them. Nothing is fetched. */
  readonly links: ReadonlyMap<string, string>
  readonly hasMacros: boolean
  readonly hasEmbedded: boolean
}

// A document of Word has nothing else that is read.
const wanted =
  /^(\[Content_Types\]|_rels\/|word\/|docProps\/)[^]*\.(xml|rels)$|^\[Content_Types\]\.xml$/

/** Pictures of what a page looks like, and what is made from the rest. */
const unwanted = /^word\/(theme|media|embeddings|fonts|glossary|activeX|webSettings|fontTable)/

/** Finds the parts by what they are related as, as the standard has it: their names are free. */
export function readParts(bytes: Uint8Array): WordParts {
  const { parts, names } = openArchive(bytes, (name) => wanted.test(name) && !unwanted.test(name))
  const read = (name: string | null) => {
    const part = name === null ? undefined : parts.get(name)
    return part ? readXml(part) : null
  }
  if (!parts.has('[Content_Types].xml')) throw new WordRefused('word-not-a-document')
  const packaged = relationsOf(read('_rels/.rels'), '')
  const main = named(packaged, 'officeDocument')
  const document = read(main)
  const body = document && elementsIn(document, 'w:body')[0]
  if (main === null || !body) throw new WordRefused('word-not-a-document')

  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = relationsOf(read(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  return {
    body,
    styles: read(named(relations, 'styles')),
    numbering: read(named(relations, 'numbering')),
    comments: read(named(relations, 'comments')),
    commentsExtended: read(named(relations, 'commentsExtended')),
    commentsIds: read(named(relations, 'commentsIds')),
    footnotes: read(named(relations, 'footnotes')),
    endnotes: read(named(relations, 'endnotes')),
    properties: read(named(packaged, 'custom-properties') ?? named(packaged, 'customProperties')),
    links: new Map(
      relations.filter(({ isOutside }) => isOutside).map(({ id, target }) => [id, target]),
    ),
    hasMacros: names.some((name) => /vbaProject|vbaData|macrosheet/i.test(name)),
    hasEmbedded: names.some((name) => /\/(embeddings|activeX)\//.test(name)),
  }
}

interface Relation {
  id: string
  /** The last part of its type: `styles`. */
  kind: string
  /** The name of a part; an address, if it is outside. */
  target: string
  isOutside: boolean
}

function relationsOf(root: XmlElement | null, folder: string): Relation[] {
  if (!root) return []
  return elementsIn(root, 'rel:Relationship').map(({ attributes }) => {
    const isOutside = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: isOutside ? target : inArchive(folder, target),
      isOutside,
    }
  })
}

/** Only ever a key to look up among the parts that were read. */
function inArchive(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = `${folder}${target}`.split('/')
  const kept: string[] = []
  for (const step of path) {
    if (step === '..') kept.pop()
    else if (step !== '.' && step !== '') kept.push(step)
  }
  return kept.join('/')
}

function named(relations: readonly Relation[], kind: string): string | null {
  return relations.find((one) => one.kind === kind && !one.isOutside)?.target ?? null
}
