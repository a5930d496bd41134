import { memberStates } from '#app/measures/delegation-codes.ts'
import type { Attribute } from './attributes.ts'

/**
 * The grammar of a text, as data: what `schema.ts` builds the editor's schema from, and what the
 * schema version is a hash of.
 *
 * It is closed under merge. Two honest edits can each be valid and their merge not: had an entry to
 * hold one point at least, two people who each delete one of two points would leave an entry that
 * the editor cannot show and therefore deletes, for everyone. So every node may hold nothing, what
 * there is once is an attribute (the last writer's value stands), and no mark excludes another. What
 * a text should hold to be complete is told by readiness, not by the grammar.
 */

/** The sections of a draft in the order in which they are read. */
export const sectionKeys = [
  'subject',
  'grounds',
  'risk',
  'items',
  'annex-i',
  'operators',
  'industry',
  'customs',
  'lead-time',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export const noteKinds = ['note', 'technical-note', 'nb'] as const
export type NoteKind = (typeof noteKinds)[number]

export const logics = ['any-of', 'all-of'] as const
export type Logic = (typeof logics)[number]

/** What an entry controls besides or instead of export; null in the attribute means export only. */
export const activities = [
  'export',
  'brokering',
  'technical-assistance',
  'transit',
  'transfer',
] as const
export type Activity = (typeof activities)[number]

/** Whose list a reference leads into: Annex I of the Union, or that of a state. */
export const referredIssuers = ['EU', ...memberStates] as const
export type ReferredIssuer = (typeof referredIssuers)[number]

/** Sizes up to which a text is accepted; far above any list of controls that we know of. */
export const limits = {
  /** Nodes in a text, runs of text among them. */
  nodes: 50_000,
  /** Nodes inside each other, the document itself counted. */
  depth: 24,
  /** Points around a point. */
  level: 16,
  /** Columns that a cell may cover, and rows. */
  columns: 64,
  rows: 1000,
  /** Characters (UTF-16 code units) in a text. */
  text: 2_000_000,
} as const

export interface NodeDeclaration {
  readonly content: string
  readonly attributes: Readonly<Record<string, Attribute>>
}

const id: Attribute = { default: null, rule: { kind: 'id' } }
/** The id of the node that it was split off from; that one kept the first part and its id. */
const splitFrom: Attribute = { default: null, rule: { kind: 'id' } }
/** How many points are around it while the text is written (`levels.ts`); frozen texts have none. */
const level: Attribute = { default: 0, rule: { kind: 'level', max: limits.level } }
/** How many columns or rows of its table a cell covers; what reaches beyond the table ends with it. */
const covered = (max: number): Attribute => ({ default: 1, rule: { kind: 'count', max } })
const logic: Attribute = { default: null, rule: { kind: 'one-of', values: logics } }

export const nodeDeclarations = {
  doc: { content: 'section*', attributes: {} },
  section: {
    content: '(paragraph | entry | bulletList | orderedList | table)*',
    attributes: {
      id,
      key: { default: 'subject', rule: { kind: 'one-of', values: sectionKeys } },
    },
  },
  paragraph: { content: 'text*', attributes: { id, splitFrom, level } },
  /** One controlled item. Its code may be missing or odd: that warns and never blocks. */
  entry: {
    content: '(paragraph | entryHeading | point | note | bulletList | orderedList | table)*',
    attributes: {
      id,
      splitFrom,
      code: { default: '', rule: { kind: 'text', max: 64 } },
      logic,
      /** In words; null means all destinations outside the customs territory of the Union. */
      destinations: { default: null, rule: { kind: 'text', max: 2000 } },
      /** The day after which the entry no longer applies. */
      expiry: { default: null, rule: { kind: 'date' } },
      activities: { default: null, rule: { kind: 'some-of', values: activities } },
    },
  },
  entryHeading: { content: 'text*', attributes: { id, splitFrom } },
  point: {
    content: '(paragraph | point | note | bulletList | orderedList | table)*',
    attributes: {
      id,
      splitFrom,
      level,
      /** Null is lettered by position; a label of its own is kept, and later ones go on from it. */
      label: { default: null, rule: { kind: 'text', max: 12 } },
      logic,
      /** Printed as "(not used)", so that the labels after it stay what they were. */
      notUsed: { default: false, rule: { kind: 'boolean' } },
    },
  },
  note: {
    content: '(paragraph | point | note | bulletList | orderedList | table)*',
    attributes: {
      id,
      splitFrom,
      level,
      kind: { default: 'note', rule: { kind: 'one-of', values: noteKinds } },
    },
  },
  bulletList: { content: 'listItem*', attributes: { id, level } },
  orderedList: { content: 'listItem*', attributes: { id, level } },
  listItem: { content: '(paragraph | bulletList | orderedList)*', attributes: { id, splitFrom } },
  /** Rows may have more cells than others: two who each add a column leave them so (`table-grid.ts`). */
  table: { content: 'tableRow*', attributes: { id, level } },
  tableRow: {
    content: 'tableCell*',
    attributes: {
      id,
      /** Says what stands in the columns below it. */
      isHeader: { default: false, rule: { kind: 'boolean' } },
    },
  },
  tableCell: {
    content: '(paragraph | bulletList | orderedList)*',
    attributes: { id, colspan: covered(limits.columns), rowspan: covered(limits.rows) },
  },
  text: { content: '', attributes: {} },
} satisfies Record<string, NodeDeclaration>
export type NodeName = keyof typeof nodeDeclarations

export const markDeclarations = {
  link: { href: { default: '/', rule: { kind: 'link' } } },
  /** Words that are a control parameter; their reading is computed from the words. */
  parameter: { id },
  /** Words that are the code of an entry or point, and what they mean (`references.ts`). */
  reference: {
    /** Null where it is this text that is meant: whose that is, the file says. */
    issuer: { default: null, rule: { kind: 'one-of', values: referredIssuers } },
    /** Of the entry that is meant; in this text what the words say, which may move away from them. */
    code: { default: '', rule: { kind: 'text', max: 64 } },
    /** The entry or point of this text that is meant. */
    target: id,
  },
  bold: {},
  italic: {},
  superscript: {},
  subscript: {},
} satisfies Record<string, Readonly<Record<string, Attribute>>>
export type MarkName = keyof typeof markDeclarations
