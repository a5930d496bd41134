import type { ShouldRevalidateFunction } from '@remix-run/react'
import { cameNoAnswer } from './no-answer.ts'

/**
 * Whether the answer to a form may mean that its page is not the sender's any more, or cannot be
 * fetched: asked for again, it would be taken away, with what was typed.
 */
export function mayTakeThePage(actionStatus = 0): boolean {
  return [401, 403, 404].includes(actionStatus) || cameNoAnswer(actionStatus)
}

/** Whether a page is asked for again; every page of somebody signed in has this, or more than it. */
export const keepPage: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !mayTakeThePage(actionStatus)
