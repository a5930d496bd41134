import { isSafeLink } from './links.ts'

/** What an attribute of a node or mark may hold besides null, as data, so that it can be hashed. */
export type Rule =
  | { readonly kind: 'id' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'level'; readonly max: number }
  /** From 1. */
  | { readonly kind: 'count'; readonly max: number }
  | { readonly kind: 'link' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** Some of the values, parted by single spaces: a set in one attribute, so that a merge keeps one of two whole sets. */
  | { readonly kind: 'some-of'; readonly values: readonly string[] }

export interface Attribute {
  /** A null default says that null is allowed. */
  readonly default: null | string | boolean | number
  readonly rule: Rule
}

const idPattern = /^[A-Za-z0-9_@.-]{1,64}$/

export function obeys(attribute: Attribute, value: unknown): boolean {
  if (value === null) return attribute.default === null
  const { rule } = attribute
  if (rule.kind === 'boolean') return typeof value === 'boolean'
  if (rule.kind === 'level') return isWhole(value, 0, rule.max)
  if (rule.kind === 'count') return isWhole(value, 1, rule.max)
  if (typeof value !== 'string') return false
  switch (rule.kind) {
    case 'id':
      return idPattern.test(value)
    case 'text':
      return value.length <= rule.max && isPlainText(value)
    case 'date':
      return isDate(value)
    case 'link':
      return isSafeLink(value)
    case 'one-of':
      return rule.values.includes(value)
    case 'some-of': {
      const chosen = value.split(' ')
      return new Set(chosen).size === chosen.length && chosen.every((v) => rule.values.includes(v))
    }
  }
}

/**
 * Whether every character can be stored and shown: no control character but tab and line feed
 * (PostgreSQL stores no NUL), and no half of a surrogate pair (its hash would not be stable).
 */
export function isPlainText(text: string): boolean {
  return !/(?![\t\n])\p{Cc}|\p{Cs}/u.test(text)
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
