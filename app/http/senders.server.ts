import {
  type ActionFunction,
  type ActionFunctionArgs,
  json,
  type ServerBuild,
} from '@remix-run/node'
import { textsOf } from '#app/components/form-check.ts'
import { type FormState, type KeptForm, senderField } from '#app/components/form-state.ts'
import type { RefusalReason } from '#app/measures/refusals.ts'
import { type MessageKey, english } from '#app/messages/messages.ts'
import { formOf } from './form.server.ts'
import { statusOf } from './refusal.server.ts'

/** Where somebody may send a form who is nobody yet, or no more. Every other address asks for a person. */
const openToStrangers: ReadonlySet<string> = new Set([
  'routes/sign-in',
  'routes/sign-in_.demonstration',
  'routes/sign-out',
  'routes/invitations.$token',
])

/** After these answers the page of the form may not be there any more for who sent it. */
const takesThePage: ReadonlySet<number> = new Set([401, 403, 404])

/**
 * Puts one check before the action of every route: a form is done in the name of the person for whom
 * its page was made, or not at all. Its session may have ended meanwhile, somebody else may have
 * signed in in the same browser, and a right may be withdrawn until the last moment. Whatever the
 * refusal, what was entered comes back: to a script as the state of the form, which is still on the
 * screen, and without one as a page that holds it and can send it again.
 */
export function guardActions(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action
    if (!route || !action || openToStrangers.has(id)) return [id, route] as const
    const guarded = guard(action, route.index === true)
    return [id, { ...route, module: { ...route.module, action: guarded } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function guard(action: ActionFunction, isIndex: boolean): ActionFunction {
  return async (args) => {
    const form = await formOf(args.request.clone())
    const refuse = (reason: RefusalReason) =>
      refused(args, form, isIndex, `refusals.${reason}`, statusOf(reason))
    const { actor } = args.context
    if (!actor) return refuse('session-ended')
    const sender = form.get(senderField)
    if (sender !== null && sender !== actor.personId) return refuse('other-sender')
    let answer: unknown
    try {
      answer = await action(args)
    } catch (thrown) {
      if (isRightWithdrawn(thrown)) return refuse('rights-withdrawn')
      if (args.context.isForScript || !isRefusal(thrown)) throw thrown
      answer = thrown
    }
    if (args.context.isForScript || !isRefusal(answer)) return answer
    return refused(args, form, isIndex, await reasonGiven(answer), answer.status)
  }
}

function refused(
  { request, context }: ActionFunctionArgs,
  form: FormData,
  isIndex: boolean,
  refusal: MessageKey,
  status: number,
): Response {
  if (context.isForScript) return json<FormState>({ refusal, values: valuesOf(form) }, { status })
  const { pathname, searchParams } = new URL(request.url)
  // Remix takes the sign of an index route off before it calls the action.
  if (isIndex) searchParams.append('index', '')
  const kept: KeptForm = {
    refusal,
    to: `${pathname}?${searchParams}`,
    fields: [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value }] : [],
    ),
    hasFiles: [...form.values()].some((value) => typeof value !== 'string' && value.size > 0),
  }
  // Thrown, it becomes a page of its own: the loaders of the form's page are not asked.
  throw json({ kept }, { status })
}

function valuesOf(form: FormData): FormState['values'] {
  const texts = [...textsOf(form)].filter(([name]) => name !== senderField)
  return Object.fromEntries(
    texts.map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  )
}

function isRefusal(answer: unknown): answer is Response {
  return answer instanceof Response && takesThePage.has(answer.status)
}

/** What the action says of its refusal, in either of its two ways. */
async function reasonGiven(answer: Response): Promise<MessageKey> {
  const told: unknown = await answer.clone().json()
  if (typeof told !== 'object' || told === null) return 'refusals.not-allowed'
  const keys = [
    ...('refusal' in told ? [told.refusal] : []),
    ...('reason' in told ? [`refusals.${String(told.reason)}`] : []),
    ...('errors' in told && typeof told.errors === 'object'
      ? Object.values(told.errors ?? {})
      : []),
  ]
  return keys.find(isKey) ?? 'refusals.not-allowed'
}

function isKey(key: unknown): key is MessageKey {
  return typeof key === 'string' && key in english
}

/** By its name: the pages are bundled apart and have a class of their own. */
function isRightWithdrawn(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'RightsWithdrawn'
}
