import { textsOf } from './form-check.ts'
import type { FormState } from './form-state.ts'

/** What was asked may have arrived or not: the connection broke, or the browser has none. */
export class NoAnswer extends Error {}

/** Never given by the portal: by what stands before it, when the portal's own answer did not come. */
const statusesOfOthers = [502, 504]

/** By which status a form without an answer is told from one that the portal has refused. */
const noAnswerStatus = 504

export function cameNoAnswer(actionStatus = 0): boolean {
  return actionStatus === noAnswerStatus
}

/**
 * Tells what was not answered apart from what failed. A form is answered in the portal's place, so
 * that it stays on its page as it is, with its words and its key; for anything else it throws.
 */
export function noticingNoAnswer(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (asked, init) => {
    try {
      const response = await fetch(asked, init)
      // An answer that breaks off is none.
      if (!statusesOfOthers.includes(response.status)) {
        await response.clone().arrayBuffer()
        return response
      }
    } catch (error) {
      if (init?.signal?.aborted) throw error
    }
    const form = init?.body
    if (form instanceof FormData || form instanceof URLSearchParams) return stayAsItIs(form)
    throw new NoAnswer('no answer came')
  }
}

function stayAsItIs(form: Iterable<[string, FormDataEntryValue]>): Response {
  const values = [...textsOf(form)].map(([name, texts]) => {
    const [first = '', ...others] = texts
    return [name, others.length > 0 ? texts : first]
  })
  const state: FormState = { refusal: 'form.no-answer', values: Object.fromEntries(values) }
  // By this header Remix takes it for the answer of an action.
  return Response.json(state, { status: noAnswerStatus, headers: { 'X-Remix-Response': 'yes' } })
}
