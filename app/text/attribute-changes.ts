import { textAttribute, type ContentNode } from './content.ts'

/** A label, code, scope, logic or the like that was set otherwise; null where it was not set. */
export interface AttributeChange {
  readonly name: ComparedAttribute
  /** `true` for what is so or not, a number for what is counted. */
  readonly before: string | null
  readonly after: string | null
}

const ofWords = ['code', 'logic', 'destinations', 'expiry', 'activities', 'kind'] as const
/** Of a point; of a row of a table. */
const ofBeingSo = ['notUsed', 'isHeader'] as const
/** Of a cell: one is what is not set. */
const ofNumber = ['colspan', 'rowspan'] as const
const compared = [...ofWords, ...ofBeingSo, ...ofNumber]
/** `row`: where a row of a table stands among those beside it, from 1; it is no attribute of the row. */
type ComparedAttribute = (typeof compared)[number] | 'label' | 'row'

/** Null for an attribute of which nobody is told, such as a level. */
export function comparedAttribute(name: string): ComparedAttribute | null {
  return [...compared, 'label' as const].find((one) => one === name) ?? null
}

/** What is set otherwise for an element than for another; its label, which may be its place, is not asked for. */
export function attributeChanges(
  before: ContentNode | null,
  after: ContentNode,
): AttributeChange[] {
  const changes = compared.map((name) => ({
    name,
    before: before && settingOf(before, name),
    after: settingOf(after, name),
  }))
  return changes.filter((change) => change.before !== change.after)
}

/** What is set for an element; null where nothing is. */
export function settingOf(node: ContentNode, name: ComparedAttribute): string | null {
  const value = node.attrs?.[name]
  if (name === 'notUsed' || name === 'isHeader') return value === true ? 'true' : null
  if (name === 'colspan' || name === 'rowspan')
    return typeof value === 'number' && value > 1 ? String(value) : null
  return textAttribute(node, name) || null
}
