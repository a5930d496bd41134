import { createHash } from 'node:crypto'

/**
 * A UUID made from a name (version 8: of our own making): for rows that come with the portal, so that
 * the same row has the same id in every installation, and for what one form makes several of.
 */
export function knownId(name: string): string {
  const hex = createHash('sha256').update(name, 'utf8').digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
