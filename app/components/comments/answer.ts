import type { Fetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { DiscussionAct } from '#app/measures/comment-inputs.ts'
import type { FormState } from '../form-state.ts'

export const discussionActs = [
  'write',
  'revise',
  'discard',
  'release',
  'merge',
  'reply-inside',
  'recall-release',
  'recall',
  'reply',
  'answer-reply',
  'place-thread',
  'take-up',
  'take-up-several',
] as const satisfies readonly DiscussionAct[]

/** What a form of the comments room is answered: what was done, or why not. */
export type DiscussionAnswer = FormState & {
  done?: DiscussionAct
  /** The comment that was written. */
  commentId?: string
}

/** Calls back once for each time that the server has done what the form asked. */
export function useSent(
  fetcher: Fetcher<DiscussionAnswer>,
  then: (answer: DiscussionAnswer) => void,
) {
  const told = useRef<DiscussionAnswer | undefined>(undefined)
  const { state, data } = fetcher
  useEffect(() => {
    if (state !== 'idle' || !data || told.current === data) return
    told.current = data
    if (data.done) then(data)
  })
}
