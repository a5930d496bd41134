import type { z } from 'zod'
import { isIsoDate } from '#app/measures/calendar.ts'
import { isMemberState, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import type { jsonSearch } from '#app/open-data/parameters.ts'
import { earliestDay } from '#app/measures/plausible-days.ts'
import { registerCategories, type RegisterState, registerStates } from '#app/measures/register.ts'

/** A search of the register as its address has it, the same for the page, JSON and CSV. */
export interface RegisterSearch {
  words: string
  issuers: MemberStateCode[]
  categories: string[]
  /** What has ended is shown only when asked for. */
  states: RegisterState[]
  isCompiled: boolean | null
  /** The day on which things are looked at; null: today. */
  on: Day | null
  /** The entry that the page before ended with. */
  after: string | null
}

const usualStates: RegisterState[] = ['in-force', 'to-come', 'unrecorded']

/** Whether a day is given that cannot be read: the page says so and goes without. */
export function isDayUnreadable(parameters: URLSearchParams): boolean {
  const given = parameters.get('on') ?? ''
  return given !== '' && !isDay(given)
}

/** The same search out of what was read for an answer that is data. */
export function searchOf(read: ReadSearch): RegisterSearch {
  const { q, issuer, category, state, compiled, on, after } = read
  return {
    words: q.replaceAll('\0', '').trim(),
    issuers: issuer,
    categories: category,
    states: state,
    isCompiled: compiled && compiled === 'yes',
    on,
    after,
  }
}

type ReadSearch = Omit<z.output<typeof jsonSearch>, 'limit'>

/** What is not understood is left out: a search never fails. */
export function readRegisterAddress(parameters: URLSearchParams): RegisterSearch {
  const states = registerStates.filter((state) => parameters.getAll('state').includes(state))
  const compiled = parameters.getAll('compiled')
  const on = parameters.get('on') ?? ''
  const after = parameters.get('after') ?? ''
  return {
    words: (parameters.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 200),
    issuers: parameters.getAll('issuer').filter(isMemberState),
    categories: registerCategories.filter((one) => parameters.getAll('category').includes(one)),
    states: states.length > 0 ? states : usualStates,
    isCompiled: compiled.length === 1 ? compiled[0] === 'yes' : null,
    on: isDay(on) ? on : null,
    after: isUuid(after) ? after : null,
  }
}

/** The address of the same search, to be continued behind a row. */
export function registerQuery(
  search: RegisterSearch,
  after: RegisterSearch['after'] = null,
): string {
  const parameters = new URLSearchParams()
  if (search.words) parameters.set('q', search.words)
  for (const issuer of search.issuers) parameters.append('issuer', issuer)
  for (const category of search.categories) parameters.append('category', category)
  for (const state of search.states) parameters.append('state', state)
  if (search.isCompiled !== null) parameters.set('compiled', search.isCompiled ? 'yes' : 'no')
  if (search.on) parameters.set('on', search.on)
  if (after) parameters.set('after', after)
  return parameters.toString()
}

function isDay(text: string): boolean {
  return isIsoDate(text) && text >= earliestDay
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}

/** The address of the page behind this one, as of the same day; null where there is none. */
export function nextPage(
  address: string,
  { url }: Pick<Request, 'url'>,
  { on, next }: { on: Day; next: string | null },
): string | null {
  if (next === null) return null
  const parameters = new URL(url).searchParams
  parameters.set('on', on)
  parameters.set('after', next)
  return `${address}?${parameters}`
}
