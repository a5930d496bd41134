import { deskOpenings } from '#app/measures/commission-desk.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'

/** The filters in the address of the desk; what is not understood is left out. */
export function readDeskAddress(parameters: URLSearchParams) {
  return {
    states: parameters.getAll('state').filter(isMemberState),
    open: deskOpenings.filter((opening) => parameters.getAll('open').includes(opening)),
    page: pageIn(parameters),
  }
}

export function pageIn(parameters: URLSearchParams): number {
  const page = parameters.get('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
}
