import type { ShouldRevalidateFunction } from '@remix-run/react'
import { discussionActs } from '../comments/answer.ts'
import { mayTakeThePage } from '../keep-page.ts'
import { isLive } from './connection.ts'

/**
 * Whether a page on a version's discussion is to be loaded again. What an act in a room changed
 * comes as a change like everybody else's, if the tab is connected; what the address filters, the
 * page filters by itself.
 */
export const asksAgain: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formData,
  actionStatus,
  defaultShouldRevalidate,
}) => {
  if (mayTakeThePage(actionStatus)) return false
  const isAct = discussionActs.some((act) => act === formData?.get('act'))
  if (isAct) return !isLive()
  const isFiltered =
    currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isFiltered ? false : defaultShouldRevalidate
}
