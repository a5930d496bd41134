import type { Fetcher } from '@remix-run/react'
import { uuidv4 } from 'lib0/random'
import { useState } from 'react'
import type { DiscussionAnswer } from './answer.ts'

/**
 * The key by which the server knows a form that is sent again, as after a lost answer. It stays until
 * the form is done, or until the server says that it has recorded something else under it: what is
 * sent next is then another act. `first`: the key that the page was made with, for a form that can be
 * sent before, or without, script.
 */
export function useFormKey(fetcher: Fetcher<DiscussionAnswer>, first?: string): string {
  const [key, setKey] = useState(() => first ?? uuidv4())
  const [heard, setHeard] = useState(fetcher.data)
  const { data } = fetcher
  if (data !== heard) {
    setHeard(data)
    if (data && endsKey(data)) setKey(uuidv4())
  }
  return key
}

function endsKey({ done, refusal }: DiscussionAnswer): boolean {
  return done !== undefined || refusal === 'refusals.sent-before'
}
