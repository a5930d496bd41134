import type { Change } from './line.ts'
import { plainWords } from './words.ts'
import type { XmlElement } from './xml.ts'

/** The change that an element stands for, within one that stands around it. */
export function changeOf({ name, attributes }: XmlElement, around: Change | null): Change | null {
  const kind = changeKinds[name]
  if (!kind) return around
  const isUndone = around !== null && around.kind !== kind
  return {
    kind: isUndone ? 'gone' : kind,
    isMove: name === 'w:moveFrom' || name === 'w:moveTo',
    author: plainWords(attributes['w:author'] ?? '').trim(),
    at: statedTime(attributes),
  }
}

const changeKinds: Readonly<Record<string, 'inserted' | 'deleted'>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:cellIns': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
  'w:cellDel': 'deleted',
}

/** Word writes the hour of its user's clock as if it were universal time, and lately the true one too. */
export function statedTime(attributes: Readonly<Record<string, string>>): string | null {
  const stated = attributes['w16du:dateUtc'] ?? attributes['w:date'] ?? ''
  const time = Date.parse(stated)
  if (Number.isNaN(time)) return null
  const year = new Date(time).getUTCFullYear()
  return year >= 1990 && year < 2200 ? new Date(time).toISOString() : null
}
