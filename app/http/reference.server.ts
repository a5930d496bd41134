import type { Params } from '@remix-run/react'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { isOfficialLanguage, type OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse } from '#app/measures/refusals.ts'
import { refusal } from './refusal.server.ts'

/** The reference in the address of a file. A malformed one is answered like one that does not exist. */
export function requireReference(params: Params): string {
  const reference = referenceFromAddress(params.reference ?? '')
  if (!reference) throw refusal(refuse('not-found'))
  return reference
}

/** An id in an address. */
export function requireId(params: Params): string {
  return checkedId(params.id ?? '')
}

/** An id that an address asks for beside its path; null where it asks for none. */
export function idIn(parameters: URLSearchParams, name: string): string | null {
  const id = parameters.get(name)
  return id === null ? null : checkedId(id)
}

function checkedId(id: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw refusal(refuse('not-found'))
  return id
}

/** An official language in an address. */
export function requireLanguage(params: Params): OfficialLanguage {
  const language = params.language ?? ''
  if (!isOfficialLanguage(language)) throw refusal(refuse('not-found'))
  return language
}

/** The number of a version in an address. */
export function requireNumber(params: Params): number {
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : null
  if (!number) throw refusal(refuse('not-found'))
  return number
}

/** The number of a version that an address asks for beside its path; null where it asks for none. */
export function numberIn(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name)
  if (!text) return null
  if (!/^[1-9]\d{0,5}$/.test(text)) throw refusal(refuse('not-found'))
  return Number(text)
}
