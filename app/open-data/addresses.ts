import { referenceInAddress } from '#app/measures/measure.ts'

/**
 * The addresses of the public register, from the origin on. They last: an entry is named by issuer and
 * code, an edition by its id, as its number may still move when an earlier one is published late.
 */

export function entryAddress(issuer: string, key: string): string {
  return `/register/${issuer}/${encodeURIComponent(key)}`
}

/** What is added to an address where something is looked at as of a day; null: today. */
export function asOf(on: string | null): string {
  return on === null ? '' : `?on=${on}`
}

export function editionAddress(issuer: string, key: string, id: string): string {
  return `${entryAddress(issuer, key)}/editions/${id}`
}

export function measureAddress(reference: string): string {
  return `/register/measures/${referenceInAddress(reference)}`
}

export function compilationAddress(id: string): string {
  return `/compilations/${id}`
}

/** Where one follows what becomes known: of everything, or of what has this address. */
export function feedAddress(of = '/register'): string {
  return `${of}/feed.atom`
}

export function stateFeedAddress(issuer: string): string {
  return feedAddress(`/register/${issuer}`)
}
