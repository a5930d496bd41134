import { textAttribute, type ContentNode } from './content.ts'

/** A label, code, scope or logic that was set otherwise; null where it was not set. */
export interface AttributeChange {
  readonly name: ComparedAttribute
  readonly before: string | null
  readonly after: string | null
}

const compared = ['code', 'logic', 'destinations', 'expiry', 'activities', 'kind'] as const
type ComparedAttribute = (typeof compared)[number] | 'label' | 'notUsed'

/** Null for an attribute of which nobody is told, such as a level. */
export function comparedAttribute(name: string): ComparedAttribute | null {
  return [...compared, 'label' as const, 'notUsed' as const].find((one) => one === name) ?? null
}

/** What is set otherwise for an element than for another; its label, which may be its place, is not asked for. */
export function attributeChanges(
  before: ContentNode | null,
  after: ContentNode,
): AttributeChange[] {
  const changes: AttributeChange[] = compared.map((name) => ({
    name,
    before: before && (textAttribute(before, name) || null),
    after: textAttribute(after, name) || null,
  }))
  const used = (node: ContentNode | null) => (node?.attrs?.notUsed === true ? 'true' : null)
  changes.push({ name: 'notUsed', before: used(before), after: used(after) })
  return changes.filter((change) => change.before !== change.after)
}
